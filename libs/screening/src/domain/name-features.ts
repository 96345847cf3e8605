import type { NAME_WEIGHTS } from './name-weights';

/** What keeps two names from being the same. */
export type NameFeature = keyof (typeof NAME_WEIGHTS)['costs'];

export interface NameWeights {
  /** Log-odds of two names between which nothing stands. */
  readonly intercept: number;
  readonly costs: Readonly<Record<NameFeature, number>>;
}

/** The chance that two names are one person's, at even odds; 1 when nothing stands between them. */
export const nameScore = (cost: number, weights: NameWeights): number =>
  cost === 0 ? 1 : 1 / (1 + Math.exp(cost - weights.intercept));

/** For showing: only what is the same gets a full 1. */
export const shownScore = (cost: number, weights: NameWeights): number =>
  cost === 0 ? 1 : Math.min(0.99, Math.round(nameScore(cost, weights) * 100) / 100);
