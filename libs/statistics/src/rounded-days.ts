import { addDays, localDate, localTimeOfDay } from '@luutru/calendar';
import { AppError, type Database } from '@luutru/platform';
import { readable } from './answer-scope';
import { readCells } from './cell-reader';
import { counted, foldWeekdays, idOf, movingMeans, rowsOf } from './domain/assemble';
import { NIGHT_OVER_HOUR } from './domain/bands';
import type { Counts } from './domain/bases';
import { roundedDay } from './domain/disclosure/running-days';
import { DAY_MEASURES } from './domain/editions/edition-plan';
import type { ReleaseScope } from './domain/editions/release-scope';
import type { FigureQuery, QueryFault } from './domain/figure-query';
import { basesOf } from './domain/measures';
import { compared, cut, type Period } from './domain/periods';
import { areaScopes } from './release-scopes';
import type { Figures } from './figures';

/** Days of the week are made of days, and say no more than these do. */
export const isOfWeekdays = ({ by, grain }: FigureQuery): boolean => by.includes('weekday') && grain === null;

/**
 * Of days only the numbers of all of a scope are told, each rounded down to a multiple of its threshold, and what they come to by day of
 * the week (ADR 0031).
 */
export async function roundedDays(
  database: Database,
  scope: ReleaseScope,
  query: FigureQuery,
  now: Date,
): Promise<Figures> {
  const faults = dayFaults(query);
  if (faults.length > 0) throw new AppError('validation-failed', 'invalid', {}, faults);
  const { period, compare, movingAverage, measures } = query;
  const by = isOfWeekdays(query) ? (['weekday'] as const) : [];
  const bases = basesOf(measures);
  const lastNight = addDays(localDate(now), localTimeOfDay(now) >= `0${NIGHT_OVER_HOUR}:00` ? -1 : -2);
  const rounded = (counts: Counts): Counts =>
    Object.fromEntries(
      bases.map((base) => {
        const count = counts[base];
        return [base, count == null ? null : roundedDay(count, scope.threshold)];
      }),
    );
  return database.transaction({ facilityIds: [], areas: areaScopes(scope) }, async (tx) => {
    const { asOf, ...cells } = await readable(tx, 'area');
    const nightsUntil = addDays(lastNight, 1);
    const read = async (one: Period) => {
      const request = { bases, by: [], period: one, grain: 'day', filter: {}, ...cells, nightsUntil } as const;
      const [found] = await readCells(tx, request);
      const nothing = cut(one, 'day').map((): Counts => Object.fromEntries(bases.map((base) => [base, 0])));
      const days = [counted([], (found?.parts ?? nothing).map(rounded))];
      return by.length === 0 ? days : foldWeekdays(days, cut(one, 'day'), bases, 0);
    };
    const main = await read(period);
    const before = compare && (await read(compared(period, compare)));
    const wide = movingAverage && (await read({ from: addDays(period.from, 1 - movingAverage), until: period.until }));
    const means = wide && new Map([[idOf([]), movingMeans(wide[0]?.parts ?? [], bases, movingAverage)]]);
    const parts = cut(period, by.length === 0 ? 'day' : null);
    const rows = rowsOf(parts, bases, main, before, means || null);
    const table = { by, bases, rows };
    const rounding = { mayHide: true, roundedTo: scope.threshold, editions: [] };
    return { query, table, ownNames: {}, asOf, lastNight, ...rounding };
  });
}

/** What is not told day by day. */
function dayFaults(query: FigureQuery): QueryFault[] {
  const { measures, filter } = query;
  const by = isOfWeekdays(query) ? query.by.filter((dimension) => dimension !== 'weekday') : query.by;
  const allowed = DAY_MEASURES.join(', ');
  const filters = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined ? [] : [FILTERS[name] ?? name],
  );
  return [
    ...measures
      .filter((measure) => !(DAY_MEASURES as readonly string[]).includes(measure))
      .map((measure) => ({ code: 'statistics-days-measure', pointer: '/measures', params: { measure, allowed } })),
    ...(by.length > 0 ? [{ code: 'statistics-days-whole', pointer: '/by' }] : []),
    ...filters.map((name) => ({ code: 'statistics-days-whole', pointer: `/${name}` })),
  ];
}

const FILTERS: Readonly<Record<string, string>> = { wards: 'ward', kinds: 'kind', stayKinds: 'stayKind' };
