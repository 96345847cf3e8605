import { Inject, Injectable } from '@nestjs/common';
import { type Caller, reachOf } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import { StayActionService } from '@luutru/declaration';
import { FacilityReadModel } from '@luutru/facility';
import { AppError, CLOCK, type Clock, Database, Idempotency, type Issue, type Transaction } from '@luutru/platform';
import { normalisePlate } from '@luutru/trip';
import { conflictOf, momentOf, recordChange } from './case-changes';
import { TRIP_LIFE, type TripAction, type TripState } from './domain/trip-life';

export interface TripOrder {
  readonly action: TripAction;
  /** ISO 8601, without an offset Vietnamese time; absent: now. */
  readonly at?: string;
  /** change-vehicle: the new one. */
  readonly plate?: string;
  /** reach: code of the stop. */
  readonly stop?: string;
}

export interface TripActCommand {
  readonly caller: Caller;
  readonly tripId: string;
  readonly order: TripOrder;
  readonly version?: number;
  readonly key?: string;
  readonly body: unknown;
}

/** The answer to an action on a trip, kept and given again on a repeat. */
export interface TripActAnswer {
  readonly tripId: string;
  readonly action: TripAction;
  readonly version: number;
  readonly state: TripState;
  readonly plate: string;
  /** How many passengers have left by it. */
  readonly checkedOut: number;
  readonly warnings: readonly Issue[];
}

interface TripRow {
  readonly facilityId: string;
  readonly version: number;
  readonly state: TripState;
  readonly plate: string;
  readonly departsAt: Date;
  readonly stops: readonly { readonly code: string }[];
}

/** Moves trips on. Who gets off has left: the stays of passengers end with the stop or the trip, in the same transaction. */
@Injectable()
export class TripActionService {
  constructor(
    private readonly database: Database,
    private readonly stays: StayActionService,
    private readonly facilities: FacilityReadModel,
    private readonly idempotency: Idempotency,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws `not-found`, `case-version-conflict`, `case-action-not-allowed`, `trip-has-passengers`, `validation-failed`,
   *   `idempotency-key-missing`, `idempotency-key-reused`
   */
  async act(command: TripActCommand): Promise<{ answer: TripActAnswer; replayed: boolean }> {
    const { caller, tripId, order, version, key } = command;
    const { facilityIds } = reachOf(caller.principal, 'trip.manage');
    const natural = version === undefined ? undefined : `${tripId}:${version}:${order.action}`;
    const print = this.idempotency.print('trip.act', key !== undefined ? { header: key } : { reference: natural }, [
      tripId,
      order.action,
      command.body,
    ]);
    return this.database.transaction({ facilityIds }, async (tx) => {
      const [trip] = await tx.query<TripRow[]>(
        `SELECT facility_id AS "facilityId", version, state, plate, departs_at AS "departsAt", stops FROM trip
         WHERE facility_id = ANY($1) AND trip_id = $2 FOR UPDATE`,
        [facilityIds, tripId],
      );
      if (!trip) throw new AppError('not-found', 'not-found');
      const before = await this.idempotency.findIn<TripActAnswer>(tx, trip.facilityId, print);
      if (before) return { answer: before, replayed: true };
      const locked = { ...trip, caseId: tripId, kind: 'trip' as const };
      if (version !== undefined && version !== trip.version)
        throw conflictOf('case-version-conflict', locked, order.action);
      const state = TRIP_LIFE[trip.state][order.action];
      if (!state) throw conflictOf('case-action-not-allowed', locked, order.action);
      const now = this.clock.now();
      const at = momentOf(order.at, now);
      const { plate, warnings } = await this.vehicle(tx, tripId, trip, order);
      const checkedOut = await this.letOff(tx, command, trip, at);
      if (order.action === 'cancel') await this.assertEmpty(tx, tripId, trip);
      await tx.query(
        `UPDATE trip SET state = $3, plate = $4, version = version + 1,
                departed_at = CASE WHEN $5 = 'depart' THEN $6::timestamptz ELSE departed_at END,
                arrived_at = CASE WHEN $5 = 'arrive' THEN $6::timestamptz ELSE arrived_at END
         WHERE facility_id = $1 AND trip_id = $2`,
        [trip.facilityId, tripId, state, plate, order.action, at],
      );
      const detail = { at: toLocalIso(at), before: trip.plate, ...(order.stop !== undefined && { stop: order.stop }) };
      await recordChange(tx, caller, locked, { action: order.action, at: now, detail });
      const { action } = order;
      const answer = { tripId, action, version: trip.version + 1, state, plate, checkedOut, warnings };
      await this.idempotency.remember(tx, trip.facilityId, print, answer, now);
      return { answer, replayed: false };
    });
  }

  private async vehicle(tx: Transaction, tripId: string, trip: TripRow, order: TripOrder) {
    if (order.action !== 'change-vehicle') return { plate: trip.plate, warnings: [] };
    const plate = normalisePlate(order.plate ?? '');
    if (!/^\d{2}[A-Z]{1,2}\d{4,6}$/.test(plate)) {
      const code = order.plate === undefined ? 'field-required' : 'plate-malformed';
      throw new AppError('validation-failed', 'invalid', {}, [{ code, pointer: '/plate' }]);
    }
    const facility = await this.facilities.find(trip.facilityId);
    const vehicle = facility?.vehicles.find((known) => normalisePlate(known.plate) === plate);
    const passengers = await this.present(tx, tripId, trip, null);
    const warnings: Issue[] = [];
    if (!vehicle) warnings.push({ code: 'vehicle-not-listed', pointer: '/plate' });
    else if (vehicle.seats < passengers.length) {
      const params = { seats: vehicle.seats, passengers: passengers.length };
      warnings.push({ code: 'seats-beyond-vehicle', pointer: '/plate', params });
    }
    return { plate, warnings };
  }

  private async letOff(tx: Transaction, { caller, tripId, order }: TripActCommand, trip: TripRow, at: Date) {
    if (order.action !== 'reach' && order.action !== 'arrive') return 0;
    if (order.action === 'reach' && !trip.stops.some(({ code }) => code === order.stop)) {
      const code = order.stop === undefined ? 'field-required' : 'stop-not-on-route';
      throw new AppError('validation-failed', 'invalid', {}, [{ code, pointer: '/stop' }]);
    }
    const leaving = await this.present(tx, tripId, trip, order.action === 'reach' ? (order.stop ?? null) : null);
    for (const { stayId, version, arrivedAt } of leaving) {
      const departedAt = toLocalIso(at < arrivedAt ? arrivedAt : at);
      const command = {
        caller,
        stayId,
        channel: 'rest' as const,
        order: { action: 'check-out' as const, departedAt },
        version,
        shapeIssues: [],
        body: { tripId },
      };
      await this.stays.actIn(tx, command, [trip.facilityId]);
    }
    return leaving.length;
  }

  private async assertEmpty(tx: Transaction, tripId: string, trip: TripRow): Promise<void> {
    const { length: count } = await this.present(tx, tripId, trip, null);
    if (count > 0) throw new AppError('trip-has-passengers', 'conflict', { count });
  }

  private present(tx: Transaction, tripId: string, { facilityId }: TripRow, stop: string | null) {
    return tx.query<{ stayId: string; version: number; arrivedAt: Date }[]>(
      `SELECT stay_id AS "stayId", version, arrived_at AS "arrivedAt" FROM stay
       WHERE facility_id = $1 AND trip_id = $2 AND state IN ('in_house', 'overdue') AND ($3::text IS NULL OR alighting_stop = $3)
       ORDER BY stay_id`,
      [facilityId, tripId, stop],
    );
  }
}
