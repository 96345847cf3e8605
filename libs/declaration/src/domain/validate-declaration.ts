import type { DeclarationContext } from './declaration-context';
import type { DeclarationInput } from './declaration-input';
import { dueAt } from './deadline';
import { doubt, fault, type Finding } from './finding';
import { readPeriod } from './period';
import { readPerson } from './person';
import { readPlace } from './place';
import { readReason } from './reason';
import { isForeigner, type StayDraft } from './stay-draft';
import { checkTemporaryResidence, hasToRegister, withoutRegistering } from './temporary-residence';

export type Validation =
  { readonly ok: true; readonly draft: StayDraft } | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * The one validator: every channel, the dry run and the real run go through it. It reports all faults and doubts at once.
 * @param alreadyFaulty pointers of fields whose shape was refused before (they are absent from the input), so that a fault
 *   is not reported a second time as a missing field
 */
export function validateDeclaration(
  input: DeclarationInput,
  context: DeclarationContext,
  alreadyFaulty: readonly string[] = [],
): Validation {
  const findings: Finding[] = [];
  if (!context.facility.active) findings.push(fault('facility-not-active', '/facilityId'));
  const { kind } = input;
  if (kind === undefined) {
    findings.push(fault('field-required', '/kind'), ...readPerson(input.person, context).findings);
    return { ok: false, findings: withoutRepeats(findings, alreadyFaulty) };
  }
  if (!context.facility.stayKinds.has(kind)) findings.push(fault('kind-not-for-facility', '/kind', { kind }));
  const who = readPerson(input.person, context);
  const where = readPlace(input, kind, context);
  const when = readPeriod(input, kind, context);
  const why = readReason(input, kind, context);
  const mayTell = hasToRegister(who.person, where.place);
  findings.push(...who.findings, ...where.findings, ...checkTemporaryResidence(where.place, who.person, context));
  findings.push(...(mayTell ? when.findings : withoutRegistering(when.findings)), ...why.findings);

  const reported = withoutRepeats(findings, alreadyFaulty);
  const refused = alreadyFaulty.length > 0 || reported.some((finding) => finding.severity === 'error');
  if (refused || !who.person || !when.period) return { ok: false, findings: reported };
  const lawful = dueAt(
    when.period.arrivedAt,
    { foreigner: isForeigner(who.person), remoteArea: context.facility.remoteArea },
    context.rules,
  );
  const { dueAt: due, outageId } = context.extend?.(lawful) ?? { dueAt: lawful, outageId: null };
  const late = context.now > due;
  return {
    ok: true,
    draft: {
      kind,
      externalRef: input.externalRef ?? null,
      person: who.person,
      ...when.period,
      reason: why.reason,
      reasonText: why.reasonText,
      note: input.note?.trim() || null,
      place: where.place,
      dueAt: due,
      dueExtendedBy: outageId,
      late,
      warnings: late ? [...reported, doubt('declared-late', '/arrivedAt')] : reported,
    },
  };
}

/** Drops what only follows from a fault already known: anything at, below or (as a missing whole) above its pointer. */
export function withoutRepeats(findings: readonly Finding[], alreadyFaulty: readonly string[]): Finding[] {
  const covered = (pointer: string): boolean =>
    alreadyFaulty.some((known) => pointer === known || pointer.startsWith(`${known}/`));
  return findings.filter(({ pointer }) => !covered(pointer));
}
