import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@luutru/audit';
import { localDate } from '@luutru/calendar';
import { type FacilityProfile, FacilityReadModel } from '@luutru/facility';
import {
  AppError,
  CLOCK,
  type Clock,
  Database,
  Idempotency,
  type Issue,
  type RequestPrint,
  type Transaction,
  uuidV7,
} from '@luutru/platform';
import { answerFor, split } from './declaration-answer';
import { ContextBuilder } from './context-builder';
import { DECLARE_MANY, MANY_FIELDS } from './declare-many.statement';
import type { PatientFacts } from './domain/declaration-context';
import type { DeclarationInput } from './domain/declaration-input';
import { SeatsOfList } from './domain/seats-of-list';
import type { StayDraft } from './domain/stay-draft';
import { validateDeclaration } from './domain/validate-declaration';
import { OUTBOX_TOPICS, type OutboxTopics } from './outbox-topics';
import { occupiedUntil, StayColumns } from './stay-columns';
import { StayReceipt } from './stay-receipt';
import type { Channel, DeclarationAnswer } from './stay.record';

/** One of many declarations. */
export interface BulkRow {
  readonly input: DeclarationInput;
  /** Faults found while it was read; the fields concerned are left out of `input`. */
  readonly issues: readonly Issue[];
  /** When it was declared, where another system took it in before; absent: now. Never what a client says. */
  readonly declaredAt?: Date;
  /** Stands for the patient the row refers to, who is not admitted yet. */
  readonly patient?: PatientFacts;
}

export type BulkCheck =
  | { readonly ok: true; readonly draft: StayDraft; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly faults: readonly Issue[]; readonly warnings: readonly Issue[] };

/** A row that passed the rules, about to be stored. */
export interface BulkDraft {
  readonly draft: StayDraft;
  /** What tells a repeat of this row. */
  readonly key: string;
  readonly body: unknown;
  /** As of the {@link BulkRow}. */
  readonly declaredAt?: Date;
  /** The person has left already, and can be in house anew from then on. */
  readonly departedAt?: Date | null;
}

type Occupying = Pick<BulkDraft, 'draft' | 'departedAt'>;

export type BulkOutcome =
  | { readonly kind: 'stored'; readonly stayId: string }
  /** Declared before under the same reference, with the same content. */
  | { readonly kind: 'repeated'; readonly stayId: string }
  | { readonly kind: 'reference-reused' }
  /** Null: whoever stood in the way is gone again. */
  | { readonly kind: 'taken'; readonly stayId: string | null };

type Prior = Exclude<BulkOutcome, { kind: 'stored' }>;

/** For whom many rows are declared. */
export interface BulkOrder {
  readonly facilityId: string;
  readonly channel: Channel;
  readonly actor: Actor;
  readonly requestId: string;
}

