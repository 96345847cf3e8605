import { addDays, toLocalIso } from '@luutru/calendar';
import type { ReferenceDataService } from '@luutru/reference-data';
import type { HiddenCode } from './domain/disclosure/shown-rows';
import type { Counts } from './domain/bases';
import type { FormLine } from './domain/form-015n';
import type { MeasureDefinition } from './domain/measure';
import { type Measure, MEASURES } from './domain/measures';
import { NOW_MEASURES, type NowMeasure } from './domain/now-measures';
import type { Hidden, StatisticsTable } from './domain/table';
import { type FigureNames, type Language, namesOf } from './figure-names';
import type { NowFigures } from './now.read-model';
import type { Figures, FormFigures } from './figures';

type Values = Record<string, number | null>;
type Reasons = Record<string, HiddenCode>;

/** A line of figures as it leaves: every measure a number, or null and, in `hidden`, why it is not shown. */
export interface FigureRowView {
  readonly keys: Record<string, string | null>;
  readonly from: string;
  readonly to: string;
  readonly values: Values;
  readonly hidden: Reasons;
  readonly compared?: Values;
  readonly comparedHidden?: Reasons;
  readonly movingAverage?: Values;
  readonly movingAverageHidden?: Reasons;
}

/** Figures as they leave, in JSON and as what files are made of. */
export interface FiguresView {
  readonly asOf: string | null;
  readonly lastNight: string;
  readonly roundedTo: number | null;
  readonly editions: { readonly month: string; readonly number: number; readonly madeAt: string }[];
  readonly measures: string[];
  readonly by: string[];
  readonly rows: FigureRowView[];
  readonly names: FigureNames;
}

export interface NowView {
  readonly asOf: string | null;
  readonly rows: { readonly keys: FigureRowView['keys']; readonly values: Values; readonly hidden: Reasons }[];
  readonly names: FigureNames;
  readonly roundedTo: number | null;
}

export interface FormView {
  readonly year: number;
  readonly asOf: string | null;
  readonly lastNight: string;
  readonly lines: {
    readonly class: string | null;
    readonly name: { readonly vi: string; readonly en: string };
    readonly values: Values;
    readonly hidden: Reasons;
  }[];
}

const DIGITS = 10_000;
const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * DIGITS) / DIGITS);

const valuesOf = (measures: readonly Measure[], counts: Counts): Values =>
  Object.fromEntries(measures.map((measure) => [measure, rounded(MEASURES[measure].value(counts))]));

/** A measure is hidden with anything it is made of. */
function reasonsOf(
  measures: readonly string[],
  definitions: Readonly<Record<string, MeasureDefinition>>,
  hidden: Hidden = {},
): Reasons {
  const found = measures.flatMap((measure) => {
    const reason = definitions[measure]?.of.map((base) => hidden[base]).find((one) => one !== undefined);
    return reason === undefined ? [] : [[measure, reason] as const];
  });
  return Object.fromEntries(found);
}

const keysOf = ({ by }: StatisticsTable, keys: readonly (string | null)[]): FigureRowView['keys'] =>
  Object.fromEntries(by.map((dimension, at) => [dimension, keys[at] ?? null]));

/** The figures as they leave, with names in one language. */
export function viewOfFigures(
  { query: { measures }, table, ownNames, asOf, lastNight, roundedTo, editions }: Figures,
  reference: ReferenceDataService,
  language: Language = 'vi',
): FiguresView {
  return {
    asOf: asOf && toLocalIso(asOf),
    lastNight,
    roundedTo,
    editions: editions.map(({ month, number, madeAt }) => ({ month, number, madeAt: toLocalIso(madeAt) })),
    measures: [...measures],
    by: [...table.by],
    rows: table.rows.map(({ keys, period, counts, hidden, compared, comparedHidden, smoothed, smoothedHidden }) => ({
      keys: keysOf(table, keys),
      from: period.from,
      to: addDays(period.until, -1),
      values: valuesOf(measures, counts),
      hidden: reasonsOf(measures, MEASURES, hidden),
      ...(compared && {
        compared: valuesOf(measures, compared),
        comparedHidden: reasonsOf(measures, MEASURES, comparedHidden),
      }),
      ...(smoothed && {
        movingAverage: valuesOf(measures, smoothed),
        movingAverageHidden: reasonsOf(measures, MEASURES, smoothedHidden),
      }),
    })),
    names: namesOf(table, ownNames, lastNight, reference, language),
  };
}

/** Who is there now as it leaves. */
export function viewOfNow(
  { table, ownNames, roundedTo, asOf }: NowFigures,
  measures: readonly NowMeasure[],
  today: string,
  reference: ReferenceDataService,
): NowView {
  return {
    asOf: asOf && toLocalIso(asOf),
    rows: table.rows.map(({ keys, counts, hidden }) => ({
      keys: keysOf(table, keys),
      values: Object.fromEntries(measures.map((measure) => [measure, NOW_MEASURES[measure].value(counts)])),
      hidden: reasonsOf(measures, NOW_MEASURES, hidden),
    })),
    names: namesOf(table, ownNames, today, reference),
    roundedTo,
  };
}

/** The lines of the form as they leave. */
export const viewOfForm = ({ year, lines, asOf, lastNight }: FormFigures): FormView => ({
  year,
  asOf: asOf && toLocalIso(asOf),
  lastNight,
  lines: lines.map(({ class: id, vi, en, values, hidden }: FormLine) => ({
    class: id,
    name: { vi, en },
    values: Object.fromEntries(Object.entries(values).map(([measure, value]) => [measure, rounded(value)])),
    hidden: { ...hidden },
  })),
});
