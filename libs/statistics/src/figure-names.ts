import { codeNames, type NamedByFacilities } from '@luutru/facility';
import type { AreaScope, Transaction } from '@luutru/platform';
import type { ReferenceDataService } from '@luutru/reference-data';
import { type AccommodationClass, CLASSES } from './domain/accommodation-class';
import type { Dimension } from './domain/dimensions';
import type { StatisticsTable } from './domain/table';

export type Language = 'vi' | 'en';

/** What the values of dimensions are called, by dimension and value. */
export type FigureNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

const TABLES: Readonly<Partial<Record<Dimension, string>>> = { kind: 'facility-kind', reason: 'stay-reason' };
const UNITS: readonly Dimension[] = ['ward', 'former-ward', 'origin'];

const BY_FACILITIES: Readonly<Partial<Record<Dimension, NamedByFacilities>>> = {
  zone: 'zone',
  'employer-zone': 'zone',
  department: 'department',
  route: 'route',
};

/** What is called by names of facilities and zones, for the dimensions of a question. */
export async function ownNames(
  tx: Transaction,
  areas: readonly AreaScope[],
  by: readonly Dimension[],
): Promise<FigureNames> {
  const of = by.flatMap((dimension) => BY_FACILITIES[dimension] ?? []);
  const names = await codeNames(tx, areas, [...new Set(of)]);
  return Object.fromEntries(by.map((dimension) => [dimension, names[BY_FACILITIES[dimension] ?? ''] ?? {}]));
}

/** The names of the values that a table has, as codes were called on a day; `own` are those of {@link ownNames}. */
export function namesOf(
  { by, rows }: Pick<StatisticsTable, 'by' | 'rows'>,
  own: FigureNames,
  day: string,
  reference: ReferenceDataService,
  language: Language = 'vi',
): FigureNames {
  const nameOf = (dimension: Dimension, value: string): string | undefined => {
    if (UNITS.includes(dimension)) return reference.adminUnits.find(value)?.name;
    if (dimension === 'class') return CLASSES[value as AccommodationClass][language];
    const codes = TABLES[dimension];
    if (codes === undefined) return own[dimension]?.[value];
    return reference.codeTables.find(codes, value, day)?.[language === 'vi' ? 'labelVi' : 'labelEn'];
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
