import type { MatchReason } from './domain/match-reason';

/** The text of a reason in Vietnamese or English. */
export function explain(reason: MatchReason, _language: 'vi' | 'en'): string {
  return reason.code;
}
