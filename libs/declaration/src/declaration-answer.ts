import { toLocalIso } from '@luutru/calendar';
import type { Issue } from '@luutru/platform';
import type { Finding } from './domain/finding';
import type { StayDraft } from './domain/stay-draft';
import type { DeclarationAnswer } from './stay.record';

/** What a declaration is answered with, but for its receipt. */
export function answerFor(
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

/** Findings as issues: what refuses, and what is only shown. */
export function split(findings: readonly Finding[]): { faults: Issue[]; doubts: Issue[] } {
  const issue = ({ code, pointer, params }: Finding): Issue => ({ code, pointer, ...(params && { params }) });
  return {
    faults: findings.filter((finding) => finding.severity === 'error').map(issue),
    doubts: findings.filter((finding) => finding.severity === 'warning').map(issue),
  };
}
