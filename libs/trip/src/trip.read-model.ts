import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Caller, reachOf } from '@luutru/access';
import { appendAudit } from '@luutru/audit';
import { AppError, CLOCK, type Clock, Database, KeyRing } from '@luutru/platform';
import { OPEN_STATES, type TripState, type TripStop } from './domain/trip';
import { Trip } from './trip.entity';

/** A trip as its operator sees it. */
export interface TripView {
  readonly tripId: string;
  readonly facilityId: string;
  readonly plate: string;
  readonly routeCode: string;
  readonly departsAt: Date;
  readonly expectedArrivalAt: Date;
  readonly stops: readonly TripStop[];
  readonly driverName: string | null;
  readonly state: TripState;
  readonly version: number;
}

/** What a declaration needs to know of a trip. */
export interface TripFacts {
  readonly departsAt: Date;
  readonly expectedArrivalAt: Date;
  readonly stops: readonly string[];
  readonly stopTimes: Readonly<Record<string, Date>>;
  readonly open: boolean;
  /** Who sits where from which stop to which; those who left are not counted. */
  readonly seats: readonly { readonly seat: string; readonly from: string; readonly to: string }[];
}

export const TRIP_SEAL = { table: 'trip', column: 'driver_sealed' } as const;

@Injectable()
export class TripReadModel {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Facts of a trip of that facility, or null. */
  async findFacts(facilityId: string, tripId: string): Promise<TripFacts | null> {
    const [result] = await this.database.run<
      Pick<Trip, 'departsAt' | 'expectedArrivalAt' | 'stops' | 'state'> & Pick<TripFacts, 'seats'>
    >(
      { facilityIds: [facilityId] },
      {
        name: 'trip_facts',
        text: `SELECT departs_at AS "departsAt", expected_arrival_at AS "expectedArrivalAt", stops, state,
                      (SELECT coalesce(jsonb_agg(jsonb_build_object('seat', s.seat, 'from', s.boarding_stop, 'to', s.alighting_stop)), '[]')
                       FROM stay s WHERE s.facility_id = t.facility_id AND s.trip_id = t.trip_id AND s.state IN ('in_house', 'overdue')
                         AND s.arrived_on >= t.departs_at::date - 1) AS seats
               FROM trip t WHERE facility_id = $1 AND trip_id = $2`,
        values: [facilityId, tripId],
      },
    );
    const trip = result?.rows[0];
    return trip
      ? {
          departsAt: trip.departsAt,
          expectedArrivalAt: trip.expectedArrivalAt,
          stops: trip.stops.map((stop) => stop.code),
          stopTimes: Object.fromEntries(trip.stops.map((stop) => [stop.code, new Date(stop.expectedAt)])),
          open: OPEN_STATES.has(trip.state),
          seats: trip.seats,
        }
      : null;
  }

  /** The one of these facilities whose trip it is, or null. */
  async findFacility(facilityIds: readonly string[], tripId: string): Promise<string | null> {
    const [result] = await this.database.run<{ facilityId: string }>(
      { facilityIds },
      {
        name: 'trip_facility',
        text: 'SELECT facility_id AS "facilityId" FROM trip WHERE facility_id = ANY($1) AND trip_id = $2',
        values: [facilityIds, tripId],
      },
    );
    return result?.rows[0]?.facilityId ?? null;
  }

  /** Throws `not-found` for a trip that does not exist and for one out of the caller's scope alike. */
  async get(caller: Caller, tripId: string): Promise<TripView> {
    const { kind, id } = caller.principal;
    const { facilityIds } = reachOf(caller.principal, 'trip.manage');
    const trip = await this.database.transaction({ facilityIds }, async (tx) => {
      const found = await tx.getRepository(Trip).findOneBy({ facilityId: In([...facilityIds]), tripId });
      if (!found) return null;
      await appendAudit(tx, {
        at: this.clock.now(),
        facilityId: found.facilityId,
        actor: { kind, id },
        action: 'trip.read',
        subjectKind: 'trip',
        subjectId: tripId,
        requestId: caller.requestId,
        rowCount: 1,
      });
      return found;
    });
    if (!trip) throw new AppError('not-found', 'not-found');
    return this.open(trip);
  }

  /** The trips of an operator, the latest departure first. */
  async list(
    { principal, requestId }: Caller,
    facilityId: string,
    filter: { readonly state?: string; readonly day?: string; readonly cursor?: string; readonly limit: number },
  ): Promise<TripView[]> {
    const trips = await this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      const query = tx
        .getRepository(Trip)
        .createQueryBuilder('trip')
        .where('trip.facility_id = :facilityId', { facilityId });
      if (filter.state !== undefined) query.andWhere('trip.state = :state', filter);
      if (filter.day !== undefined) {
        query.andWhere(`(trip.departs_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date = :day`, filter);
      }
      if (filter.cursor !== undefined) {
        query.andWhere(
          `(trip.departs_at, trip.trip_id) < (SELECT c.departs_at, c.trip_id FROM trip c WHERE c.facility_id = :facilityId AND c.trip_id = :cursor)`,
          filter,
        );
      }
      const found = await query
        .orderBy('trip.departsAt', 'DESC')
        .addOrderBy('trip.tripId', 'DESC')
        .limit(filter.limit)
        .getMany();
      await appendAudit(tx, {
        at: this.clock.now(),
        facilityId,
        actor: { kind: principal.kind, id: principal.id },
        action: 'trip.list',
        subjectKind: 'trip',
        subjectId: null,
        requestId,
        rowCount: found.length,
      });
      return found;
    });
    return Promise.all(trips.map((trip) => this.open(trip)));
  }

  private async open({
    driverSealed,
    externalRefIndex: _ref,
    createdAt: _created,
    departedAt: _departed,
    arrivedAt: _arrived,
    ...view
  }: Trip): Promise<TripView> {
    const { table, column } = TRIP_SEAL;
    const driverName = driverSealed && (await this.keyRing.open(table, column, view.tripId, driverSealed));
    return { ...view, driverName };
  }
}
