import { addDays } from '@luutru/calendar';
import { daysIn, monthOf, nextMonth, type Period } from './periods';

/** What cells are kept of. A dekad is a third of a month: its days 1 to 10, 11 to 20, and the rest. */
export type CellSpan = 'month' | 'dekad' | 'day';

/** Cells of a time, added, or taken away again. */
export interface Piece extends Period {
  readonly of: CellSpan;
  readonly sign: 1 | -1;
}

/** What makes up a period. */
export interface Cover {
  readonly within: readonly Piece[];
  /** The days from the start of its first month to the period. */
  readonly head: readonly Piece[];
  /** Whether these are in `within`, to be taken away. */
  readonly withoutHead: boolean;
}

interface Unit {
  readonly of: CellSpan;
  readonly startOf: (day: string) => string;
  readonly next: (start: string) => string;
}

const MONTHS: Unit = { of: 'month', startOf: monthOf, next: nextMonth };
const DEKADS: Unit = {
  of: 'dekad',
  startOf: (day) => `${day.slice(0, 7)}-${day.slice(8) < '11' ? '01' : day.slice(8) < '21' ? '11' : '21'}`,
  next: (start) => (start.endsWith('-21') ? nextMonth(monthOf(start)) : addDays(start, 10)),
};

/**
 * Months, dekads where these are kept, and the fewest days that make up a period: most of a month is that month without the rest of it.
 * The head of the first month costs nothing where it is read anyway.
 */
export function coverOf(period: Period, headRead: boolean, dekads: boolean): Cover {
  const [, ...finer] = dekads ? [MONTHS, DEKADS] : [MONTHS];
  const { whole, days, without, head, withoutHead } = inUnits(MONTHS, period, headRead);
  const pieces = (spans: readonly Period[], sign: 1 | -1) => spans.flatMap((span) => piecesOf(span, sign, finer));
  return {
    within: [...lasting({ ...whole, of: 'month', sign: 1 }), ...pieces(days, 1), ...pieces(without, -1)],
    head: pieces([head], 1),
    withoutHead,
  };
}

/** The same day by day, as weeks are not made of months. */
export function coverByDay(period: Period): Cover {
  const head = { from: monthOf(period.from), until: period.from };
  const pieces = (span: Period) => piecesOf(span, 1, []);
  return { within: pieces(period), head: pieces(head), withoutHead: false };
}

function piecesOf(span: Period, sign: 1 | -1, [unit, ...finer]: readonly Unit[]): readonly Piece[] {
  if (!unit) return lasting({ ...span, of: 'day', sign });
  const { whole, days, without, head, withoutHead } = inUnits(unit, span, false);
  const pieces = (spans: readonly Period[], with_: 1 | -1) => spans.flatMap((one) => piecesOf(one, with_, finer));
  const less = sign === 1 ? -1 : 1;
  return [
    ...lasting({ ...whole, of: unit.of, sign }),
    ...pieces(days, sign),
    ...pieces(withoutHead ? [...without, head] : without, less),
  ];
}

interface InUnits {
  readonly whole: Period;
  readonly days: readonly Period[];
  /** What is taken away after the period. */
  readonly without: readonly Period[];
  /** From the start of the first unit to the period. */
  readonly head: Period;
  readonly withoutHead: boolean;
}

function inUnits({ startOf, next }: Unit, period: Period, headRead: boolean): InUnits {
  const { from, until } = period;
  const [first, last] = [startOf(from), startOf(until)];
  const head = { from: first, until: from };
  const units = (whole: Period, days: readonly Period[], without: readonly Period[]): InUnits => ({
    ...{ whole, days, without, head },
    withoutHead: whole.from < from,
  });
  const none = { from: until, until };
  if (from >= until) return units(none, [], []);
  const headDays = headRead ? 0 : daysIn(head);
  const tail = { from: until, until: next(last) };
  if (first === last) {
    const isMost = headDays + daysIn(tail) < daysIn(period);
    return isMost ? units({ from: first, until: tail.until }, [], [tail]) : units(none, [period], []);
  }
  const rest = { from, until: next(first) };
  const start = { from: last, until };
  const headWhole = headDays < daysIn(rest);
  const tailWhole = daysIn(tail) < daysIn(start);
  const whole = { from: headWhole ? first : rest.until, until: tailWhole ? tail.until : last };
  return units(whole, [...(headWhole ? [] : [rest]), ...(tailWhole ? [] : [start])], tailWhole ? [tail] : []);
}

const lasting = (piece: Piece): readonly Piece[] => (piece.from < piece.until ? [piece] : []);
