import { tidy } from './clean-text';
import { doubt, fault, type Finding } from './finding';
import { looksMistyped } from './typing-remains';

/** Longest name accepted, in characters; ICAO Doc 9303 cuts names at 39, registers of ethnic names stay under 100. */
export const MAX_NAME_LENGTH = 150;

const SYMBOLS = /[^\p{L}\p{M}\p{N}\s'’‘ʼʻ`´.,()/\u200C\u200D\p{Pd}]/u;

/** A name as it is stored: Unicode NFC, single spaces, none at the ends, no invisible characters; the case stays as typed. */
export function normaliseName(value: string): string {
  return tidy(value);
}

/**
 * Faults and doubts about a full name, typed or scanned. Only what no name can be is an error: none, over 150 characters,
 * digits. The rest is shown to the clerk, since names of every nation pass the desk.
 */
export function checkName(value: string): Finding[] {
  const name = normaliseName(value);
  if (!/[\p{L}\p{N}]/u.test(name)) return [fault('name-empty', 'fullName')];
  if (name.length > MAX_NAME_LENGTH) return [fault('name-too-long', 'fullName', { max: MAX_NAME_LENGTH })];
  const findings: Finding[] = [];
  if (/\p{N}/u.test(name)) findings.push(fault('name-has-digits', 'fullName'));
  if (looksMistyped(name)) findings.push(doubt('name-looks-mistyped', 'fullName'));
  if (SYMBOLS.test(name)) findings.push(doubt('name-has-symbols', 'fullName'));
  if (/\p{L}/u.test(name.replace(/\p{Script=Latin}/gu, ''))) findings.push(doubt('name-not-latin', 'fullName'));
  else if (!name.includes(' ')) findings.push(doubt('name-single-word', 'fullName'));
  return findings;
}
