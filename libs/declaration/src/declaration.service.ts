import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { localDate, toLocalIso } from '@luutru/calendar';
import { type FacilityProfile, FacilityReadModel } from '@luutru/facility';
import { AppError, CLOCK, type Clock, Idempotency, type Issue, type RequestPrint, uuidV7 } from '@luutru/platform';
import { ContextBuilder } from './context-builder';
import type { DeclarationInput } from './domain/declaration-input';
import type { Finding } from './domain/finding';
import type { StayDraft } from './domain/stay-draft';
import { validateDeclaration, type Validation } from './domain/validate-declaration';
import type { Channel, DeclarationAnswer } from './stay.record';
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
    const { principal, requestId } = command.caller;
    const stay = {
      facilityId: command.facilityId,
      stayId: uuidV7(now),
      arrivedOn: localDate(draft.arrivedAt),
      declaredAt: now,
      channel: command.channel,
      actor: { kind: principal.kind, id: principal.id },
      requestId,
      draft,
    };
    const { receipt } = this.receipts.issue({
      stayId: stay.stayId,
      facilityCode: facility.code,
      kind: draft.kind,
      arrivedAt: draft.arrivedAt,
      declaredAt: now,
      dueAt: draft.dueAt,
      person: draft.person,
    });
    const answer = { ...answerFor(stay.stayId, command.facilityId, now, draft), receipt };
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

  private async validate(
    facility: FacilityProfile,
    command: Omit<DeclareCommand, 'key' | 'body'>,
    now: Date,
  ): Promise<Validation> {
    const context = await this.contexts.build(facility, command.input, now);
    return validateDeclaration(
      command.input,
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

function answerFor(
  stayId: string,
  facilityId: string,
  now: Date,
  draft: StayDraft,
): Omit<DeclarationAnswer, 'receipt'> {
  return {
    stayId,
    facilityId,
    kind: draft.kind,
    state: 'in_house',
    status: 'pending',
    arrivedAt: toLocalIso(draft.arrivedAt),
    declaredAt: toLocalIso(now),
    dueAt: toLocalIso(draft.dueAt),
    late: draft.late,
    warnings: split(draft.warnings).doubts,
  };
}

function split(findings: readonly Finding[]): { faults: Issue[]; doubts: Issue[] } {
  const issue = ({ code, pointer, params }: Finding): Issue => ({ code, pointer, ...(params && { params }) });
  return {
    faults: findings.filter((finding) => finding.severity === 'error').map(issue),
    doubts: findings.filter((finding) => finding.severity === 'warning').map(issue),
  };
}

function refuse(shapeIssues: readonly Issue[], findings: readonly Finding[]): never {
  throw new AppError('validation-failed', 'invalid', {}, [...shapeIssues, ...split(findings).faults]);
}

function alreadyInHouse(stayId: string): AppError {
  const issue: Issue = { code: 'already-in-house', pointer: '/person', params: { stayId } };
  return new AppError('already-in-house', 'conflict', { stayId }, [issue]);
}
