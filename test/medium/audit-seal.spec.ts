import { type KeyObject, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import {
  appendAudit,
  AuditSealer,
  AuditVerifier,
  HeadsFolder,
  SealExporter,
  SealWatch,
  type Verification,
} from '@luutru/audit';
import { addDays, localDate } from '@luutru/calendar';
import {
  createLogger,
  type Database,
  type DatabaseRole,
  NO_FACILITY,
  openDatabase,
  publicKeyOf,
  signingKey,
  SigningKeyRepository,
  uuidV7,
} from '@luutru/platform';
import { AUDIT_COLUMNS } from '../../libs/audit/src/domain/leaf';
import { TestClock } from '../support/clock';
import { asSuperuser, createTestDatabase, type TestDatabase } from '../support/database';

const FACILITY = '01890000-0000-7000-8000-000000000001';
const newKey = (id = 1) => signingKey('seal', id, randomBytes(32));

/** An audit trail in a database of its own, with everything that seals and verifies it. */
class Trail {
  readonly key = newKey();
  readonly sealer: AuditSealer;
  private readonly closing: (() => Promise<void>)[] = [];

  private constructor(
    readonly test: TestDatabase,
    readonly worker: Database,
    readonly owner: Database,
    readonly folder: string,
  ) {
    this.sealer = this.newSealer();
  }

  static async create(): Promise<Trail> {
    const test = await createTestDatabase();
    const open = (role: DatabaseRole) =>
      openDatabase({ url: test.urlFor(role), poolSize: 4, applicationName: 'test', entities: [] });
    const [worker, owner] = await Promise.all([
      open('luutru_worker'),
      openDatabase({
        url: test.urlFor('postgres'),
        role: 'luutru_migrator',
        poolSize: 1,
        applicationName: 'test',
        entities: [],
      }),
    ]);
    const folder = await mkdtemp(join(tmpdir(), 'luutru-heads-'));
    const trail = new Trail(test, worker.database, owner.database, folder);
    trail.closing.push(
      worker.close,
      owner.close,
      () => test.drop(),
      () => rm(folder, { recursive: true }),
    );
    return trail;
  }

  async close(): Promise<void> {
    for (const close of this.closing) await close();
  }

  newSealer(key = this.key, limit?: number): AuditSealer {
    return new AuditSealer(this.worker, key, limit);
  }

  /** Writes entries, each in a transaction of its own. */
  async write(count = 1, action = 'stay.read'): Promise<void> {
    for (let i = 0; i < count; i += 1) {
      await this.worker.transaction(NO_FACILITY, (tx) => appendAudit(tx, this.entry(action)));
    }
  }

  /** Writes entries in one transaction. */
  writeTogether(count: number): Promise<void> {
    return this.worker.transaction(NO_FACILITY, async (tx) => {
      for (let i = 0; i < count; i += 1) await appendAudit(tx, this.entry('stay.read'));
    });
  }

  /** A transaction that has written an entry and stays open. */
  async openTransaction(): Promise<{ commit(): Promise<void>; rollback(): Promise<void> }> {
    const client = new Client({ connectionString: this.test.urlFor('luutru_worker') });
    await client.connect();
    await client.query('BEGIN');
    await client.query(
      `INSERT INTO audit_entry (facility_id, at, audit_id, actor_kind, actor_id, action, subject_kind)
       VALUES ($1, now(), gen_random_uuid(), 'system', 'x', 'late', 'stay')`,
      [FACILITY],
    );
    const end = async (how: string): Promise<void> => {
      await client.query(how);
      await client.end();
    };
    return { commit: () => end('COMMIT'), rollback: () => end('ROLLBACK') };
  }

  watch(limitMs: number, clock = new TestClock()): SealWatch {
    return new SealWatch(this.worker, clock, limitMs);
  }

  entry(action: string) {
    return {
      at: new Date(),
      facilityId: FACILITY,
      actor: { kind: 'api-key' as const, id: 'key-1' },
      action,
      subjectKind: 'stay',
      subjectId: uuidV7(new Date()),
      requestId: null,
      rowCount: 1,
      detail: { fields: ['name'] },
    };
  }

  /** Three seals over two entries each, exported. */
  async sealThrice(): Promise<void> {
    for (let i = 0; i < 3; i += 1) {
      await this.write(2);
      await this.sealer.run();
    }
    await this.export();
  }

  export(): Promise<void> {
    return new SealExporter(this.worker, [new HeadsFolder(this.folder)], createLogger('test', 'silent')).run();
  }

  async keys(): Promise<Map<string, KeyObject>> {
    const published = await new SigningKeyRepository(this.owner).list('seal');
    return new Map(published.map((jwk) => [jwk.kid, publicKeyOf(jwk)]));
  }

  async verify(
    options: { heads?: boolean; fromDay?: string; toDay?: string; keys?: Map<string, KeyObject> } = {},
  ): Promise<Verification> {
    return new AuditVerifier(this.owner).verify({
      keys: options.keys ?? (await this.keys()),
      fromDay: options.fromDay,
      toDay: options.toDay,
      ...(options.heads && { heads: new HeadsFolder(this.folder).heads() }),
    });
  }

  rows<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
    return asSuperuser(this.test.urlFor('postgres'), async (client) => (await client.query<T>(sql, values)).rows);
  }

  /** The ids of the entries in the order of sealing. */
  async ids(): Promise<string[]> {
    const rows = await this.rows<{ id: string }>('SELECT audit_id AS id FROM audit_entry ORDER BY xact, at, audit_id');
    return rows.map(({ id }) => id);
  }
}

