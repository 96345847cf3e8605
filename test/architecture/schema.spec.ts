import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { ApiKey, ApiKeyFacility } from '@luutru/access';
import { Department, Facility, IndustrialZone, Room, Route, Vehicle } from '@luutru/facility';
import { Patient } from '@luutru/patient';
import { prepareDatabase, projectRoot } from '@luutru/platform';
import { Trip } from '@luutru/trip';
import { Builder } from '../support/builders';
import { createBlankDatabase, createTestDatabase, type TestDatabase } from '../support/database';

/** Small tables that every node of a cluster would hold a copy of; all others are distributed by facility_id. */
const REFERENCE = new Set([
  'account',
  'account_grant',
  'admin_unit',
  'admin_unit_successor',
  'api_key',
  'api_key_facility',
  'audit_seal',
  'audit_sealer',
  'anomaly_note',
  'anomaly_progress',
  'anomaly_remark',
  'authority_order',
  'authority_policy',
  'authority_policy_proposal',
  'break_glass',
  'code_table_entry',
  'compliance_progress',
  'data_key',
  'delivery_switch',
  'delivery_worker',
  'facility',
  'facility_application',
  'facility_chain',
  'feed',
  'feed_change',
  'feed_endpoint',
  'feed_told',
  'industrial_zone',
  'legal_rule',
  'migrations',
  'movement_cursor',
  'outage',
  'partner_nonce',
  'partner_token',
  'police_search',
  'readiness_beat',
  'recovery_code',
  'reference_data_version',
  'search_notice',
  'report_delivery',
  'report_subscription',
  'session',
  'signing_key',
  'statistic_day',
  'statistic_due_days',
  'statistic_edition',
  'statistic_edition_cell',
  'statistic_month',
  'statistic_now',
  'statistic_place',
  'statistic_progress',
  'statistic_scope',
  'statistic_worker_now',
  'vendor',
  'watch_alert_clock',
  'watch_decision',
  'watch_list',
  'watch_list_clock',
  'watch_list_entry',
  'watch_list_entry_version',
  'watch_list_proposal',
  'watch_list_proposal_item',
  'watch_list_version',
  'watch_rescreen',
]);

const ENTITIES = [ApiKey, ApiKeyFacility, Department, Facility, IndustrialZone, Patient, Room, Route, Trip, Vehicle];

