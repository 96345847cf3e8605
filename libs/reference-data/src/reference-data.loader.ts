import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FILES, readBundledRows } from './bundled-data';
import { dataFolder } from './data-folder';

/** What the loader needs of a PostgreSQL client. */
export interface SqlClient {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/**
 * Brings the reference tables to what the data files say, in one transaction; does nothing when they say it already.
 * Rows are updated in place and never deleted, because stays refer to them.
 */
export async function loadReferenceData(client: SqlClient): Promise<'loaded' | 'unchanged'> {
  const checksum = createHash('sha256');
  for (const file of DATA_FILES) checksum.update(readFileSync(join(dataFolder(), file)));
  const version = checksum.digest('hex');
  const { rows } = await client.query('SELECT checksum FROM reference_data_version');
  if ((rows[0] as { checksum: string } | undefined)?.checksum === version) return 'unchanged';

  const { units, successions, codes, rules } = readBundledRows();
  await client.query('BEGIN');
  try {
    await insert(client, UNITS, JSON.stringify(units));
    await insert(client, SUCCESSIONS, JSON.stringify(successions));
    await insert(client, CODES, JSON.stringify(codes));
    await insert(client, RULES, JSON.stringify(rules));
    await client.query(
      `INSERT INTO reference_data_version (checksum) VALUES ($1)
       ON CONFLICT (only_row) DO UPDATE SET checksum = excluded.checksum, loaded_at = now()`,
      [version],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
  return 'loaded';
}

const insert = (client: SqlClient, sql: string, json: string): Promise<unknown> => client.query(sql, [json]);

const UNITS = `
  INSERT INTO admin_unit (unit_id, level, gso_code, name, name_en, short_name, parent_id, kbtt_code, valid_from, valid_to,
                          lat, lon)
  SELECT "unitId", level, "gsoCode", name, "nameEn", "shortName", "parentId", "kbttCode", "validFrom", "validTo",
         (point->>'lat')::double precision, (point->>'lon')::double precision
  FROM json_to_recordset($1::json) AS r ("unitId" text, level text, "gsoCode" text, name text, "nameEn" text, "shortName" text,
                                        "parentId" text, "kbttCode" text, "validFrom" date, "validTo" date, point json)
  ON CONFLICT (unit_id) DO UPDATE SET
    level = excluded.level, gso_code = excluded.gso_code, name = excluded.name, name_en = excluded.name_en,
    short_name = excluded.short_name, parent_id = excluded.parent_id, kbtt_code = excluded.kbtt_code,
    valid_from = excluded.valid_from, valid_to = excluded.valid_to, lat = excluded.lat, lon = excluded.lon`;

const SUCCESSIONS = `
  INSERT INTO admin_unit_successor (old_unit_id, new_unit_id, part)
  SELECT "oldUnitId", "newUnitId", part
  FROM json_to_recordset($1::json) AS r ("oldUnitId" text, "newUnitId" text, part boolean)
  ON CONFLICT (old_unit_id, new_unit_id) DO UPDATE SET part = excluded.part`;

const CODES = `
  INSERT INTO code_table_entry (table_name, code, label_vi, label_en, sort, attributes, valid_from, valid_to)
  SELECT "table", code, "labelVi", "labelEn", sort, attributes, "validFrom", "validTo"
  FROM json_to_recordset($1::json) AS r ("table" text, code text, "labelVi" text, "labelEn" text, sort integer,
                                        attributes jsonb, "validFrom" date, "validTo" date)
  ON CONFLICT (table_name, code, valid_from) DO UPDATE SET
    label_vi = excluded.label_vi, label_en = excluded.label_en, sort = excluded.sort, attributes = excluded.attributes,
    valid_to = excluded.valid_to`;

const RULES = `
  INSERT INTO legal_rule (rule_key, valid_from, valid_to, value, source_vi, note_vi, note_en)
  SELECT key, "validFrom", "validTo", value, "sourceVi", "noteVi", "noteEn"
  FROM json_to_recordset($1::json) AS r (key text, "validFrom" date, "validTo" date, value jsonb, "sourceVi" text, "noteVi" text,
                                        "noteEn" text)
  ON CONFLICT (rule_key, valid_from) DO UPDATE SET
    valid_to = excluded.valid_to, value = excluded.value, source_vi = excluded.source_vi, note_vi = excluded.note_vi,
    note_en = excluded.note_en`;
