import { AppError, type Issue } from '@luutru/platform';
import type { CodeTables } from '@luutru/reference-data';

/** Why somebody looks, as they state it. */
export interface StatedPurpose {
  /** A code of the table `look-purpose`. */
  readonly purpose: string;
  readonly caseNumber?: string;
}

const CASE_NUMBER = /^[\p{L}\p{N}][\p{L}\p{N}./-]{1,63}$/u;

/**
 * Whether somebody may look for what they state, and whether the person is to be told later only.
 * @param day the Vietnamese day, `YYYY-MM-DD`
 * @throws `validation-failed` for a purpose that is unknown or lacks its case
 */
export function checkPurpose(
  tables: CodeTables,
  { purpose, caseNumber }: StatedPurpose,
  day: string,
): { readonly confidential: boolean } {
  const entry = tables.find('look-purpose', purpose, day);
  const issues: Issue[] = [];
  if (!entry) issues.push({ code: 'code-unknown', pointer: '/purpose', params: { table: 'look-purpose' } });
  if (entry?.attributes.caseNumber === true && caseNumber === undefined) {
    issues.push({ code: 'field-required', pointer: '/caseNumber' });
  }
  if (caseNumber !== undefined && !CASE_NUMBER.test(caseNumber)) {
    issues.push({ code: 'case-number-malformed', pointer: '/caseNumber' });
  }
  if (issues.length > 0) throw new AppError('validation-failed', 'invalid', {}, issues);
  return { confidential: entry?.attributes.confidential === true };
}
