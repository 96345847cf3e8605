import { addDays, daysBetween, localDate, type MomentResult, parseMoment } from '@luutru/calendar';
import type { DeclarationContext, DeclarationRules } from './declaration-context';
import type { DeclarationInput } from './declaration-input';
import { doubt, fault, type Finding } from './finding';
import { OPEN_ENDED, type StayKind } from './stay-kind';

export interface Period {
  readonly arrivedAt: Date;
  readonly expectedDepartureAt: Date | null;
}

/** Reads arrival and expected departure, fills in what the kind of stay implies, and holds them against the rules. */
export function readPeriod(
  input: DeclarationInput,
  kind: StayKind,
  context: DeclarationContext,
): { period?: Period; findings: Finding[] } {
  const findings: Finding[] = [];
  const arrivedAt = moment(input.arrivedAt, '/arrivedAt', findings) ?? defaultArrival(input, context);
  const given = moment(input.expectedDepartureAt, '/expectedDepartureAt', findings);
  const tripEnd = kind === 'passenger' ? alightingAt(input, context) : undefined;
  const expectedDepartureAt = given ?? tripEnd ?? null;
  if (findings.length > 0 || !arrivedAt) return { findings };

  findings.push(...checkArrival(arrivedAt, context));
  if (!expectedDepartureAt) {
    if (!OPEN_ENDED.has(kind)) findings.push(fault('field-required', '/expectedDepartureAt'));
  } else {
    findings.push(...checkDeparture(arrivedAt, expectedDepartureAt, kind, context.rules));
  }
  const usable = findings.every((finding) => finding.severity === 'warning');
  return usable ? { period: { arrivedAt, expectedDepartureAt }, findings } : { findings };
}

/** A passenger leaves at their own stop; at the end of the trip where that is not known. */
function alightingAt({ place }: DeclarationInput, { trip }: DeclarationContext): Date | undefined {
  return trip?.stopTimes?.[place?.alightingStop ?? ''] ?? trip?.expectedArrivalAt;
}

function defaultArrival(input: DeclarationInput, context: DeclarationContext): Date | undefined {
  if (input.arrivedAt !== undefined) return undefined;
  return input.kind === 'passenger' ? (context.trip?.departsAt ?? context.now) : context.now;
}

/** Arrival may be any time of today, also later this evening, or lie back a limited number of days. */
function checkArrival(arrivedAt: Date, { now, rules }: DeclarationContext): Finding[] {
  const today = localDate(now);
  const daysBack = daysBetween(localDate(arrivedAt), today);
  const { maxLateDays } = rules.arrivalWindow(today);
  if (daysBack < 0) return [fault('arrival-in-future', '/arrivedAt')];
  if (daysBack > maxLateDays) return [fault('arrival-too-long-ago', '/arrivedAt', { maxLateDays })];
  return [];
}

/** An end before the arrival, or after what one notice may cover. */
export function checkDeparture(arrivedAt: Date, departure: Date, kind: StayKind, rules: DeclarationRules): Finding[] {
  const pointer = '/expectedDepartureAt';
  if (departure < arrivedAt) return [fault('departure-before-arrival', pointer)];
  const day = localDate(arrivedAt);
  const departureDay = localDate(departure);
  if (OPEN_ENDED.has(kind)) {
    const afterDays = rules.temporaryResidenceAfterDays(day);
    const longTenant = kind === 'tenant' && departureDay >= addDays(day, afterDays);
    return longTenant ? [doubt('temporary-residence-needed', pointer, { afterDays })] : [];
  }
  const maxDays = rules.maxDaysPerNotice(day);
  return departureDay > addDays(day, maxDays) ? [fault('stay-longer-than-notice', pointer, { maxDays })] : [];
}

function moment(text: string | undefined, pointer: string, findings: Finding[]): Date | undefined {
  if (text === undefined) return undefined;
  const result: MomentResult = parseMoment(text);
  if (result.ok) return result.at;
  findings.push(fault(`moment-${result.reason}`, pointer));
  return undefined;
}
