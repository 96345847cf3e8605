import { Inject, Injectable } from '@nestjs/common';
import { type Caller, reachOf } from '@luutru/access';
import { localDate, toLocalIso } from '@luutru/calendar';
import { FacilityReadModel } from '@luutru/facility';
import {
  AppError,
  CLOCK,
  type Clock,
  Database,
  Idempotency,
  type Issue,
  KeyRing,
  type Transaction,
  violates,
} from '@luutru/platform';
import { ContextBuilder } from './context-builder';
import { decide, type StayOrder } from './domain/act';
import { correct, type CorrectionInput, type RecordedStay } from './domain/correct';
import { hasToRegister } from './domain/temporary-residence';
import type { Finding } from './domain/finding';
import { actionsIn, type StayAction, STAY_LIFE, type StayState } from './domain/stay-life';
import { type DecidedAction, StayActionRepository } from './stay-action.repository';
import { StayReceipt } from './stay-receipt';
import type { Channel, DeliveryStatus } from './stay.record';
import { openStay, type StayRow, type StayView } from './stay.row';

/** An action on a stay as a channel hands it over. */
export interface ActCommand {
  readonly caller: Caller;
  readonly stayId: string;
  readonly channel: Channel;
  readonly order: StayOrder | ({ readonly action: 'correct'; readonly reason?: string } & CorrectionInput);
  /** The version the caller saw; when the stay has moved on, nothing happens. */
  readonly version?: number;
  readonly shapeIssues: readonly Issue[];
  /** The request as it came, to tell a repeat from another request under the same key. */
  readonly body: unknown;
  /** Idempotency-Key; without one a `version` makes the request its own key. */
  readonly key?: string;
}

/** The answer to an action, kept and given again on a repeat. Holds no personal data. */
export interface ActAnswer {
  readonly stayId: string;
  readonly facilityId: string;
  readonly action: StayAction;
  readonly version: number;
  readonly state: StayState;
  readonly status: DeliveryStatus;
  readonly arrivedAt: string;
  readonly expectedDepartureAt: string | null;
  readonly departedAt: string | null;
  readonly declaredAt: string;
  readonly dueAt: string;
  readonly late: boolean;
  /** Pointers of what differs from the version before. */
  readonly changed: readonly string[];
  readonly warnings: readonly Issue[];
  /** A new receipt after a correction or cancellation, else null: the one given before stands. */
  readonly receipt: string | null;
}

export interface Acted {
  readonly answer: ActAnswer;
  /** True when the request had been answered before and nothing was done now. */
  readonly replayed: boolean;
}

