import { type Caller, MACHINE_PERMISSIONS } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import type { DeclarationInput, DeclarationService, StayActionService } from '@luutru/declaration';
import type { DischargeService, TripActionService } from '@luutru/departures';
import type { PatientService } from '@luutru/patient';
import { AppError, uuidV7 } from '@luutru/platform';
import type { TripService } from '@luutru/trip';
import type { Random } from './random';
import { type PastEvent, staysOfAdmission, staysOfTrip } from './stays';

export interface PastServices {
  readonly declarations: DeclarationService;
  readonly trips: TripService;
  readonly patients: PatientService;
  readonly actions: StayActionService;
  readonly tripActions: TripActionService;
  readonly discharges: DischargeService;
}

/** Something done at a time of the past. */
interface Step {
  readonly at: Date;
  readonly run: () => Promise<void>;
}

/** Of a hundred guests nobody says that so many have left. */
const FORGOTTEN = 0.05;

/** Declares the past, and what ended in it, through the services, with the clock at each event's own time. */
export class PastPlayer {
  private serial = 0;
  private declared = 0;
  private ends: Step[] = [];

  constructor(
    private readonly services: PastServices,
    private readonly showTime: (at: Date | null) => void,
    private readonly random: Random,
    private readonly now: Date,
  ) {}

  /** @param events in the order of time; returns the number of stays declared */
  async play(events: readonly PastEvent[]): Promise<number> {
    try {
      for (const event of events) {
        await this.end(event.at);
        this.showTime(event.at);
        await this.begin(event);
      }
      await this.end(this.now);
    } finally {
      this.showTime(null);
    }
    return this.declared;
  }

  /** Ends what ended until then. */
  private async end(until: Date): Promise<void> {
    const due = this.ends.filter(({ at }) => at <= until).sort((one, other) => one.at.getTime() - other.at.getTime());
    this.ends = this.ends.filter(({ at }) => at > until);
    for (const { at, run } of due) {
      this.showTime(at);
      await run().catch(explain);
    }
  }

  private async begin(event: PastEvent): Promise<void> {
    if (event.what === 'admission') return this.admission(event);
    if (event.what === 'trip') return this.trip(event);
    const [stayId = ''] = await this.declare(event, [event.input]);
    if (event.input.kind === 'guest' && this.random.chance(FORGOTTEN)) return;
    const order = { action: 'check-out' } as const;
    this.later(event.endsAt, event, (command) =>
      this.services.actions.act({ ...command, stayId, channel: 'rest', order, shapeIssues: [] }),
    );
  }

  private async admission(event: Extract<PastEvent, { what: 'admission' }>): Promise<void> {
    const { recordNumber, department, room } = event;
    const input = { recordNumber, department, room };
    const { answer } = await this.services.patients.admit({ ...this.command(event), input, body: input });
    const { patientId } = answer;
    await this.declare(event, staysOfAdmission(event, patientId, this.random));
    const order = { action: 'discharge' } as const;
    this.later(event.endsAt, event, (command) => this.services.discharges.act({ ...command, patientId, order }));
  }

  private async trip(event: Extract<PastEvent, { what: 'trip' }>): Promise<void> {
    const input = { plate: event.plate, routeCode: event.routeCode, departsAt: toLocalIso(event.departsAt) };
    const { answer } = await this.services.trips.create({ ...this.command(event), input, body: input });
    await this.declare(event, staysOfTrip(event, answer, this.random));
    for (const [at, action] of [
      [event.departsAt, 'depart'],
      [event.endsAt, 'arrive'],
    ] as const) {
      const { tripId } = answer;
      this.later(at, event, (command) => this.services.tripActions.act({ ...command, tripId, order: { action } }));
    }
  }

  private later(at: Date, event: PastEvent, act: (command: ActionOf) => Promise<unknown>): void {
    const run = async (): Promise<void> => {
      const { caller, key } = this.command(event, at);
      await act({ caller, key: key.header, body: { at } });
    };
    if (at < this.now) this.ends.push({ at, run });
  }

  private async declare(event: PastEvent, stays: readonly DeclarationInput[]): Promise<string[]> {
    const declared = await Promise.all(
      stays.map((input) =>
        this.services.declarations.declare({ ...this.command(event), channel: 'rest', input, body: input }),
      ),
    ).catch(explain);
    this.declared += declared.length;
    return declared.map(({ answer }) => answer.stayId);
  }

  private command({ at: begin, facility: { facilityId } }: PastEvent, at = begin) {
    const caller: Caller = {
      principal: {
        ...{ kind: 'api-key', id: 'seed', ownIndexes: [] },
        grants: [
          { role: null, permissions: new Set(MACHINE_PERMISSIONS), reach: { facilityIds: [facilityId], areas: [] } },
        ],
      },
      requestId: uuidV7(at),
    };
    return { caller, facilityId, shapeIssues: [], key: { header: `seed-${(this.serial += 1)}` } };
  }
}

interface ActionOf {
  readonly caller: Caller;
  readonly key: string;
  readonly body: unknown;
}

/** Says what was refused. */
export function explain(error: unknown): never {
  if (!(error instanceof AppError)) throw error;
  throw new Error(`Seeding: ${error.code} ${JSON.stringify(error.issues)}`, { cause: error });
}
