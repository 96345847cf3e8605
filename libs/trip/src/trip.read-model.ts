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
  readonly open: boolean;
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
    const [result] = await this.database.run<Pick<Trip, 'departsAt' | 'expectedArrivalAt' | 'stops' | 'state'>>(
      { facilityIds: [facilityId] },
      {
        name: 'trip_facts',
        text: `SELECT departs_at AS "departsAt", expected_arrival_at AS "expectedArrivalAt", stops, state
               FROM trip WHERE facility_id = $1 AND trip_id = $2`,
        values: [facilityId, tripId],
      },
    );
    const trip = result?.rows[0];
    return trip
      ? {
          departsAt: trip.departsAt,
          expectedArrivalAt: trip.expectedArrivalAt,
          stops: trip.stops.map((stop) => stop.code),
          open: OPEN_STATES.has(trip.state),
        }
      : null;
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
    const { driverSealed, externalRefIndex: _ref, createdAt: _created, ...view } = trip;
    const driverName =
      driverSealed && (await this.keyRing.open(TRIP_SEAL.table, TRIP_SEAL.column, tripId, driverSealed));
    return { ...view, driverName };
  }
}