/** What happens to a stay after it was declared. One action at a time: the stay is locked while it is decided and stored. */
@Injectable()
export class StayActionService {
  constructor(
    private readonly database: Database,
    private readonly actions: StayActionRepository,
    private readonly contexts: ContextBuilder,
    private readonly facilities: FacilityReadModel,
    private readonly receipts: StayReceipt,
    private readonly idempotency: Idempotency,
    private readonly keyRing: KeyRing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Does an action. When it returns, stay, history and event are committed.
   * @throws `not-found`, `version-conflict` and `action-not-allowed` with the version and state as they are now,
   *   `validation-failed`, `time-taken`, `idempotency-key-missing`, `idempotency-key-reused`
   */
  async act(command: ActCommand): Promise<Acted> {
    const { facilityIds } = reachOf(command.caller.principal, 'stay.declare');
    return this.database.transaction({ facilityIds }, (tx) => this.actIn(tx, command, facilityIds));
  }

  /**
   * Does several actions of one facility, all or none.
   * @throws `validation-failed` with every fault under pointers such as `/0/expectedDepartureAt`
   */
  async actAll(facilityId: string, commands: readonly ActCommand[]): Promise<readonly Acted[]> {
    const faults: Issue[] = [];
    const acted: Acted[] = [];
    return this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      for (const [at, command] of commands.entries()) {
        try {
          acted.push(await this.actIn(tx, command, [facilityId]));
        } catch (error) {
          if (!(error instanceof AppError) || error.kind === 'unavailable') throw error;
          const own = error.issues.length > 0 ? error.issues : [{ code: 'stay-unknown', pointer: '' }];
          faults.push(...own.map((issue) => ({ ...issue, pointer: `/${at}${issue.pointer}` })));
          // What PostgreSQL refused has ended the transaction: the elements after it cannot be tried.
          if (error.code === 'time-taken') break;
        }
      }
      if (faults.length > 0) throw new AppError('validation-failed', 'invalid', {}, faults);
      return acted;
    });
  }

  /** As {@link act}, within a transaction of the caller's, which must be rolled back when it throws. */
  async actIn(tx: Transaction, command: ActCommand, facilityIds: readonly string[]): Promise<Acted> {
    const { stayId, order, key, version } = command;
    const natural = version === undefined ? undefined : `${stayId}:${version}:${order.action}`;
    const print = this.idempotency.print('stay.act', key !== undefined ? { header: key } : { reference: natural }, [
      stayId,
      order.action,
      command.body,
    ]);
    const row = await this.actions.lock(tx, facilityIds, stayId);
    if (!row) throw new AppError('not-found', 'not-found');
    const before = await this.idempotency.findIn<ActAnswer>(tx, row.facilityId, print);
    if (before) return { answer: before, replayed: true };
    if (version !== undefined && version !== row.version) throw conflict('version-conflict', row, order.action);
    if (!STAY_LIFE[row.state][order.action]) throw conflict('action-not-allowed', row, order.action);
    if (command.shapeIssues.length > 0) throw new AppError('validation-failed', 'invalid', {}, command.shapeIssues);
    const now = this.clock.now();
    const stay = await openStay(this.keyRing, row);
    const { decided, warnings } = await this.decide(command, stay, now);
    await this.store(tx, row, decided);
    const answer = answerFor(row, decided, warnings);
    await this.idempotency.remember(tx, row.facilityId, print, answer, now);
    return { answer, replayed: false };
  }

  private async decide(
    command: ActCommand,
    stay: StayView,
    now: Date,
  ): Promise<{ decided: DecidedAction; warnings: readonly Finding[] }> {
    const { order, caller, channel } = command;
    const { principal, requestId } = caller;
    const common = { actor: { kind: principal.kind, id: principal.id }, requestId, channel, at: now };
    const facility = await this.facilities.find(stay.facilityId);
    if (!facility) throw new AppError('not-found', 'not-found');
    const recorded = recordedOf(stay);
    if (order.action === 'correct') {
      const input = { kind: order.changes.kind ?? stay.kind, place: { ...stay.place, ...order.changes.place } };
      const correction = correct(recorded, order, await this.contexts.build(facility, input, now));
      if (!correction.ok) throw invalid(correction.findings);
      const { draft, change, changed } = correction;
      const corrected = {
        facilityId: stay.facilityId,
        stayId: stay.stayId,
        arrivedOn: localDate(draft.arrivedAt),
        declaredAt: stay.declaredAt,
        channel,
        groupId: stay.groupId,
        draft,
      };
      const receipt = this.receipt(stay, facility.code, 'corrected', now, draft);
      const decided = { ...common, action: order.action, change, changed, reason: null, receipt, corrected };
      return { decided, warnings: draft.warnings };
    }
    const context = this.contexts.timeless(now);
    const decision = decide(recorded, order, context);
    if (!decision.ok) throw invalid(decision.findings);
    const { change, warnings } = decision;
    const cancelled = order.action === 'cancel';
    const note = order.note?.trim() || undefined;
    const changed = changedBy(recorded, change);
    const decided: DecidedAction = {
      ...common,
      action: order.action,
      change,
      changed,
      reason: order.reason ?? null,
      receipt: cancelled ? this.receipt(stay, facility.code, 'cancelled', now, recorded) : null,
      ...(note !== undefined && { personal: { ...stay.personal, actionNote: note } }),
    };
    return { decided, warnings };
  }

  private receipt(
    stay: StayView,
    facilityCode: string,
    act: 'corrected' | 'cancelled',
    now: Date,
    { kind, arrivedAt, person }: Pick<RecordedStay, 'kind' | 'arrivedAt' | 'person'>,
  ): string {
    const previous = stay.receipt ?? this.receipts.ofDeclaration(stay, facilityCode).receipt;
    const { stayId, declaredAt, dueAt } = stay;
    const facts = { stayId, facilityCode, kind, arrivedAt, declaredAt, dueAt, person };
    const version = { version: stay.version + 1, act, issuedAt: now, previousReceipt: previous };
    return this.receipts.issue(facts, version).receipt;
  }

  private async store(tx: Transaction, row: StayRow, decided: DecidedAction): Promise<void> {
    try {
      await this.actions.store(tx, row, decided);
    } catch (error) {
      if (!violates(error, 'occupancy_once_at_a_time')) throw error;
      throw new AppError('time-taken', 'conflict', {}, [{ code: 'time-taken', pointer: '' }]);
    }
  }
}

