import type { Counts } from './bases';
import { type Base, BASES } from './bases';
import type { Period } from './periods';
import type { TableRow } from './table';

/** Counts by the values of the dimensions and the part of the period. */
export interface Counted {
  /** The keys as one text, which is made once, as there may be thousands. */
  readonly id: string;
  readonly keys: readonly (string | null)[];
  readonly parts: readonly Counts[];
}

/** Puts keys in the order of lines too: by what they are, none last. */
export const idOf = (keys: Counted['keys']): string => keys.map((key) => key ?? '\uffff').join('\0');
export const counted = (keys: Counted['keys'], parts: Counted['parts']): Counted => ({ id: idOf(keys), keys, parts });

/** Day by day made into the seven days of the week, the first of which is Monday; put in at its place among the keys. */
export function foldWeekdays(
  groups: readonly Counted[],
  days: readonly Period[],
  bases: readonly Base[],
  at: number,
): Counted[] {
  const weekdayOf = ({ from }: Period): number => (new Date(`${from}T00:00:00Z`).getUTCDay() + 6) % 7;
  return groups.flatMap(({ keys, parts }) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const own = parts.filter(
        (_counts, index) => weekdayOf(days[index] ?? { from: '1970-01-01', until: '' }) === weekday,
      );
      return counted(keys.toSpliced(at, 0, String(weekday + 1)), [addUp(own, bases)]);
    }),
  );
}

/** Nothing is null as long as anything of it is known. */
function addUp(counts: readonly Counts[], bases: readonly Base[]): Counts {
  return Object.fromEntries(
    bases.map((base) => {
      const known = counts.flatMap((one) => (one[base] == null ? [] : [one[base]]));
      if (known.length === 0) return [base, null];
      return [base, BASES[base].kind === 'level' ? known.at(-1) : known.reduce((sum, count) => sum + count, 0)];
    }),
  );
}

/** The mean of `length` parts that end with each part; null where one of them is not known. */
export function movingMeans(parts: readonly Counts[], bases: readonly Base[], length: number): Counts[] {
  return parts.slice(length - 1).map((_counts, index) => {
    const window = parts.slice(index, index + length);
    return Object.fromEntries(
      bases.map((base) => {
        const known = window.flatMap((one) => (one[base] == null ? [] : [one[base]]));
        return [base, known.length < length ? null : known.reduce((sum, count) => sum + count, 0) / length];
      }),
    );
  });
}

/** Lines in the order of the period and then of the keys; what is only in one of the periods is nought in the other. */
export function rowsOf(
  periods: readonly Period[],
  bases: readonly Base[],
  main: readonly Counted[],
  compared: readonly Counted[] | null,
  smoothed: ReadonlyMap<string, readonly Counts[]> | null,
): TableRow[] {
  const before = new Map(compared?.map((group) => [group.id, group]));
  const known = new Set(compared === null ? [] : main.map(({ id }) => id));
  const others = (compared ?? []).filter(({ id }) => !known.has(id)).map(({ id, keys }) => ({ id, keys, parts: [] }));
  const groups: readonly Counted[] = [...main, ...others].sort((a, b) => (a.id < b.id ? -1 : 1));
  const nothing = (): Counts => Object.fromEntries(bases.map((base) => [base, 0]));
  return periods.flatMap((period, at) =>
    groups.map(({ id, keys, parts }) => {
      const row = { keys, period, counts: parts[at] ?? nothing() };
      if (!compared && !smoothed) return row;
      return {
        ...row,
        ...(compared && { compared: before.get(id)?.parts[at] ?? nothing() }),
        ...(smoothed && { smoothed: smoothed.get(id)?.[at] ?? nothing() }),
      };
    }),
  );
}