describe('the schema', () => {
  let test: TestDatabase;
  let build: Builder;
  beforeAll(async () => {
    test = await createTestDatabase();
    build = new Builder(test.urlFor('postgres'));
  });
  afterAll(() => test.drop());

  const tables = async (): Promise<{ name: string; partition: boolean; rls: boolean; forced: boolean }[]> =>
    build.rows(`SELECT relname AS name, relispartition AS partition, relrowsecurity AS rls, relforcerowsecurity AS forced
                FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY relname`);

  it('could be distributed by facility: every key holds it', async () => {
    const keys = await build.rows<{ table: string; name: string; columns: string[] }>(
      `SELECT t.relname AS table, c.relname AS name,
              ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)) AS columns
       FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_class c ON c.oid = i.indexrelid
       WHERE t.relnamespace = 'public'::regnamespace AND (i.indisunique OR i.indisexclusion)`,
    );
    const distributed = keys.filter(({ table }) => !REFERENCE.has(table));
    expect(distributed.length).toBeGreaterThan(15);
    expect(distributed.filter(({ columns }) => !columns.includes('facility_id'))).toEqual([]);
  });

  it('could be distributed by facility: references stay on one node', async () => {
    const references = await build.rows<{ table: string; target: string; columns: string[] }>(
      `SELECT k.conrelid::regclass::text AS table, k.confrelid::regclass::text AS target,
              ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = ANY(k.conkey)) AS columns
       FROM pg_constraint k WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace`,
    );
    const wrong = references.filter(
      ({ table, target, columns }) =>
        !REFERENCE.has(table) && !REFERENCE.has(target) && !columns.includes('facility_id'),
    );
    expect(references.length).toBeGreaterThan(8);
    expect(wrong).toEqual([]);
    expect(references.filter(({ table, target }) => REFERENCE.has(table) && !REFERENCE.has(target))).toEqual([]);
  });

  it('has no triggers of its own', async () => {
    expect(await build.rows(`SELECT tgname FROM pg_trigger WHERE NOT tgisinternal`)).toEqual([]);
  });

  it('guards every table that holds stays by forced row security, and reaches partitions through it only', async () => {
    const own = new Set(['delegation', 'route']);
    const unguarded = (await tables()).filter(
      ({ name, partition, rls, forced }) => !partition && !REFERENCE.has(name) && !own.has(name) && !(rls && forced),
    );
    expect(unguarded).toEqual([]);
    const granted = await build.rows(
      `SELECT c.relname, g.grantee FROM pg_class c JOIN information_schema.role_table_grants g ON g.table_name = c.relname
       WHERE c.relispartition AND g.grantee LIKE 'luutru_%' AND g.grantee <> 'luutru_migrator'`,
    );
    expect(granted).toEqual([]);
  });

  it('has no column for personal data in the clear', async () => {
    const columns = await build.rows<{ column: string }>(
      `SELECT table_name || '.' || column_name AS column FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name ~ '(full_?name|birth_date|document_number|phone|passport|email|driver|owner|record_number|note|external_ref)'
         AND NOT (data_type = 'bytea' AND column_name ~ '_(sealed|index)$') ORDER BY 1`,
    );
    expect(columns.map(({ column }) => column)).toEqual(['legal_rule.note_en', 'legal_rule.note_vi']);
  });

  it('is what the entities say', async () => {
    const source = await new DataSource({
      type: 'postgres',
      url: test.urlFor('postgres'),
      entities: ENTITIES,
    }).initialize();
    try {
      for (const entity of ENTITIES) {
        const { tableName, columns } = source.getMetadata(entity);
        const actual = await build.rows<{ name: string; type: string; nullable: boolean; key: boolean }>(
          `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable,
                  EXISTS (SELECT FROM pg_index i WHERE i.indrelid = a.attrelid AND i.indisprimary AND a.attnum = ANY(i.indkey)) AS key
           FROM pg_attribute a WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped`,
          [tableName],
        );
        const declared = columns.map((column) => ({
          name: column.databaseName,
          type: `${TYPE_NAMES[String(column.type)] ?? String(column.type)}${column.isArray ? '[]' : ''}`,
          nullable: column.isNullable,
          key: column.isPrimary,
        }));
        const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);
        expect([tableName, declared.sort(byName)]).toEqual([tableName, actual.sort(byName)]);
      }
    } finally {
      await source.destroy();
    }
  });

  it('is made by migrations that stand alone and can be undone', async () => {
    const folder = join(projectRoot(), 'migrations');
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .sort();
    expect(files.length).toBeGreaterThanOrEqual(6);
    const importsOf = (...path: string[]) =>
      [...readFileSync(join(folder, ...path), 'utf8').matchAll(/from '([^']+)'/g)].map(([, name]) => name ?? '');
    // What several of them make stands in a file that takes nothing from anywhere.
    const views = readdirSync(join(folder, 'views'));
    expect(views.flatMap((view) => importsOf('views', view))).toEqual([]);
    for (const file of files) {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(text).toMatch(new RegExp(`export class \\w+${file.split('-')[0]} implements MigrationInterface`));
      const known = views.map((view) => `./views/${view.replace('.ts', '')}`);
      expect(importsOf(file).filter((name) => !known.includes(name))).toEqual(['typeorm']);
    }
    const blank = await createBlankDatabase();
    try {
      await prepareDatabase({ adminUrl: blank.urlFor('postgres'), rolePasswords: {} });
      const source = await new DataSource({
        type: 'postgres',
        url: blank.urlFor('postgres'),
        migrations: [join(folder, '*.ts')],
      }).initialize();
      for (const _file of files) await source.undoLastMigration();
      const [left] = await source.query<[{ n: number }]>(
        `SELECT count(*)::int AS n FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
      );
      await source.destroy();
      expect(left.n).toBe(0);
      await prepareDatabase({ adminUrl: blank.urlFor('postgres'), rolePasswords: {} });
    } finally {
      await blank.drop();
    }
  });
});

const TYPE_NAMES: Readonly<Record<string, string>> = { timestamptz: 'timestamp with time zone' };