const place = ({ finding }: Verification) => finding && [finding.fault, finding.sealNumber];

let trail: Trail;
beforeEach(async () => {
  trail = await Trail.create();
});
afterEach(() => trail.close());

describe('sealing', () => {
  it('covers every entry once, and what it made holds', async () => {
    await trail.sealThrice();
    expect(await trail.verify({ heads: true })).toEqual({ seals: 3, entries: 6, unsealed: 0, finding: null });
  });

  it('hashes every column of an entry', async () => {
    const columns = await trail.rows<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'audit_entry'`,
    );
    expect(columns.map(({ name }) => name).sort()).toEqual([...AUDIT_COLUMNS].sort());
  });

  it('makes no seal over nothing, and stays fresh', async () => {
    await trail.rows(`UPDATE audit_sealer SET checked_at = '-infinity'`);
    expect(await trail.sealer.run()).toEqual({ seal: null, more: false });
    expect(await trail.verify()).toEqual({ seals: 0, entries: 0, unsealed: 0, finding: null });
    await expect(trail.watch(5_000).assertFresh()).resolves.toBeUndefined();
  });

  it('continues behind an empty period', async () => {
    await trail.sealThrice();
    for (let i = 0; i < 3; i += 1) await trail.sealer.run();
    await trail.write(1);
    expect((await trail.sealer.run()).seal).toMatchObject({ sealNumber: 4, entryCount: 1 });
    expect(await trail.verify()).toMatchObject({ seals: 4, entries: 7, finding: null });
  });

  it('covers an entry that commits late exactly once, and lets younger ones wait for it', async () => {
    await trail.write(2);
    const late = await trail.openTransaction();
    const counts: (number | undefined)[] = [];
    for (let i = 0; i < 3; i += 1) {
      await trail.write(2);
      counts.push((await trail.sealer.run()).seal?.entryCount);
    }
    expect(counts).toEqual([2, undefined, undefined]);
    await late.commit();
    expect((await trail.sealer.run()).seal).toMatchObject({ sealNumber: 2, entryCount: 7 });
    expect(await trail.verify()).toEqual({ seals: 2, entries: 9, unsealed: 0, finding: null });
  });

  it('does not wait for an entry that is taken back', async () => {
    const lost = await trail.openTransaction();
    await trail.write(1);
    await lost.rollback();
    expect((await trail.sealer.run()).seal?.entryCount).toBe(1);
  });

  it('is done by one worker at a time, however many try', async () => {
    const sealers = [trail.sealer, ...[1, 2, 3].map(() => trail.newSealer())];
    let writing = true;
    const written = trail.write(150).finally(() => (writing = false));
    const sealAll = async (sealer: AuditSealer): Promise<void> => {
      while (writing) await sealer.run();
    };
    await Promise.all([written, ...sealers.map(sealAll)]);
    await trail.sealer.run();
    const verification = await trail.verify();
    expect(verification).toMatchObject({ entries: 150, unsealed: 0, finding: null });
    expect(verification.seals).toBeGreaterThan(2);
  });

  it('leaves the turn to the worker that has it', async () => {
    await trail.write(1);
    await asSuperuser(trail.test.urlFor('postgres'), async (client) => {
      await client.query('BEGIN');
      await client.query('SELECT pg_advisory_xact_lock(7305004)');
      expect(await trail.sealer.run()).toEqual({ seal: null, more: false });
    });
    expect((await trail.sealer.run()).seal?.entryCount).toBe(1);
  });

  it('takes a backlog in steps and never splits a transaction', async () => {
    const sealer = trail.newSealer(trail.key, 4);
    await trail.write(3);
    await trail.writeTogether(6);
    await trail.write(3);
    const steps = [];
    for (let more = true; more;) {
      const sealing = await sealer.run();
      ({ more } = sealing);
      steps.push(sealing.seal?.entryCount);
    }
    expect(steps).toEqual([3, 6, 3]);
    expect(await trail.verify()).toMatchObject({ seals: 3, entries: 12, finding: null });
  });

  it('goes on under a new key, and the old seals still hold', async () => {
    await trail.sealThrice();
    await trail.write(1);
    await trail.newSealer(newKey(2)).run();
    expect(await trail.verify()).toMatchObject({ seals: 4, finding: null });
  });

  it('refuses a key whose id is that of another', async () => {
    await trail.sealThrice();
    await expect(trail.newSealer(newKey(1)).run()).rejects.toMatchObject({ code: 'signing-key-reused' });
  });

  it('refuses to seal where transactions count from below what is sealed', async () => {
    await trail.sealThrice();
    await trail.rows(`UPDATE audit_seal SET upto_xact = '9000000000' WHERE seal_number = 3`);
    await trail.rows(`UPDATE audit_sealer SET checked_at = '2026-01-01'`);
    await trail.write(1);
    await expect(trail.sealer.run()).rejects.toMatchObject({ code: 'audit-xact-behind' });
    await expect(trail.watch(5_000).assertFresh()).rejects.toMatchObject({ code: 'audit-seal-stale' });
  });

  it('takes 50,000 entries at once, in memory that does not grow with them', async () => {
    await trail.rows(
      `INSERT INTO audit_entry (facility_id, at, audit_id, actor_kind, actor_id, action, subject_kind)
       SELECT gen_random_uuid(), now(), gen_random_uuid(), 'system', 'x', 'stay.read', 'stay' FROM generate_series(1, 50000)`,
    );
    await trail.write(1);
    const begin = performance.now();
    expect((await trail.sealer.run()).seal?.entryCount).toBe(50_000);
    expect((await trail.sealer.run()).seal?.entryCount).toBe(1);
    expect(performance.now() - begin).toBeLessThan(20_000);
    expect(await trail.verify()).toEqual({ seals: 2, entries: 50_001, unsealed: 0, finding: null });
  });
});

describe('verifying', () => {
  /** The third entry in the order of sealing lies under seal 2. */
  const TARGET = '(SELECT audit_id FROM audit_entry ORDER BY xact, at, audit_id OFFSET 2 LIMIT 1)';

  beforeEach(() => trail.sealThrice());

  it.each([
    ['facility_id', `gen_random_uuid()`],
    ['at', `at + interval '1 microsecond'`],
    ['audit_id', `gen_random_uuid()`],
    ['actor_kind', `'person'`],
    ['actor_id', `'key-2'`],
    ['action', `'stay.find'`],
    ['subject_kind', `'trip'`],
    ['subject_id', `NULL`],
    ['request_id', `''`],
    ['purpose', `''`],
    ['row_count', `NULL`],
    ['detail', `'{"fields": []}'`],
  ])('finds an altered %s', async (column, value) => {
    await trail.rows(`UPDATE audit_entry SET ${column} = ${value} WHERE audit_id = ${TARGET}`);
    expect(place(await trail.verify())).toEqual(['entries-differ', 2]);
  });

  it('finds an altered xact where the entry was taken from', async () => {
    const later = `(SELECT max(xact) FROM audit_entry)`;
    await trail.rows(`UPDATE audit_entry SET xact = ${later} WHERE audit_id = ${TARGET}`);
    expect((await trail.verify()).finding).toMatchObject({
      fault: 'entries-differ',
      sealNumber: 2,
      expected: 2,
      found: 1,
    });
  });

  it('finds a deleted entry and names the period', async () => {
    await trail.rows(`DELETE FROM audit_entry WHERE audit_id = ${TARGET}`);
    const [first, second] = await trail.rows<{ at: string }>(
      `SELECT (extract(epoch FROM sealed_at) * 1000000)::bigint AS at FROM audit_seal ORDER BY seal_number`,
    );
    expect((await trail.verify()).finding).toEqual({
      fault: 'entries-differ',
      sealNumber: 2,
      after: first?.at,
      upto: second?.at,
      expected: 2,
      found: 1,
    });
  });

  it('finds an entry that was inserted later, into the past', async () => {
    await trail.rows(
      `INSERT INTO audit_entry (facility_id, at, audit_id, xact, actor_kind, actor_id, action, subject_kind)
       SELECT facility_id, at, gen_random_uuid(), xact, 'system', 'x', 'x', 'x' FROM audit_entry WHERE audit_id = ${TARGET}`,
    );
    expect((await trail.verify()).finding).toMatchObject({
      fault: 'entries-differ',
      sealNumber: 2,
      expected: 2,
      found: 3,
    });
  });

  it('finds two entries that changed places', async () => {
    const [, , a = '', b = ''] = await trail.ids();
    await trail.rows(
      `UPDATE audit_entry SET subject_id = CASE audit_id WHEN $1::uuid THEN (SELECT subject_id FROM audit_entry WHERE audit_id = $2)
         ELSE (SELECT subject_id FROM audit_entry WHERE audit_id = $1) END WHERE audit_id IN ($1, $2)`,
      [a, b],
    );
    expect(place(await trail.verify())).toEqual(['entries-differ', 2]);
  });

  it.each([
    ['sealed_at', `'infinity'`],
    ['sealed_at', `sealed_at - interval '1 day'`],
    ['from_xact', `'1'`],
    ['upto_xact', `'9000000000'`],
    ['entry_count', '1'],
    ['merkle_root', 'sha256(merkle_root)'],
    ['previous_head', 'sha256(previous_head)'],
    ['head', 'sha256(head)'],
  ])('finds a seal with an altered %s = %s', async (column, value) => {
    await trail.rows(`UPDATE audit_seal SET ${column} = ${value} WHERE seal_number = 2`);
    expect(place(await trail.verify())).toEqual(['seal-altered', 2]);
  });

  it('finds a wrong signature', async () => {
    await trail.rows(
      `UPDATE audit_seal SET signature = (SELECT signature FROM audit_seal WHERE seal_number = 3) WHERE seal_number = 2`,
    );
    expect(place(await trail.verify())).toEqual(['signature-wrong', 2]);
  });

  it.each([1, 2])('finds that seal %i is gone', async (number) => {
    await trail.rows('DELETE FROM audit_seal WHERE seal_number = $1', [number]);
    expect(place(await trail.verify())).toEqual(['seal-missing', number]);
  });

  it('finds from the exported heads that the last seal is gone, and also when all are', async () => {
    await trail.rows('DELETE FROM audit_seal WHERE seal_number = 3');
    expect(place(await trail.verify())).toBeNull();
    expect((await trail.verify({ heads: true })).finding).toMatchObject({
      fault: 'seals-truncated',
      sealNumber: 3,
      expected: 3,
      found: 2,
    });
    await trail.rows('DELETE FROM audit_seal');
    expect(place(await trail.verify({ heads: true }))).toEqual(['seals-truncated', 1]);
  });

  it('finds a last seal that was deleted and made again over less', async () => {
    await trail.rows('DELETE FROM audit_seal WHERE seal_number = 3');
    await trail.rows(`DELETE FROM audit_entry WHERE xact >= (SELECT max(upto_xact) FROM audit_seal)`);
    await trail.write(1);
    await trail.sealer.run();
    expect(place(await trail.verify())).toBeNull();
    expect(place(await trail.verify({ heads: true }))).toEqual(['head-differs', 3]);
  });

  it('finds entries that are old and not sealed', async () => {
    await trail.rows('DELETE FROM audit_seal WHERE seal_number = 3');
    expect(await trail.verify()).toMatchObject({ unsealed: 2, finding: null });
    await trail.rows(
      `UPDATE audit_entry SET at = at - interval '11 minutes' WHERE xact >= (SELECT max(upto_xact) FROM audit_seal)`,
    );
    expect((await trail.verify()).finding).toMatchObject({ fault: 'entries-unsealed', sealNumber: 3, found: 2 });
  });

  it('finds a chain that was made anew with another key', async () => {
    const trusted = await trail.keys();
    await trail.rows('DELETE FROM audit_seal');
    await trail.rows(`DELETE FROM audit_entry WHERE audit_id = ${TARGET}`);
    await trail.newSealer(newKey(2)).run();
    expect(place(await trail.verify())).toBeNull();
    expect(place(await trail.verify({ heads: true }))).toEqual(['head-differs', 1]);
    expect(place(await trail.verify({ keys: trusted }))).toEqual(['key-unknown', 1]);
  });

  it('verifies only the days it is asked for', async () => {
    await trail.rows(`DELETE FROM audit_entry WHERE audit_id = ${TARGET}`);
    const today = localDate(new Date());
    const tomorrow = addDays(today, 1);
    expect(await trail.verify({ fromDay: tomorrow })).toMatchObject({ seals: 0, finding: null });
    expect(await trail.verify({ toDay: addDays(today, -1) })).toMatchObject({ seals: 0, finding: null });
    expect(place(await trail.verify({ fromDay: today, toDay: today }))).toEqual(['entries-differ', 2]);
  });
});
