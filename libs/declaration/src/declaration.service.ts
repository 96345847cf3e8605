import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { localDate, toLocalIso } from '@luutru/calendar';
import { type FacilityProfile, FacilityReadModel } from '@luutru/facility';
import {
  AppError,
  CLOCK,
  type Clock,
  Idempotency,
  type Issue,
  type RequestPrint,
  type Transaction,
  uuidV7,
} from '@luutru/platform';
import { answerFor, split } from './declaration-answer';
import { ContextBuilder } from './context-builder';
import { SeatsOfList } from './domain/seats-of-list';
import type { DeclarationInput } from './domain/declaration-input';
import { fault, type Finding } from './domain/finding';
import type { StayDraft } from './domain/stay-draft';
import { validateDeclaration, type Validation } from './domain/validate-declaration';
import { KnownPeople, withKnown } from './known-people';
import type { Channel, DeclarationAnswer, NewStay } from './stay.record';
import { StayReceipt } from './stay-receipt';
import { StayRepository } from './stay.repository';

/** A declaration as a channel hands it over. */
export interface DeclareCommand {
  readonly caller: Caller;
  readonly facilityId: string;
  readonly channel: Channel;
  readonly input: DeclarationInput;
  /** Faults of shape the channel found; the fields concerned are left out of `input`. */
  readonly shapeIssues: readonly Issue[];
  /** The request as it came, to tell a repeat from another request under the same key. */
  readonly body: unknown;
  readonly key: { readonly header?: string; readonly reference?: string };
}

export interface Declared {
  readonly answer: DeclarationAnswer;
  /** True when the request had been answered before and nothing was done now. */
  readonly replayed: boolean;
}

/** Several declarations that are accepted together or not at all. */
export interface DeclareAllCommand extends Omit<DeclareCommand, 'input' | 'shapeIssues'> {
  /** Pointers of issues are relative to the element. */
  readonly declarations: readonly { readonly input: DeclarationInput; readonly shapeIssues: readonly Issue[] }[];
  /** Where the list stands in the request, for pointers of issues: `/persons`, or empty. */
  readonly pointer?: string;
  /** The people belong together, such as a family in one room. */
  readonly group?: true;
  /** Done in the same transaction once all are recorded: what fails in it keeps everything from being recorded. */
  readonly alongside?: (tx: Transaction, stayIds: readonly string[]) => Promise<void>;
}

export interface DeclaredAll {
  readonly groupId: string | null;
  /** In the order of the declarations. */
  readonly answers: readonly DeclarationAnswer[];
  readonly replayed: boolean;
}

/** What a dry run says: what would be refused, or the answer's particulars. */
export interface DryRun {
  readonly valid: boolean;
  readonly issues: readonly Issue[];
  readonly warnings: readonly Issue[];
  readonly dueAt: string | null;
  readonly late: boolean | null;
}

const OPERATION = 'stay.declare';

@Injectable()
export class DeclarationService {
  constructor(
    private readonly stays: StayRepository,
    private readonly facilities: FacilityReadModel,
    private readonly contexts: ContextBuilder,
    private readonly idempotency: Idempotency,
    private readonly receipts: StayReceipt,
    private readonly known: KnownPeople,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Records a stay. When it returns, stay and event are committed.
   * @throws `validation-failed` with every fault, `already-in-house`, `idempotency-key-reused`, `not-found` (facility)
   */
  async declare(command: DeclareCommand): Promise<Declared> {
    const print = this.idempotency.print(OPERATION, command.key, command.body);
    const now = this.clock.now();
    const facility = await this.facility(command.facilityId);
    const validation = await this.validate(facility, command, now);
    if (!validation.ok) {
      // A repeat gets its first answer even where the rules would say no by now: the day passed, the trip ended.
      return (await this.replay(command, print)) ?? refuse(command.shapeIssues, validation.findings);
    }
    const { draft } = validation;
    const { stay, answer } = this.prepare(command, facility, draft, now);
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      if (await this.stays.declare(stay, print, answer)) return { answer, replayed: false };
      const replayed = await this.replay(command, print);
      if (replayed) return replayed;
      const overlap = await this.stays.findOverlap(command.facilityId, draft);
      if (overlap) throw alreadyInHouse(overlap.stayId);
      // Whoever stood in the way is gone again: once more, with the same id.
    }
    throw new AppError('database-unavailable', 'unavailable');
  }

