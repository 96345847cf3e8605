export const SCORE_CLASSES = ['high', 'medium', 'low'] as const;
export type ScoreClass = (typeof SCORE_CLASSES)[number];

const HIGH = 0.9;
const MEDIUM = 0.75;

/** How sure a match is, for screens on which the figure itself would say more than it knows. */
export function scoreClass(score: number): ScoreClass {
  if (score >= HIGH) return 'high';
  return score >= MEDIUM ? 'medium' : 'low';
}
