import { addDays, toLocalIso } from '@luutru/calendar';
import { csvLine } from '@luutru/declaration-file';
import type { ReferenceDataService } from '@luutru/reference-data';
import {
  type AccommodationClass,
  CLASSES,
  type Counts,
  type Dimension,
  DIMENSIONS,
  type Figures,
  type FormLine,
  type Measure,
  MEASURES,
  NOW_MEASURES,
  type NowFigures,
  type NowMeasure,
  type StatisticsTable,
} from '@luutru/statistics';
import type { FiguresResponse, FormResponse, NowResponse } from './statistics.dto';

const DIGITS = 10_000;

export function presentFigures(figures: Figures, reference: ReferenceDataService): FiguresResponse {
  const { query, table, asOf, lastNight } = figures;
  const valuesOf = (counts: Counts): Record<string, number | null> =>
    Object.fromEntries(query.measures.map((measure) => [measure, valueOf(measure, counts)]));
  return {
    asOf: asOf && toLocalIso(asOf),
    lastNight,
    measures: [...query.measures],
    by: [...table.by],
    rows: table.rows.map(({ keys, period, counts, compared, smoothed }) => ({
      keys: Object.fromEntries(table.by.map((dimension, at) => [dimension, keys[at] ?? null])),
      from: period.from,
      to: addDays(period.until, -1),
      values: valuesOf(counts),
      ...(compared && { compared: valuesOf(compared) }),
      ...(smoothed && { movingAverage: valuesOf(smoothed) }),
    })),
    names: namesOf(table, lastNight, reference),
  };
}

const valueOf = (measure: Measure, counts: Counts): number | null => rounded(MEASURES[measure].value(counts));

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * DIGITS) / DIGITS);

export function presentNow(
  { table, asOf }: NowFigures,
  measures: readonly NowMeasure[],
  today: string,
  reference: ReferenceDataService,
): NowResponse {
  return {
    asOf: asOf && toLocalIso(asOf),
    rows: table.rows.map(({ keys, counts }) => ({
      keys: Object.fromEntries(table.by.map((dimension, at) => [dimension, keys[at] ?? null])),
      values: Object.fromEntries(measures.map((measure) => [measure, NOW_MEASURES[measure].value(counts)])),
    })),
    names: namesOf(table, today, reference),
  };
}

export function presentForm(
  year: number,
  { lines, asOf, lastNight }: { lines: readonly FormLine[]; asOf: Date | null; lastNight: string },
): FormResponse {
  return {
    year,
    asOf: asOf && toLocalIso(asOf),
    lastNight,
    lines: lines.map(({ class: id, vi, en, values }) => ({
      class: id,
      name: { vi, en },
      values: Object.fromEntries(Object.entries(values).map(([measure, value]) => [measure, rounded(value)])),
    })),
  };
}

const TABLES: Readonly<Partial<Record<Dimension, string>>> = { kind: 'facility-kind', reason: 'stay-reason' };
const UNITS: readonly Dimension[] = ['ward', 'former-ward', 'origin'];

function namesOf(
  table: StatisticsTable,
  day: string,
  reference: ReferenceDataService,
): Record<string, Record<string, string>> {
  const nameOf = (dimension: Dimension, value: string): string | undefined => {
    if (UNITS.includes(dimension)) return reference.adminUnits.find(value)?.name;
    if (dimension === 'class') return CLASSES[value as AccommodationClass].vi;
    const codes = TABLES[dimension];
    return codes && reference.codeTables.find(codes, value, day)?.labelVi;
  };
  return Object.fromEntries(
    table.by.map((dimension, at) => {
      const values = [...new Set(table.rows.flatMap(({ keys }) => keys[at] ?? []))];
      const named = values.flatMap((value) => {
        const name = nameOf(dimension, value);
        return name === undefined ? [] : [[value, name] as const];
      });
      return [dimension, Object.fromEntries(named)];
    }),
  );
}

/** One line of figures a row, with a mark that makes spreadsheets read it as UTF-8. Null is an empty cell. */
export function csvOf({ measures, by, rows, names }: FiguresResponse, language: 'vi' | 'en'): string {
  const compared = rows.some((row) => row.compared !== undefined);
  const smoothed = rows.some((row) => row.movingAverage !== undefined);
  const words = {
    vi: ['Từ ngày', 'Đến ngày', 'so sánh', 'trung bình trượt'],
    en: ['From', 'To', 'compared', 'moving average'],
  };
  const [from, to, before, average] = words[language];
  const titles = measures.map((measure) => MEASURES[measure as Measure][language]);
  const head = [
    ...[from, to],
    ...by.map((dimension) => DIMENSIONS[dimension as Dimension][language]),
    ...titles,
    ...(compared ? titles.map((title) => `${title} (${before})`) : []),
    ...(smoothed ? titles.map((title) => `${title} (${average})`) : []),
  ];
  const lines = rows.map((row) => [
    ...[row.from, row.to],
    ...by.map((dimension) => {
      const value = row.keys[dimension];
      return value == null ? '' : (names[dimension]?.[value] ?? value);
    }),
    ...measures.map((measure) => row.values[measure]),
    ...(compared ? measures.map((measure) => row.compared?.[measure]) : []),
    ...(smoothed ? measures.map((measure) => row.movingAverage?.[measure]) : []),
  ]);
  return `\uFEFF${[head, ...lines].map((cells) => csvLine(cells.map((value) => String(value ?? '')))).join('')}`;
}
