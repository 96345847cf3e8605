import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCsv } from './csv';
import { dataFolder } from './data-folder';
import type { AdminLevel, AdminUnit, GeoPoint, Succession } from './domain/admin-unit';
import type { CodeEntry } from './domain/code-tables';
import type { LegalRule } from './domain/rule-book';

/** Everything the data files hold, as it goes into the database. */
export interface ReferenceRows {
  readonly units: readonly AdminUnit[];
  readonly successions: readonly Succession[];
  readonly codes: readonly CodeEntry[];
  readonly rules: readonly LegalRule[];
}

export const DATA_FILES = [
  'admin-units.csv',
  'admin-unit-successors.csv',
  'admin-unit-points.csv',
  'nationalities.csv',
  'code-tables.json',
  'legal-rules.json',
];

/** The portal's tables have been in use since before the platform; older stays are not declared here. */
const FROM_THE_START = '2015-01-01';

const read = (file: string): string => readFileSync(join(dataFolder(), file), 'utf8');

/** Reads the data files of this library (about 2.5 MB). */
export function readBundledRows(): ReferenceRows {
  const points = unitPoints();
  return {
    units: parseCsv(read('admin-units.csv')).map((row) => ({
      unitId: row.unit_id ?? '',
      level: row.level as AdminLevel,
      gsoCode: row.gso_code || null,
      name: row.name ?? '',
      nameEn: row.name_en ?? '',
      shortName: row.short_name ?? '',
      parentId: row.parent_id || null,
      kbttCode: row.kbtt_code || null,
      validFrom: row.valid_from || null,
      validTo: row.valid_to || null,
      point: points.get(row.unit_id ?? '') ?? null,
    })),
    successions: parseCsv(read('admin-unit-successors.csv')).map((row) => ({
      oldUnitId: row.old_unit_id ?? '',
      newUnitId: row.new_unit_id ?? '',
      part: row.part === 'true',
    })),
    codes: [...codeTables(), ...nationalities()],
    rules: JSON.parse(read('legal-rules.json')) as LegalRule[],
  };
}

const unitPoints = (): ReadonlyMap<string, GeoPoint> =>
  new Map(
    parseCsv(read('admin-unit-points.csv')).map(({ unit_id = '', lat, lon }) => [
      unit_id,
      { lat: Number(lat), lon: Number(lon) },
    ]),
  );

interface CodeFileEntry {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  readonly attributes?: Record<string, unknown>;
}

function codeTables(): CodeEntry[] {
  const tables = JSON.parse(read('code-tables.json')) as Record<string, CodeFileEntry[]>;
  return Object.entries(tables).flatMap(([table, entries]) =>
    entries.map(({ code, vi, en, attributes = {} }, index) => ({
      table,
      code,
      labelVi: vi,
      labelEn: en,
      sort: index + 1,
      attributes,
      validFrom: FROM_THE_START,
      validTo: null,
    })),
  );
}

function nationalities(): CodeEntry[] {
  return parseCsv(read('nationalities.csv')).map(({ code = '', label_vi = '', label_en = '' }, index) => ({
    table: 'nationality',
    code,
    labelVi: label_vi,
    labelEn: label_en,
    sort: index + 1,
    attributes: {},
    validFrom: FROM_THE_START,
    validTo: null,
  }));
}
