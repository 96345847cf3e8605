import { FIGURE_IDS, type FigureId, INDICATORS } from './indicators';

/** Up to where a figure is nothing to look at, from where it is far out, and how many cases it takes to be shown at all. */
export interface Band {
  /** A share (0 to 1) or a number; above it the figure lies outside. */
  readonly limit: number;
  /** Above it the figure lies far outside. */
  readonly far: number;
  /** Shares of fewer cases are not shown: one late guest of two says nothing. */
  readonly minimum: number;
}

/** The dated rule `compliance.bands`. */
export interface BandRule {
  readonly bands: Readonly<Record<FigureId, Band>>;
  readonly points: { readonly outside: number; readonly far: number; readonly silent: number };
}

/** What was counted, and among how many. */
export interface Count {
  readonly count: number;
  readonly of: number;
}

export type Figures = Readonly<Record<FigureId, Count>>;

export const POSITIONS = ['unknown', 'inside', 'outside', 'far'] as const;
export type Position = (typeof POSITIONS)[number];

/** One figure held against its band. */
export interface JudgedFigure extends Count {
  readonly id: FigureId;
  /** A share (0 to 1) or a number; null when there are too few cases. */
  readonly value: number | null;
  readonly position: Position;
  readonly band: Band;
  readonly points: number;
}

/** Every figure against its band, in the order of the table. */
export const judgeFigures = (figures: Figures, rule: BandRule): readonly JudgedFigure[] =>
  FIGURE_IDS.map((id) => judge(id, figures[id], rule));

function judge(id: FigureId, { count, of }: Count, { bands, points }: BandRule): JudgedFigure {
  const band = bands[id];
  const value = valueOf(id, { count, of }, band);
  const position = value === null ? 'unknown' : positionOf(value, band);
  const earned = position === 'far' ? points.far : position === 'outside' ? points.outside : 0;
  return { id, count, of, value, position, band, points: earned };
}

function valueOf(id: FigureId, { count, of }: Count, { minimum }: Band): number | null {
  if (INDICATORS[id].unit !== 'percent') return count;
  return of === 0 || of < minimum ? null : count / of;
}

function positionOf(value: number, { limit, far }: Band): Position {
  if (value > far) return 'far';
  return value > limit ? 'outside' : 'inside';
}
