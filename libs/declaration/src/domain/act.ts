import { localDate, type MomentResult, parseMoment } from '@luutru/calendar';
import type { CodeLookup, DeclarationRules } from './declaration-context';
import { doubt, fault, type Finding } from './finding';
import { checkDeparture } from './period';
import type { StayKind } from './stay-kind';
import type { StayAction, StayState } from './stay-life';
import { withoutRegistering } from './temporary-residence';

/** The part of a stay that actions other than a correction depend on. */
export interface LivingStay {
  readonly kind: StayKind;
  readonly state: StayState;
  readonly arrivedAt: Date;
  readonly expectedDepartureAt: Date | null;
  readonly departedAt: Date | null;
  /** Once it is long: of a citizen no registration of temporary residence is recorded. */
  readonly hasToRegister: boolean;
  readonly lastAction: StayAction | null;
  readonly lastActedAt: Date | null;
}

/** An action as it comes in: right types, nothing checked. */
export interface StayOrder {
  readonly action: Exclude<StayAction, 'correct'>;
  /** check-out, leave-early: ISO 8601, without an offset Vietnamese time; absent: now. */
  readonly departedAt?: string;
  /** extend: the new expected departure. */
  readonly expectedDepartureAt?: string;
  /** cancel: code of the table `cancel-reason`. */
  readonly reason?: string;
  /** cancel: in words; must be given for the reason `khac`. */
  readonly note?: string;
}

export interface ActContext {
  readonly now: Date;
  readonly rules: DeclarationRules;
  readonly codes: CodeLookup;
}

/** What becomes of the stay. */
export interface StayChange {
  readonly state: StayState;
  readonly expectedDepartureAt: Date | null;
  readonly departedAt: Date | null;
}

export type Decision =
  | { readonly ok: true; readonly change: StayChange; readonly warnings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** How long a check-out made by mistake may be taken back; after that a correction says what was wrong. */
export const UNDO_HOURS = 48;
const HOUR_MS = 3_600_000;
const OTHER_REASON = 'khac';

/** Decides an action that STAY_LIFE lists for the state of the stay. */
export function decide(stay: LivingStay, order: StayOrder, context: ActContext): Decision {
  switch (order.action) {
    case 'check-out':
    case 'leave-early':
      return checkOut(stay, order, context.now);
    case 'extend':
      return extend(stay, order, context);
    case 'undo-check-out':
      return undoCheckOut(stay, context.now);
    case 'cancel':
      return cancel(stay, order, context);
  }
}

/** A stay whose expected departure has passed is overdue until somebody says that the person left. */
export const presentState = (expectedDepartureAt: Date | null, now: Date): StayState =>
  expectedDepartureAt !== null && expectedDepartureAt < now ? 'overdue' : 'in_house';

/** Leaving on a day before the expected one is leaving early. */
export const departedState = (expectedDepartureAt: Date | null, departedAt: Date): StayState =>
  expectedDepartureAt !== null && localDate(departedAt) < localDate(expectedDepartureAt) ? 'left_early' : 'departed';

function checkOut(stay: LivingStay, order: StayOrder, now: Date): Decision {
  const pointer = '/departedAt';
  const read = moment(order.departedAt, pointer);
  if (read instanceof Array) return refused(...read);
  const departedAt = read ?? now;
  const { expectedDepartureAt } = stay;
  if (departedAt < stay.arrivedAt) return refused(fault('departure-before-arrival', pointer));
  if (departedAt > now) return refused(fault('departure-in-future', pointer));
  const early = order.action === 'leave-early';
  if (early && (expectedDepartureAt === null || departedAt >= expectedDepartureAt)) {
    return refused(fault('departure-not-early', pointer));
  }
  const state = early ? 'left_early' : departedState(expectedDepartureAt, departedAt);
  return { ok: true, change: { state, expectedDepartureAt, departedAt }, warnings: [] };
}

function extend(stay: LivingStay, order: StayOrder, { now, rules }: ActContext): Decision {
  const pointer = '/expectedDepartureAt';
  const until = moment(order.expectedDepartureAt, pointer);
  if (until === undefined) return refused(fault('field-required', pointer));
  if (until instanceof Array) return refused(...until);
  if (stay.expectedDepartureAt !== null && until <= stay.expectedDepartureAt) {
    return refused(fault('extension-not-later', pointer));
  }
  if (until < now) return refused(fault('extension-in-past', pointer));
  const findings = checkDeparture(stay.arrivedAt, until, stay.kind, rules);
  if (findings.some(({ severity }) => severity === 'error')) return refused(...findings);
  const warnings = stay.hasToRegister ? findings : withoutRegistering(findings);
  return { ok: true, change: { state: 'in_house', expectedDepartureAt: until, departedAt: null }, warnings };
}

/** The mistake is the check-out, which may be about days ago: what counts is when it was made, where that is still known. */
function undoCheckOut(stay: LivingStay, now: Date): Decision {
  const { expectedDepartureAt, departedAt, lastAction, lastActedAt } = stay;
  const justLeft = lastAction === 'check-out' || lastAction === 'leave-early';
  const since = (justLeft ? lastActedAt : null) ?? departedAt;
  if (since && now.getTime() - since.getTime() > UNDO_HOURS * HOUR_MS) {
    return refused(fault('undo-too-late', '', { hours: UNDO_HOURS }));
  }
  const state = presentState(expectedDepartureAt, now);
  const warnings = state === 'overdue' ? [doubt('stay-overdue', '/expectedDepartureAt')] : [];
  return { ok: true, change: { state, expectedDepartureAt, departedAt: null }, warnings };
}

function cancel({ expectedDepartureAt, departedAt }: LivingStay, order: StayOrder, { codes }: ActContext): Decision {
  const { reason } = order;
  if (reason === undefined) return refused(fault('field-required', '/reason'));
  if (!codes.has('cancel-reason', reason)) {
    return refused(fault('code-unknown', '/reason', { table: 'cancel-reason' }));
  }
  if (reason === OTHER_REASON && !order.note?.trim()) return refused(fault('field-required', '/note'));
  return { ok: true, change: { state: 'cancelled', expectedDepartureAt, departedAt }, warnings: [] };
}

function moment(text: string | undefined, pointer: string): Date | Finding[] | undefined {
  if (text === undefined) return undefined;
  const result: MomentResult = parseMoment(text);
  return result.ok ? result.at : [fault(`moment-${result.reason}`, pointer)];
}

const refused = (...findings: readonly Finding[]): Decision => ({ ok: false, findings });