function recordedOf(stay: StayView): RecordedStay {
  const { personal } = stay;
  return {
    ...stay,
    externalRef: personal.externalRef,
    reasonText: personal.reasonText,
    note: personal.note,
    hasToRegister: hasToRegister(stay, stay.place),
    person: {
      fullName: personal.fullName,
      birthDate: personal.birthDate,
      sex: stay.sex,
      nationality: stay.nationality,
      documentType: stay.documentType,
      documentNumber: personal.documentNumber,
      documentDescription: personal.documentDescription,
      phone: personal.phone,
      permitUntil: personal.permitUntil ?? null,
      residenceKind: personal.residenceKind,
      address: personal.address,
      residenceWardId: personal.residenceWardId,
      originProvinceId: stay.originProvinceId,
    },
  };
}

function changedBy(stay: RecordedStay, change: DecidedAction['change']): string[] {
  const same = (a: Date | null, b: Date | null): boolean => a?.getTime() === b?.getTime();
  return [
    ...(same(stay.expectedDepartureAt, change.expectedDepartureAt) ? [] : ['/expectedDepartureAt']),
    ...(same(stay.departedAt, change.departedAt) ? [] : ['/departedAt']),
  ];
}

function answerFor(row: StayRow, decided: DecidedAction, warnings: readonly Finding[]): ActAnswer {
  const { change, corrected } = decided;
  return {
    stayId: row.stayId,
    facilityId: row.facilityId,
    action: decided.action,
    version: row.version + 1,
    state: change.state,
    status: 'pending',
    arrivedAt: toLocalIso(corrected?.draft.arrivedAt ?? row.arrivedAt),
    expectedDepartureAt: change.expectedDepartureAt && toLocalIso(change.expectedDepartureAt),
    departedAt: change.departedAt && toLocalIso(change.departedAt),
    declaredAt: toLocalIso(row.declaredAt),
    dueAt: toLocalIso(row.dueAt),
    late: row.late,
    changed: decided.changed,
    warnings: warnings.map(issueOf),
    receipt: decided.receipt,
  };
}

const issueOf = ({ code, pointer, params }: Finding): Issue => ({ code, pointer, ...(params && { params }) });

const invalid = (findings: readonly Finding[]): AppError =>
  new AppError(
    'validation-failed',
    'invalid',
    {},
    findings.filter(({ severity }) => severity === 'error').map(issueOf),
  );

function conflict(code: 'version-conflict' | 'action-not-allowed', row: StayRow, action: StayAction): AppError {
  const params = { action, state: row.state, version: row.version, allowed: actionsIn(row.state).join(', ') };
  return new AppError(code, 'conflict', params, [{ code, pointer: '', params }]);
}
