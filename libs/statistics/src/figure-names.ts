import type { ReferenceDataService } from '@luutru/reference-data';
import { type AccommodationClass, CLASSES } from './domain/accommodation-class';
import type { Dimension } from './domain/dimensions';
import type { StatisticsTable } from './domain/table';

export type Language = 'vi' | 'en';

/** What the values of dimensions are called, by dimension and value. */
export type FigureNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

const TABLES: Readonly<Partial<Record<Dimension, string>>> = { kind: 'facility-kind', reason: 'stay-reason' };
const UNITS: readonly Dimension[] = ['ward', 'former-ward', 'origin'];

/** The names of the values that a table has, as codes were called on a day. */
export function namesOf(
  { by, rows }: Pick<StatisticsTable, 'by' | 'rows'>,
  day: string,
  reference: ReferenceDataService,
  language: Language = 'vi',
): FigureNames {
  const nameOf = (dimension: Dimension, value: string): string | undefined => {
    if (UNITS.includes(dimension)) return reference.adminUnits.find(value)?.name;
    if (dimension === 'class') return CLASSES[value as AccommodationClass][language];
    const codes = TABLES[dimension];
    return codes && reference.codeTables.find(codes, value, day)?.[language === 'vi' ? 'labelVi' : 'labelEn'];
  };
  return Object.fromEntries(
    by.map((dimension, at) => {
      const values = [...new Set(rows.flatMap(({ keys }) => keys[at] ?? []))];
      const named = values.flatMap((value) => {
        const name = nameOf(dimension, value);
        return name === undefined ? [] : [[value, name] as const];
      });
      return [dimension, Object.fromEntries(named)];
    }),
  );
}
