import { Client } from 'pg';
import { type AccessScope, type Database, type DatabaseRole, NO_FACILITY, openDatabase } from '@luutru/platform';
import type { Builder } from '../support/builders';
import { guest } from '../support/builders';
import { createTestApi, type TestApi } from '../support/test-api';
import { WatchBuilder } from '../support/watch-lists';

const DENIED = '42501';

describe('database roles', () => {
  let api: TestApi;
  let build: Builder;
  let ours: string;
  let theirs: string;

  beforeAll(async () => {
    api = await createTestApi();
    build = api.build;
    const facilities = [await build.facility(), await build.facility()];
    for (const facility of facilities) await api.declare(await build.apiKey([facility]), guest());
    [ours = '', theirs = ''] = facilities.map(({ facilityId }) => facilityId);
  });
  afterAll(() => api.close());

  /** Runs one statement as a role, within the scope of facilities; answers rows or the SQLSTATE of the refusal. */
  async function as(role: DatabaseRole, sql: string, scope: readonly string[] = []): Promise<unknown[] | string> {
    const client = new Client({ connectionString: api.database.urlFor(role) });
    await client.connect();
    try {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('app.facility_ids', $1, true)`, [`{${scope.join(',')}}`]);
      return (await client.query(sql)).rows as unknown[];
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    } finally {
      await client.query('ROLLBACK');
      await client.end();
    }
  }

  const GUARDED = ['stay', 'trip', 'patient', 'occupancy', 'idempotency'];

  describe('luutru_app', () => {
    it.each(GUARDED)('sees nothing of %s without a scope, and only its own with one', async (table) => {
      expect(await as('luutru_app', `SELECT * FROM ${table}`)).toEqual([]);
      const rows = (await as('luutru_app', `SELECT facility_id FROM ${table}`, [ours])) as { facility_id: string }[];
      expect(rows.filter((row) => row.facility_id !== ours)).toEqual([]);
      if (['stay', 'occupancy', 'idempotency'].includes(table)) expect(rows).toHaveLength(1);
    });

    it('cannot write for another facility', async () => {
      const insert = (facility: string) =>
        `INSERT INTO idempotency VALUES ('${facility}', '\\x01', 'x', '\\x02', '{}', now())`;
      expect(await as('luutru_app', insert(ours), [ours])).toEqual([]);
      expect(await as('luutru_app', insert(theirs), [ours])).toBe(DENIED);
      expect(await as('luutru_app', insert(ours))).toBe(DENIED);
      const outbox = `INSERT INTO outbox (facility_id, outbox_id, topic, stay_id, arrived_on, sequence, event_type, created_at, available_at)
        VALUES ('${theirs}', gen_random_uuid(), 'population', gen_random_uuid(), '2026-11-23', 1, 'arrival', now(), now())`;
      expect(await as('luutru_app', outbox, [ours])).toBe(DENIED);
      expect(await as('luutru_app', `INSERT INTO room VALUES ('${theirs}', 'X', 1)`, [ours])).toBe(DENIED);
      expect(await as('luutru_app', `INSERT INTO room VALUES ('${ours}', 'X', 1)`, [ours])).toEqual([]);
      const audit = `INSERT INTO audit_entry (facility_id, at, audit_id, actor_kind, actor_id, action, subject_kind)
        VALUES ('${theirs}', now(), gen_random_uuid(), 'system', 'x', 'x', 'x')`;
      expect(await as('luutru_app', audit, [ours])).toBe(DENIED);
    });

    it('sees the audit trail only in a transaction whose scope says so', async () => {
      expect(await as('luutru_app', 'SELECT * FROM audit_entry', [ours, theirs])).toEqual([]);
    });

    it.each([
      'SELECT * FROM outbox',
      'SELECT * FROM person_index',
      'SELECT index_key_id FROM name_index',
      'UPDATE stay SET late = false',
      'DELETE FROM stay',
      'UPDATE audit_entry SET action = NULL',
      'DELETE FROM audit_entry',
      'TRUNCATE stay',
      'SELECT * FROM stay_2026_11',
      'INSERT INTO stay_2026_11 SELECT * FROM stay',
      'UPDATE facility SET ward_id = ward_id',
      'DELETE FROM facility',
      'DELETE FROM facility_version',
      'UPDATE look SET purpose = NULL',
      'UPDATE receipt_digest SET digest = NULL',
      'UPDATE api_key SET secret_hash = NULL',
      'UPDATE api_key SET permissions = NULL',
      'DELETE FROM api_key',
      'UPDATE account_grant SET role = role',
      'DELETE FROM account_grant',
      'DELETE FROM account',
      'UPDATE authority_policy SET cell_size = 5',
      'DELETE FROM authority_policy',
      'SELECT salt FROM authority_order',
      'UPDATE authority_policy_proposal SET content = content',
      'UPDATE audit_seal SET entry_count = 0',
      'INSERT INTO audit_seal SELECT * FROM audit_seal',
      'UPDATE audit_sealer SET checked_at = now()',
      'UPDATE signing_key SET public_key = NULL',
      'INSERT INTO vendor SELECT * FROM vendor',
      'UPDATE data_key SET wrapped = NULL',
      'CREATE TABLE mine (x int)',
      'ALTER TABLE stay DISABLE ROW LEVEL SECURITY',
      'SET ROLE luutru_migrator',
      'SET ROLE luutru_worker',
      `SELECT ensure_month_partitions('2026-11-01', 1)`,
    ])('may not: %s', async (sql) => expect(await as('luutru_app', sql, [ours])).toBe(DENIED));
  });

  describe('watch-lists and alerts', () => {
    const WATCH = [
      'watch_list',
      'watch_list_clock',
      'watch_list_entry',
      'watch_list_entry_version',
      'watch_list_version',
      'watch_list_proposal',
      'watch_list_proposal_item',
      'watch_rescreen',
      'watch_alert',
      'watch_alert_clock',
      'watch_alert_history',
      'watch_decision',
    ];
    beforeAll(async () => {
      const watch = new WatchBuilder(api);
      const [stay] = await build.rows<{ id: string }>('SELECT stay_id AS id FROM stay WHERE facility_id = $1', [ours]);
      await watch.alert(stay?.id ?? '', 'closed');
      await watch.proposal(await watch.list());
      await build.rows(
        `INSERT INTO watch_rescreen (rescreen_id, list_id, due_at) SELECT gen_random_uuid(), list_id, now() FROM watch_list`,
      );
      await build.rows(
        `INSERT INTO watch_alert_history SELECT facility_id, alert_id, 1, arrived_on, 0, 1, 'raise', 'open', 0, now(), 'system', 'x'
         FROM watch_alert`,
      );
    });
    const areas = (setting: string, level = '') =>
      `set_config('${setting}', '[{"wards":["w20410"],"formerWards":[],"zones":[],"kinds":null${level}}]', true) IS NOT NULL`;

    it.each(WATCH)(
      '%s: nothing of it in a transaction of a facility, nor of officers who have no desk',
      async (table) => {
        expect(await build.rows(`SELECT FROM ${table}`)).not.toEqual([]);
        expect(await as('luutru_app', `SELECT * FROM ${table}`, [ours, theirs])).toEqual([]);
        const looking = `WITH s AS MATERIALIZED (SELECT ${areas('app.areas')} AS set)
        SELECT t.* FROM s, LATERAL (SELECT * FROM ${table} WHERE s.set) t`;
        expect(await as('luutru_app', looking, [ours])).toEqual([]);
        expect(await as('luutru_app', `SELECT count(*)::int AS n FROM ${table}`, [ours])).toEqual([{ n: 0 }]);
      },
    );

    it('shows a desk the alerts of its area and level, and no others', async () => {
      const at = (wards: string, level: number) =>
        `WITH s AS MATERIALIZED (SELECT ${areas('app.desks', `,"level":${level}`).replace('w20410', wards)} AS set)
         SELECT t.alert_id FROM s, LATERAL (SELECT * FROM watch_alert WHERE s.set) t`;
      expect(await as('luutru_app', at('w20410', 0))).toHaveLength(1);
      expect(await as('luutru_app', at('w20413', 2))).toEqual([]);
      await build.rows('UPDATE watch_alert SET first_desk = 2');
      expect(await as('luutru_app', at('w20410', 1))).toEqual([]);
      expect(await as('luutru_app', at('w20410', 2))).toHaveLength(1);
      await build.rows('UPDATE watch_alert SET first_desk = 0');
    });

    it.each([
      'INSERT INTO watch_alert SELECT * FROM watch_alert',
      'DELETE FROM watch_alert',
      'UPDATE watch_alert SET score = 0',
      'UPDATE watch_alert_history SET action = NULL',
      'DELETE FROM watch_alert_history',
      'UPDATE watch_list_entry_version SET content_sealed = NULL',
      'DELETE FROM watch_list_entry',
      'UPDATE watch_list SET unit_id = unit_id',
      'UPDATE watch_list_proposal SET proposed_by = NULL',
      'DELETE FROM watch_decision',
      'UPDATE watch_rescreen SET finished_at = now()',
    ])('luutru_app may not: %s', async (sql) => expect(await as('luutru_app', sql, [ours])).toBe(DENIED));

    it.each([
      'UPDATE watch_list SET threshold = 1',
      'UPDATE watch_list_entry SET content_sealed = NULL',
      'INSERT INTO watch_list_entry SELECT * FROM watch_list_entry',
      'SELECT * FROM watch_list_proposal',
      'SELECT content_sealed FROM watch_list_proposal_item',
      'UPDATE watch_alert SET state = state',
      'DELETE FROM watch_alert',
      'SELECT note_sealed FROM watch_alert_history',
      'INSERT INTO watch_decision SELECT * FROM watch_decision',
    ])('luutru_worker may not: %s', async (sql) => expect(await as('luutru_worker', sql)).toBe(DENIED));
  });

  describe('luutru_worker', () => {
    it('delivers for everybody', async () => {
      expect(await as('luutru_worker', 'SELECT stay_id FROM stay')).toHaveLength(2);
      expect(await as('luutru_worker', `UPDATE stay SET delivery_status = 'delivered'`)).toEqual([]);
      expect(await as('luutru_worker', `SELECT ensure_month_partitions('2030-01-01', 1) AS made`)).toEqual([
        { made: 3 },
      ]);
    });

    it.each([
      `UPDATE stay SET personal_sealed = ''`,
      'UPDATE stay SET declared_at = now()',
      'DELETE FROM stay',
      'SELECT answer FROM idempotency',
      'SELECT * FROM person_index',
      'SELECT * FROM occupancy',
      'SELECT * FROM api_key',
      'SELECT password_hash FROM account',
      'SELECT totp_sealed FROM account',
      'SELECT * FROM account_grant',
      'SELECT token_hash FROM session',
      'SELECT * FROM recovery_code',
      'UPDATE audit_entry SET action = NULL',
      'DELETE FROM audit_entry',
      'UPDATE audit_seal SET entry_count = 0',
      'DELETE FROM audit_seal',
      'DELETE FROM audit_sealer',
      'UPDATE signing_key SET public_key = NULL',
      'DELETE FROM audit_entry',
      'CREATE TABLE mine (x int)',
      'DROP TABLE stay',
      'SET ROLE luutru_migrator',
    ])('may not: %s', async (sql) => expect(await as('luutru_worker', sql)).toBe(DENIED));
  });

  describe('luutru_authority', () => {
    const masked = (areas: object, policy = 'tourism-analyst:1') =>
      `WITH scope AS MATERIALIZED (
         SELECT set_config('app.areas', '${JSON.stringify([areas])}', true) AS areas,
                set_config('app.authority_policy', '${policy}', true) AS policy)
       SELECT v.* FROM scope, LATERAL (SELECT * FROM authority_stay WHERE scope.areas IS NOT NULL AND scope.policy IS NOT NULL) v`;
    const area = { wards: ['w20410'], formerWards: [], zones: [], kinds: null };

    it('sees the stays of its area through the masked view, and only of the kinds it has business with', async () => {
      const all = (await as('luutru_authority', masked(area))) as object[];
      expect(all).toHaveLength(2);
      expect(await as('luutru_authority', masked({ ...area, kinds: ['khach-san'] }))).toHaveLength(2);
      expect(await as('luutru_authority', masked({ ...area, kinds: ['co-so-kham-chua-benh'] }))).toEqual([]);
      expect(await as('luutru_authority', masked({ ...area, wards: ['w20413'] }))).toEqual([]);
      expect(await as('luutru_authority', masked(area, ''))).toEqual([]);
      expect(await as('luutru_authority', masked(area, 'health-analyst:1'))).toEqual([]);
      expect(await as('luutru_authority', 'SELECT * FROM authority_stay')).toEqual([]);
      expect(await as('luutru_authority', 'SELECT * FROM authority_stay', [ours])).toEqual([]);
    });

    it('sees no column that leads to a person, and of two people only the day', async () => {
      const [row] = (await as('luutru_authority', masked(area))) as Record<string, unknown>[];
      expect(Object.keys(row ?? {}).sort()).toEqual([
        'arrived_on',
        'birth_decade',
        'birth_year',
        'facility_kind',
        'foreigner',
        'industrial_zone_id',
        'long_stay',
        'nationality',
        'nights',
        'nights_band',
        'order_key',
        'origin_province_id',
        'reason',
        'sex',
        'stars',
        'stay_kind',
        'ward_id',
      ]);
      const shown = Object.entries(row ?? {}).filter(([, value]) => value !== null);
      expect(shown.map(([name]) => name).sort()).toEqual(['arrived_on', 'order_key']);
    });

    it.each([
      'SELECT personal_sealed FROM stay',
      'SELECT facilities_in_areas()',
      'SELECT * FROM data_key',
      `SELECT facility_application_status('x')`,
      'SET ROLE luutru_app',
      'CREATE TABLE mine (x int)',
    ])('may not: %s', async (sql) => expect(await as('luutru_authority', sql)).toBe(DENIED));
  });

  describe('luutru_keeper', () => {
    it('sees what it has to seal again, and no name in it', async () => {
      const rows = (await as('luutru_keeper', 'SELECT personal_sealed FROM stay')) as { personal_sealed: Buffer }[];
      expect(rows).toHaveLength(2);
      expect(rows.map((row) => row.personal_sealed.toString('utf8')).join()).not.toContain('Bình');
    });

    it.each([
      'SELECT room FROM stay',
      'UPDATE stay SET late = false',
      'DELETE FROM stay',
      'DROP TABLE stay',
      'UPDATE facility SET status = status',
      'SELECT password_hash FROM account',
      'SELECT answer FROM idempotency',
      'SELECT * FROM audit_entry',
      'SET ROLE luutru_migrator',
    ])('may not: %s', async (sql) => expect(await as('luutru_keeper', sql)).toBe(DENIED));
  });

  it('luutru_authority has no table at all', async () => {
    const tables = await build.rows<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    for (const { name } of tables)
      expect([name, await as('luutru_authority', `SELECT 1 FROM "${name}"`)]).toEqual([name, DENIED]);
  });

  it('luutru_migrator owns the tables and still sees nobody in them', async () => {
    for (const table of GUARDED) expect(await as('luutru_migrator', `SELECT * FROM ${table}`, [ours])).toEqual([]);
  });

  describe('a pool of one connection', () => {
    let database: Database;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ database, close } = await openDatabase({
        url: api.database.urlFor('luutru_app'),
        poolSize: 1,
        applicationName: 'test',
        entities: [],
      }));
    });
    afterAll(() => close());

    const count = { name: 'count_stays', text: 'SELECT count(*)::int AS n FROM stay', values: [] };
    const seen = async (scope: AccessScope): Promise<unknown> =>
      (await database.run<{ n: number }>(scope, count))[0]?.rows[0]?.n;

    it('never carries a scope over', async () => {
      expect(await seen({ facilityIds: [ours] })).toBe(1);
      expect(await seen(NO_FACILITY)).toBe(0);
      await expect(
        database.run({ facilityIds: [ours] }, { name: 'bad', text: 'SELECT 1 / 0', values: [] }),
      ).rejects.toThrow();
      expect(await seen(NO_FACILITY)).toBe(0);
      await expect(
        database.transaction({ facilityIds: [ours] }, async () => {
          throw new Error('given up');
        }),
      ).rejects.toThrow('given up');
      expect(await seen(NO_FACILITY)).toBe(0);
      const mixed = await Promise.all([
        seen({ facilityIds: [ours] }),
        seen(NO_FACILITY),
        seen({ facilityIds: [ours, theirs] }),
      ]);
      expect(mixed).toEqual([1, 0, 2]);
    });

    it('keeps all statements of a run or none', async () => {
      const insert = (key: string) => ({
        name: 'insert_idempotency',
        text: `INSERT INTO idempotency VALUES ($1, decode($2, 'hex'), 'x', '\\x02', '{}', now())`,
        values: [ours, key],
      });
      const kept = async () => {
        const rows = await build.rows<{ n: number }>(
          `SELECT count(*)::int AS n FROM idempotency WHERE operation = 'x'`,
        );
        return rows[0]?.n;
      };
      await expect(database.run({ facilityIds: [ours] }, insert('aa'), insert('aa'))).rejects.toThrow();
      expect(await kept()).toBe(0);
      const unsendable = { ...insert('bb'), values: [ours, Symbol('x') as unknown as string] };
      await expect(database.run({ facilityIds: [ours] }, insert('aa'), unsendable)).rejects.toThrow(
        'parameter 2 cannot be sent',
      );
      await expect(
        database.run({ facilityIds: [ours] }, insert('aa'), { ...count, name: 'broken', text: 'SELEC' }),
      ).rejects.toThrow();
      expect(await kept()).toBe(0);
      await database.run({ facilityIds: [ours] }, insert('aa'), insert('bb'));
      expect(await kept()).toBe(2);
    });

    it('refuses a scope that is no id, before anything is sent', async () => {
      await expect(seen({ facilityIds: [`${ours},${theirs}`] })).rejects.toThrow('not a UUID');
    });

    it('recovers from a lost connection with a clear error', async () => {
      const running = database.run(NO_FACILITY, { name: 'wait', text: 'SELECT pg_sleep(10)', values: [] });
      const failed = expect(running).rejects.toMatchObject({ code: 'database-unavailable', kind: 'unavailable' });
      for (let ended = 0; ended === 0;) {
        ended = (
          await build.rows(
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND datname = current_database()`,
          )
        ).length;
      }
      await failed;
      expect(await seen({ facilityIds: [ours] })).toBe(1);
    });
  });
});
