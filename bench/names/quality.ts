import type { NamePair } from './name-pair';
import type { Similarity } from './baselines';

export interface Quality {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Scored {
  readonly pair: NamePair;
  readonly score: number;
}

export const scoreAll = (pairs: readonly NamePair[], similarity: Similarity): Scored[] =>
  pairs.map((pair) => ({ pair, score: similarity(pair.asked, pair.found) }));

export function quality(scored: readonly Scored[], threshold: number): Quality {
  let [hits, alarms, misses] = [0, 0, 0];
  for (const { pair, score } of scored) {
    if (score >= threshold && pair.same) hits += 1;
    else if (score >= threshold) alarms += 1;
    else if (pair.same) misses += 1;
  }
  const precision = hits / Math.max(1, hits + alarms);
  const recall = hits / Math.max(1, hits + misses);
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
}

/** The threshold over 0 with the best F1; midway to the next score below, so that it does not sit on one. */
export function bestThreshold(scored: readonly Scored[]): number {
  const scores = [...new Set([0, ...scored.map(({ score }) => score)])].sort((a, b) => a - b);
  let best = { threshold: 0, f1: -1 };
  for (const [at, score] of scores.entries()) {
    if (at === 0) continue;
    const threshold = (score + (scores[at - 1] ?? 0)) / 2;
    const { f1 } = quality(scored, threshold);
    if (f1 > best.f1) best = { threshold, f1 };
  }
  return best.threshold;
}

/** Share judged rightly, by category. */
export function byCategory(
  scored: readonly Scored[],
  threshold: number,
): { category: string; pairs: number; right: number }[] {
  const groups = new Map<string, Scored[]>();
  for (const one of scored) groups.set(one.pair.category, [...(groups.get(one.pair.category) ?? []), one]);
  return [...groups].map(([category, group]) => ({
    category,
    pairs: group.length,
    right: Number(
      (group.filter(({ pair, score }) => score >= threshold === pair.same).length / group.length).toFixed(3),
    ),
  }));
}