/** Declares many people of one facility: the same rules and the same record as one by one, in one statement per chunk. */
@Injectable()
export class BulkDeclarationService {
  constructor(
    private readonly database: Database,
    private readonly facilities: FacilityReadModel,
    private readonly contexts: ContextBuilder,
    private readonly columns: StayColumns,
    private readonly receipts: StayReceipt,
    private readonly idempotency: Idempotency,
    @Inject(OUTBOX_TOPICS) private readonly topics: OutboxTopics,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Holds rows against the rules. Throws `not-found` (facility). */
  async check(facilityId: string, rows: readonly BulkRow[]): Promise<BulkCheck[]> {
    const facility = await this.facility(facilityId);
    const now = this.clock.now();
    const common = await this.contexts.build(facility, {}, now);
    const checks: BulkCheck[] = [];
    const seats = new SeatsOfList();
    for (const { input, issues, patient, declaredAt = now } of rows) {
      const refers = input.place?.tripId !== undefined || input.place?.patientId !== undefined;
      const own =
        refers && !patient ? seats.add(await this.contexts.build(facility, input, declaredAt), input) : common;
      const context = { ...own, now: declaredAt, ...(patient && { patient }) };
      const pointers = issues.map(({ pointer }) => pointer);
      const validation = validateDeclaration(input, context, pointers);
      if (validation.ok) {
        checks.push({ ok: true, draft: validation.draft, warnings: split(validation.draft.warnings).doubts });
      } else {
        const { faults, doubts } = split(validation.findings);
        checks.push({ ok: false, faults: [...issues, ...faults], warnings: doubts });
      }
    }
    return checks;
  }

  /** For each draft the stay of the same person at the facility whose time overlaps, or null. */
  async findTakenIn(tx: Transaction, facilityId: string, stays: readonly Occupying[]): Promise<(string | null)[]> {
    const ords: number[] = [];
    const occupants: Buffer[] = [];
    stays.forEach(({ draft }, at) =>
      this.columns.occupants(facilityId, draft).forEach((occupant) => {
        ords.push(at);
        occupants.push(occupant);
      }),
    );
    const during = stays.map((stay) => this.during(stay));
    const rows = await tx.query<{ ord: number; stayId: string }[]>(
      `SELECT c.ord, o.stay_id AS "stayId"
       FROM unnest($2::integer[], $3::bytea[], $4::timestamptz[], $5::timestamptz[]) AS c(ord, occupant, arrived, until)
       JOIN occupancy o ON o.facility_id = $1 AND o.occupant_index = c.occupant AND o.during && tstzrange(c.arrived, c.until)`,
      [facilityId, ords, occupants, ords.map((at) => during[at]?.from), ords.map((at) => during[at]?.until)],
    );
    const found = new Map(rows.map(({ ord, stayId }) => [ord, stayId]));
    return stays.map((_, at) => found.get(at) ?? null);
  }

  /** The person's fingerprint at the facility, to tell the same person among rows; null without a number. */
  occupant(facilityId: string, draft: StayDraft): Buffer | null {
    return this.columns.occupants(facilityId, draft)[0] ?? null;
  }

  /** When the person is in house, as occupancy counts it; null: open end. */
  during({ draft, departedAt }: Occupying): { readonly from: Date; readonly until: Date | null } {
    const { arrivedAt, expectedDepartureAt } = draft;
    return { from: arrivedAt, until: occupiedUntil(arrivedAt, departedAt ?? expectedDepartureAt) };
  }

  /** What tells repeats of these rows. */
  printsOf(rows: readonly BulkDraft[]): RequestPrint[] {
    return rows.map(({ key, body }) => this.idempotency.print('stay.declare', { reference: key }, body));
  }

  /** For each print what {@link storeIn} would say because of an earlier declaration under its key, or null. */
  async findPriorIn(tx: Transaction, facilityId: string, prints: readonly RequestPrint[]): Promise<(Prior | null)[]> {
    const keys = prints.flatMap(({ keyHashes }, ord) => keyHashes.map((hash) => ({ ord, hash })));
    const known = await tx.query<{ ord: number }[]>(
      `SELECT DISTINCT k.ord FROM unnest($2::integer[], $3::bytea[]) AS k(ord, hash)
       JOIN idempotency i ON i.facility_id = $1 AND i.key_hash = k.hash`,
      [facilityId, keys.map(({ ord }) => ord), keys.map(({ hash }) => hash)],
    );
    const ords = new Set(known.map(({ ord }) => ord));
    const outcomes: (Prior | null)[] = [];
    for (const [ord, print] of prints.entries()) {
      outcomes.push(ords.has(ord) ? await this.repeated(tx, facilityId, print) : null);
    }
    return outcomes;
  }

  /** Stores what can be stored, within a transaction of the caller's. The outcomes are in the order of the rows. */
  async storeIn(tx: Transaction, order: BulkOrder, rows: readonly BulkDraft[]): Promise<BulkOutcome[]> {
    if (rows.length === 0) return [];
    const { facilityId, actor } = order;
    const facility = await this.facility(facilityId);
    const now = this.clock.now();
    const prints = this.printsOf(rows);
    const made = await Promise.all(
      rows.map((row, ord) => this.record(order, facility, row, now, ord, prints[ord] as RequestPrint)),
    );
    const keys = prints.flatMap(({ keyHashes }, ord) => keyHashes.map((hash) => ({ ord, hash })));
    // While index keys change, the constraint does not see the same person under the key that is going.
    const changing = made.some(({ former_occupants: former }) => (former as readonly Buffer[]).length > 0);
    const blocked = changing ? await this.findTakenIn(tx, facilityId, rows) : [];
    const sent = made.filter((_, ord) => !blocked[ord]);
    const outcomes = await tx.query<{ ord: number; outcome: 'stored' | 'prior' | 'taken' }[]>(DECLARE_MANY, [
      facilityId,
      'stay.declare',
      actor.kind,
      actor.id,
      order.requestId,
      this.topics,
      keys.map(({ ord }) => ord),
      keys.map(({ hash }) => hash),
      ...indexRows(sent, 'person_kinds', 'person_values'),
      ...indexRows(sent, 'name_kinds', 'name_values'),
      ...MANY_FIELDS.map((field) => sent.map((row) => row[field] ?? null)),
    ]);
    const explained = await this.explain(tx, facilityId, rows, prints, made, outcomes);
    return rows.map((_, ord) => {
      const stayId = blocked[ord];
      return stayId ? { kind: 'taken', stayId } : (explained.get(ord) as BulkOutcome);
    });
  }

  private async explain(
    tx: Transaction,
    facilityId: string,
    rows: readonly BulkDraft[],
    prints: readonly RequestPrint[],
    made: readonly Readonly<Record<string, unknown>>[],
    outcomes: readonly { ord: number; outcome: 'stored' | 'prior' | 'taken' }[],
  ): Promise<ReadonlyMap<number, BulkOutcome>> {
    const taken = outcomes.filter(({ outcome }) => outcome === 'taken').map(({ ord }) => ord);
    const inTheWay = await this.findTakenIn(
      tx,
      facilityId,
      taken.map((ord) => rows[ord] as BulkDraft),
    );
    const explained = new Map<number, BulkOutcome>();
    for (const { ord, outcome } of outcomes) {
      if (outcome === 'stored') explained.set(ord, { kind: 'stored', stayId: made[ord]?.stay_id as string });
      else if (outcome === 'taken') explained.set(ord, { kind: 'taken', stayId: inTheWay[taken.indexOf(ord)] ?? null });
      else explained.set(ord, await this.repeated(tx, facilityId, prints[ord] as RequestPrint));
    }
    return explained;
  }

  private async repeated(tx: Transaction, facilityId: string, print: RequestPrint): Promise<Prior> {
    try {
      const answer = await this.idempotency.findIn<DeclarationAnswer>(tx, facilityId, print);
      return answer ? { kind: 'repeated', stayId: answer.stayId } : { kind: 'taken', stayId: null };
    } catch (error) {
      if (error instanceof AppError && error.code === 'idempotency-key-reused') return { kind: 'reference-reused' };
      throw error;
    }
  }

  private async record(
    { facilityId, channel }: BulkOrder,
    facility: FacilityProfile,
    row: BulkDraft,
    now: Date,
    ord: number,
    print: RequestPrint,
  ): Promise<Readonly<Record<string, unknown>>> {
    const { draft, departedAt, declaredAt = now } = row;
    const stayId = uuidV7(declaredAt);
    const arrivedOn = localDate(draft.arrivedAt);
    const columns = await this.columns.of({
      facilityId,
      stayId,
      arrivedOn,
      declaredAt,
      channel,
      groupId: null,
      draft,
    });
    const { receipt } = this.receipts.issue({ ...draft, stayId, facilityCode: facility.code, declaredAt });
    return {
      ...columns,
      occupied_until: this.during({ draft, departedAt }).until,
      warnings: (columns.warnings as readonly string[]).join(' '),
      ord,
      key_hash: print.keyHashes[0],
      request_hash: print.requestHashes[0],
      answer: JSON.stringify({ ...answerFor(stayId, facilityId, declaredAt, draft), receipt }),
      outbox_id: uuidV7(declaredAt),
      audit_id: uuidV7(declaredAt),
    };
  }

  private async facility(facilityId: string): Promise<FacilityProfile> {
    const facility = await this.facilities.find(facilityId);
    if (!facility) throw new AppError('not-found', 'not-found');
    return facility;
  }
}

/** The rows of an index table for many stays as three arrays: row, kind, fingerprint. */
function indexRows(
  made: readonly Readonly<Record<string, unknown>>[],
  kinds: string,
  values: string,
): [number[], number[], Buffer[]] {
  const found = made.flatMap((row) =>
    (row[kinds] as readonly number[]).map((kind, at) => ({
      ord: row.ord as number,
      kind,
      value: (row[values] as readonly Buffer[])[at] as Buffer,
    })),
  );
  return [found.map(({ ord }) => ord), found.map(({ kind }) => kind), found.map(({ value }) => value)];
}
