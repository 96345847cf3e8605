import type { FieldIssue } from '@luutru/client';
import { type SortedIssues, sortIssues } from '../../check-in/declaration';

/** The faults of an admission where they belong: as of a check-in, and with each relative's relation. */
export interface CaseIssues extends SortedIssues {
  /** By place in the list of people. */
  readonly relations: readonly (string | undefined)[];
}

export const NO_CASE_ISSUES: CaseIssues = { persons: [], terms: {}, relations: [], placed: () => false };

const TERMS = new Set(['recordNumber', 'department', 'room', 'bed', 'admittedAt', 'arrivedAt', 'expectedDepartureAt']);
const RELATION = /^\/persons\/(\d+)\/place\/relation$/;

export function sortCaseIssues(
  issues: readonly FieldIssue[],
  count: number,
  text: (issue: FieldIssue) => string,
): CaseIssues {
  const sorted = sortIssues(issues, count, text);
  const relations = Array.from({ length: count }, (): string | undefined => undefined);
  const terms: Record<string, string> = { ...sorted.terms };
  const placed = new Set<string>();
  for (const issue of issues) {
    const [, at] = RELATION.exec(issue.pointer) ?? [];
    const field = issue.pointer.split('/').at(-1) ?? '';
    if (at !== undefined) relations[Number(at)] = text(issue);
    else if (TERMS.has(field) && !/\/person\//.test(issue.pointer)) terms[field] ??= text(issue);
    else continue;
    placed.add(issue.pointer);
  }
  return { ...sorted, terms, relations, placed: (pointer) => placed.has(pointer) || sorted.placed(pointer) };
}
