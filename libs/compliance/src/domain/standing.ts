import { type BandRule, type Figures, judgeFigures, type JudgedFigure } from './bands';
import type { IndicatorId } from './indicators';
import type { Silence } from './silence';

/** What speaks against a facility, and how much: the sum of the points of its indicators and nothing else. */
export interface Standing {
  readonly points: number;
  /** The indicators outside their bands. */
  readonly outside: readonly IndicatorId[];
  readonly figures: readonly JudgedFigure[];
}

export function standingOf(silence: Silence, figures: Figures, rule: BandRule): Standing {
  const judged = judgeFigures(figures, rule);
  const silent = silence.state === 'silent';
  const out = judged.filter(({ position }) => position === 'outside' || position === 'far');
  return {
    points: out.reduce((total, { points }) => total + points, silent ? rule.points.silent : 0),
    outside: [...(silent ? (['silence'] as const) : []), ...out.map(({ id }) => id)],
    figures: judged,
  };
}

/** A ward's facilities that may work, and what speaks against them together. */
export interface WardSum {
  readonly wardId: string;
  readonly facilities: number;
  readonly points: number;
}

/**
 * The most points for each facility first, so that a large ward is not worse for being large; then the most points, then
 * the id. A ward without facilities comes last.
 */
export function byRank(a: WardSum, b: WardSum): number {
  const empty = Number(a.facilities === 0) - Number(b.facilities === 0);
  return empty || perFacility(b) - perFacility(a) || b.points - a.points || (a.wardId < b.wardId ? -1 : 1);
}

export const perFacility = ({ facilities, points }: Pick<WardSum, 'facilities' | 'points'>): number =>
  facilities === 0 ? 0 : points / facilities;
