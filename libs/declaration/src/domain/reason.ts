import type { DeclarationContext } from './declaration-context';
import type { DeclarationInput } from './declaration-input';
import { fault, type Finding } from './finding';
import { DEFAULT_REASON, OTHER_REASON, type StayKind } from './stay-kind';

/** Reads the reason: code 20 needs a text, every other code takes none. */
export function readReason(
  input: DeclarationInput,
  kind: StayKind,
  { codes }: DeclarationContext,
): { reason: number | null; reasonText: string | null; findings: Finding[] } {
  const findings: Finding[] = [];
  const reason = input.reason ?? DEFAULT_REASON[kind];
  const reasonText = input.reasonText?.trim() || null;
  if (reason === undefined) {
    findings.push(fault('field-required', '/reason'));
  } else if (reason !== null && !codes.has('stay-reason', String(reason))) {
    findings.push(fault('code-unknown', '/reason', { table: 'stay-reason' }));
  }
  if (reason === OTHER_REASON && !reasonText) findings.push(fault('reason-text-required', '/reasonText'));
  if (reason !== OTHER_REASON && reasonText) findings.push(fault('reason-text-not-for-code', '/reasonText'));
  return { reason: reason ?? null, reasonText, findings };
}