  /**
   * Records several stays in one transaction. When it returns, all are committed.
   * @throws `validation-failed` with every fault of every element under pointers such as `/0/person`, `already-in-house`
   *   for elements whose person is in house, also by an earlier element of the same list
   */
  async declareAll(command: DeclareAllCommand): Promise<DeclaredAll> {
    const { facilityId, declarations, pointer = '' } = command;
    const print = this.idempotency.print('stay.declare-all', command.key, command.body);
    const now = this.clock.now();
    const facility = await this.facility(facilityId);
    const before = await this.idempotency.find<Omit<DeclaredAll, 'replayed'>>(facilityId, print);
    if (before) return { ...before, replayed: true };
    const faults: Issue[] = [];
    const drafts: StayDraft[] = [];
    const seats = new SeatsOfList();
    for (const [at, element] of declarations.entries()) {
      const validation = await this.validate(facility, element, now, seats);
      if (validation.ok) drafts.push(validation.draft);
      else
        faults.push(...[...element.shapeIssues, ...split(validation.findings).faults].map(below(`${pointer}/${at}`)));
    }
    if (faults.length > 0) throw new AppError('validation-failed', 'invalid', {}, faults);
    const groupId = command.group ? uuidV7(now) : null;
    const prepared = drafts.map((draft) => this.prepare(command, facility, draft, now, groupId));
    const result = { groupId, answers: prepared.map(({ answer }) => answer) };
    return this.idempotency
      .once(facilityId, print, result, now, async (tx) => {
        const conflicts: Issue[] = [];
        for (const [at, { stay, answer }] of prepared.entries()) {
          const own = this.idempotency.print(OPERATION, { reference: stay.stayId }, null);
          if (await this.stays.declareIn(tx, stay, own, answer)) continue;
          const overlap = await this.stays.findOverlapIn(tx, facilityId, stay.draft);
          const other = prepared.findIndex(({ stay: { stayId } }) => stayId === overlap?.stayId);
          const issue: Issue =
            other >= 0
              ? { code: 'listed-twice-in-list', pointer: '/person', params: { other: other + 1 } }
              : { code: 'already-in-house', pointer: '/person', params: { stayId: overlap?.stayId ?? '' } };
          conflicts.push(below(`${pointer}/${at}`)(issue));
        }
        if (conflicts.length > 0) throw new AppError('already-in-house', 'conflict', {}, conflicts);
        await command.alongside?.(
          tx,
          prepared.map(({ stay }) => stay.stayId),
        );
      })
      .then(({ answer, replayed }) => ({ ...answer, replayed }));
  }

  /** The same rules and conflicts as {@link declare}, without recording anything. */
  async dryRun(command: Omit<DeclareCommand, 'key' | 'body'>): Promise<DryRun> {
    const facility = await this.facility(command.facilityId);
    const validation = await this.validate(facility, command, this.clock.now());
    if (!validation.ok) {
      const { faults, doubts } = split(validation.findings);
      return { valid: false, issues: [...command.shapeIssues, ...faults], warnings: doubts, dueAt: null, late: null };
    }
    const { draft } = validation;
    const overlap = await this.stays.findOverlap(command.facilityId, draft);
    return {
      valid: overlap === null,
      issues: overlap ? [...alreadyInHouse(overlap.stayId).issues] : [],
      warnings: split(draft.warnings).doubts,
      dueAt: toLocalIso(draft.dueAt),
      late: draft.late,
    };
  }

  private prepare(
    command: Pick<DeclareCommand, 'caller' | 'facilityId' | 'channel'>,
    facility: FacilityProfile,
    draft: StayDraft,
    now: Date,
    groupId: string | null = null,
  ): { stay: NewStay; answer: DeclarationAnswer } {
    const { caller, facilityId, channel } = command;
    const { principal, requestId } = caller;
    const stayId = uuidV7(now);
    const actor = { kind: principal.kind, id: principal.id };
    const arrivedOn = localDate(draft.arrivedAt);
    const stay = { facilityId, stayId, arrivedOn, declaredAt: now, channel, groupId, actor, requestId, draft };
    const { receipt } = this.receipts.issue({ ...draft, stayId, facilityCode: facility.code, declaredAt: now });
    return { stay, answer: { ...answerFor(stayId, facilityId, now, draft), receipt } };
  }

  private async validate(
    facility: FacilityProfile,
    command: Pick<DeclareCommand, 'input' | 'shapeIssues'>,
    now: Date,
    seats = new SeatsOfList(),
  ): Promise<Validation> {
    const { fromStayId, ...person } = command.input.person ?? {};
    const known = fromStayId === undefined ? null : await this.known.find(facility.facilityId, fromStayId);
    if (fromStayId !== undefined && !known) {
      return { ok: false, findings: [fault('stay-unknown', '/person/fromStayId')] };
    }
    const input = known ? { ...command.input, person: withKnown(known, person) } : command.input;
    const context = seats.add(await this.contexts.build(facility, input, now), input);
    return validateDeclaration(
      input,
      context,
      command.shapeIssues.map((issue) => issue.pointer),
    );
  }

  private async facility(facilityId: string): Promise<FacilityProfile> {
    const facility = await this.facilities.find(facilityId);
    if (!facility) throw new AppError('not-found', 'not-found');
    return facility;
  }

  private async replay(command: DeclareCommand, print: RequestPrint): Promise<Declared | null> {
    const answer = await this.idempotency.find<DeclarationAnswer>(command.facilityId, print);
    return answer && { answer, replayed: true };
  }
}

const below =
  (prefix: string) =>
  (issue: Issue): Issue => ({ ...issue, pointer: `${prefix}${issue.pointer}` });

function refuse(shapeIssues: readonly Issue[], findings: readonly Finding[]): never {
  throw new AppError('validation-failed', 'invalid', {}, [...shapeIssues, ...split(findings).faults]);
}

function alreadyInHouse(stayId: string): AppError {
  const issue: Issue = { code: 'already-in-house', pointer: '/person', params: { stayId } };
  return new AppError('already-in-house', 'conflict', { stayId }, [issue]);
}
