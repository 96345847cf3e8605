import type { Caller } from '@luutru/access';
import type { DeclarationInput, DeclarationService } from '@luutru/declaration';
import type { PatientService } from '@luutru/patient';
import { AppError, uuidV7 } from '@luutru/platform';
import type { TripService } from '@luutru/trip';
import type { Random } from './random';
import { asDeclared, type PastEvent, RELATIVE_DAYS } from './stays';

interface Services {
  readonly declarations: DeclarationService;
  readonly trips: TripService;
  readonly patients: PatientService;
}

/** Declares the past through the services, with the clock at each event's own time. */
export class PastPlayer {
  private serial = 0;

  constructor(
    private readonly services: Services,
    private readonly showTime: (at: Date | null) => void,
    private readonly random: Random,
  ) {}

  /** Returns the number of stays declared. */
  async play(events: readonly PastEvent[]): Promise<number> {
    let declared = 0;
    try {
      for (const event of events) {
        this.showTime(event.at);
        declared += await this.one(event);
      }
    } finally {
      this.showTime(null);
    }
    return declared;
  }

  private async one(event: PastEvent): Promise<number> {
    if (event.what === 'stay') return this.declare(event, [event.input]);
    if (event.what === 'admission') return this.admission(event);
    return this.trip(event);
  }

  private async admission(event: Extract<PastEvent, { what: 'admission' }>): Promise<number> {
    const { recordNumber, department, room, patient, relative } = event;
    const input = { recordNumber, department, room };
    const { answer } = await this.services.patients.admit({ ...this.command(event), input, body: input });
    const place = { patientId: answer.patientId };
    const stays: DeclarationInput[] = [{ kind: 'patient', person: asDeclared(patient, this.random), place }];
    if (relative) {
      const expectedDepartureAt = new Date(event.at.getTime() + RELATIVE_DAYS * 86_400_000).toISOString();
      const relation = this.random.pick(['vo-chong', 'cha-me', 'con', 'anh-chi-em']);
      stays.push({
        kind: 'relative',
        person: asDeclared(relative, this.random),
        expectedDepartureAt,
        place: { ...place, relation },
      });
    }
    return this.declare(event, stays);
  }

  private async trip(event: Extract<PastEvent, { what: 'trip' }>): Promise<number> {
    const input = { plate: event.plate, routeCode: event.routeCode, departsAt: event.departsAt.toISOString() };
    const { answer } = await this.services.trips.create({ ...this.command(event), input, body: input });
    const [first, ...further] = answer.stops.map((stop) => stop.code);
    const stays = event.passengers.map((person, index): DeclarationInput => ({
      kind: 'passenger',
      person: asDeclared(person, this.random),
      place: {
        tripId: answer.tripId,
        seat: `${index % 2 === 0 ? 'A' : 'B'}${String(index + 1).padStart(2, '0')}`,
        boardingStop: first ?? '',
        alightingStop: this.random.pick(further),
      },
    }));
    return this.declare(event, stays);
  }

  private async declare(event: PastEvent, stays: readonly DeclarationInput[]): Promise<number> {
    const outcomes = await Promise.allSettled(
      stays.map((input) =>
        this.services.declarations.declare({ ...this.command(event), channel: 'rest', input, body: input }),
      ),
    );
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') throw describe(outcome.reason);
    }
    return outcomes.length;
  }

  private command(event: PastEvent) {
    const { facilityId } = event.facility;
    const caller: Caller = {
      principal: { kind: 'api-key', id: 'seed', grants: [], ownIndexes: [] },
      requestId: uuidV7(event.at),
    };
    return { caller, facilityId, shapeIssues: [], key: { header: `seed-${(this.serial += 1)}` } };
  }
}

const describe = (error: unknown): unknown =>
  error instanceof AppError
    ? new Error(`Seeding: ${error.code} ${JSON.stringify(error.issues)}`, { cause: error })
    : error;
