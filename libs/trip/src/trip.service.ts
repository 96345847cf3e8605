import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { appendAudit } from '@luutru/audit';
import { localDate, toLocalIso } from '@luutru/calendar';
import { FacilityReadModel } from '@luutru/facility';
import {
  AppError,
  BlindIndex,
  CLOCK,
  type Clock,
  Idempotency,
  type Issue,
  KeyRing,
  monthScope,
  uuidV7,
} from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { planTrip, type TripInput, type TripPlan } from './domain/plan-trip';
import { Trip } from './trip.entity';
import { TRIP_SEAL } from './trip.read-model';

export interface CreateTripCommand {
  readonly caller: Caller;
  readonly facilityId: string;
  readonly input: TripInput;
  readonly shapeIssues: readonly Issue[];
  readonly body: unknown;
  readonly key: { readonly header?: string; readonly reference?: string };
}

/** The answer to a created trip, kept and given again on a repeat. */
export interface TripAnswer {
  readonly tripId: string;
  readonly facilityId: string;
  readonly plate: string;
  readonly routeCode: string;
  readonly departsAt: string;
  readonly expectedArrivalAt: string;
  readonly stops: readonly { readonly code: string; readonly name: string; readonly expectedAt: string }[];
  readonly state: string;
  readonly warnings: readonly Issue[];
}

@Injectable()
export class TripService {
  constructor(
    private readonly facilities: FacilityReadModel,
    private readonly reference: ReferenceDataService,
    private readonly idempotency: Idempotency,
    private readonly keyRing: KeyRing,
    private readonly index: BlindIndex,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Creates a trip from a route template. Throws `validation-failed`, `not-found` (facility), `idempotency-key-reused`. */
  async create(command: CreateTripCommand): Promise<{ answer: TripAnswer; replayed: boolean }> {
    const { facilityId } = command;
    const print = this.idempotency.print('trip.create', command.key, command.body);
    const facility = await this.facilities.find(facilityId);
    if (!facility) throw new AppError('not-found', 'not-found');
    const now = this.clock.now();
    const operator = {
      ...facility,
      active: facility.status === 'active',
      runsTrips: this.reference.facilityKind(facility.kind, localDate(now)).stayKinds.includes('passenger'),
    };
    const planning = planTrip(command.input, operator, now);
    if (!planning.ok || command.shapeIssues.length > 0) {
      const replayed = await this.idempotency.find<TripAnswer>(facilityId, print);
      if (replayed) return { answer: replayed, replayed: true };
      throw new AppError('validation-failed', 'invalid', {}, [
        ...command.shapeIssues,
        ...(planning.ok
          ? []
          : planning.issues.filter((i) => !command.shapeIssues.some((s) => s.pointer === i.pointer))),
      ]);
    }
    const trip = await this.record(facilityId, planning.plan, now);
    const answer = answerFor(trip, planning.warnings);
    return this.idempotency.once(facilityId, print, answer, now, async (tx) => {
      await tx.getRepository(Trip).insert(trip);
      const { principal, requestId } = command.caller;
      await appendAudit(tx, {
        at: now,
        facilityId,
        actor: { kind: principal.kind, id: principal.id },
        action: 'trip.create',
        subjectKind: 'trip',
        subjectId: trip.tripId,
        requestId,
      });
    });
  }

  private async record(facilityId: string, plan: TripPlan, now: Date): Promise<Trip> {
    const tripId = uuidV7(now);
    const scope = monthScope(localDate(plan.departsAt));
    const { driverName, externalRef, stops, ...rest } = plan;
    return {
      facilityId,
      tripId,
      ...rest,
      stops: [...stops],
      driverSealed:
        driverName === null
          ? null
          : await this.keyRing.seal(scope, TRIP_SEAL.table, TRIP_SEAL.column, tripId, driverName),
      externalRefIndex: externalRef === null ? null : this.index.of('external-ref', externalRef).value,
      state: 'planned',
      departedAt: null,
      arrivedAt: null,
      version: 1,
      createdAt: now,
    };
  }
}

function answerFor(trip: Trip, warnings: readonly Issue[]): TripAnswer {
  return {
    tripId: trip.tripId,
    facilityId: trip.facilityId,
    plate: trip.plate,
    routeCode: trip.routeCode,
    departsAt: toLocalIso(trip.departsAt),
    expectedArrivalAt: toLocalIso(trip.expectedArrivalAt),
    stops: trip.stops.map((stop) => ({ ...stop, expectedAt: toLocalIso(new Date(stop.expectedAt)) })),
    state: trip.state,
    warnings,
  };
}
