import { daysBetween } from '@luutru/calendar';

/** A note on a visit as an officer writes it: right types, nothing checked. */
export interface NoteInput {
  /** `YYYY-MM-DD`. */
  readonly visitedOn?: string;
  /** Codes of the table `inspection-finding`. */
  readonly findings?: readonly string[];
  /** Guests found who had not been declared. */
  readonly notDeclared?: number | null;
  readonly text?: string;
}

/** A note that may be written. */
export interface Note {
  readonly visitedOn: string;
  readonly findings: readonly string[];
  readonly notDeclared: number | null;
  readonly text: string;
}

export interface NoteIssue {
  readonly code: string;
  readonly pointer: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface NoteContext {
  readonly today: string;
  readonly knows: (finding: string) => boolean;
}

/** How long ago a visit may lie that is only now written down. */
const OLDEST_DAYS = 366;
export const NOTHING_FOUND = 'dung-quy-dinh';
export const NOT_DECLARED = 'khong-khai-bao';

/** The note, or all that is wrong with it. */
export function checkNote(input: NoteInput, { today, knows }: NoteContext): { note: Note } | { issues: NoteIssue[] } {
  const issues: NoteIssue[] = [];
  const { visitedOn = '', findings = [], notDeclared = null } = input;
  const text = input.text?.trim() ?? '';
  if (visitedOn === '') issues.push({ code: 'field-required', pointer: '/visitedOn' });
  else if (visitedOn > today) issues.push({ code: 'visit-in-future', pointer: '/visitedOn' });
  else if (daysBetween(visitedOn, today) > OLDEST_DAYS) {
    issues.push({ code: 'visit-too-long-ago', pointer: '/visitedOn', params: { days: OLDEST_DAYS } });
  }
  if (findings.length === 0) issues.push({ code: 'field-required', pointer: '/findings' });
  findings.forEach((finding, at) => {
    if (!knows(finding)) {
      issues.push({ code: 'code-unknown', pointer: `/findings/${at}`, params: { table: 'inspection-finding' } });
    }
  });
  if (text === '') issues.push({ code: 'field-required', pointer: '/text' });
  const contradictory = findings.includes(NOTHING_FOUND) && (findings.length > 1 || (notDeclared ?? 0) > 0);
  if (contradictory) issues.push({ code: 'findings-contradict', pointer: '/findings' });
  if ((notDeclared ?? 0) > 0 && !contradictory && findings.length > 0 && !findings.includes(NOT_DECLARED)) {
    issues.push({ code: 'findings-contradict', pointer: '/notDeclared' });
  }
  if (issues.length > 0) return { issues };
  return { note: { visitedOn, findings: [...new Set(findings)], notDeclared, text } };
}

export const NOTE_ACTIONS = ['revise', 'share', 'withdraw'] as const;
export type NoteAction = (typeof NOTE_ACTIONS)[number];

/** What a note may still undergo. What a facility was shown cannot be taken back: it can be withdrawn, which it sees too. */
export function mayAct({ shared, withdrawn }: { shared: boolean; withdrawn: boolean }, action: NoteAction): boolean {
  if (withdrawn) return false;
  return action !== 'share' || !shared;
}
