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
  type Sealing,
  SealWatch,
  type Verification,
} from '@luutru/audit';
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
import { TestClock } from './clock';
import { asSuperuser, createTestDatabase, type TestDatabase } from './database';

const FACILITY = '01890000-0000-7000-8000-000000000001';
/** In the order in which they may be filled. */
const KEPT = ['audit_entry', 'signing_key', 'audit_seal'];

/** A fresh key that seals. */
export const newKey = (id = 1) => signingKey('seal', id, randomBytes(32));

/** An audit trail in a database of its own, with everything that seals and verifies it. */
export class Trail {
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
  async openTransaction(): Promise<{ xact: string; commit(): Promise<void>; rollback(): Promise<void> }> {
    const client = new Client({ connectionString: this.test.urlFor('luutru_worker') });
    await client.connect();
    await client.query('BEGIN');
    const { rows } = await client.query<{ xact: string }>(
      `INSERT INTO audit_entry (facility_id, at, audit_id, actor_kind, actor_id, action, subject_kind)
       VALUES ($1, now(), gen_random_uuid(), 'system', 'x', 'late', 'stay') RETURNING xact::text`,
      [FACILITY],
    );
    const end = async (how: string): Promise<void> => {
      await client.query(how);
      await client.end();
    };
    const [{ xact } = { xact: '' }] = rows;
    return { xact, commit: () => end('COMMIT'), rollback: () => end('ROLLBACK') };
  }

  isFresh(limitMs: number): Promise<boolean> {
    const asked = this.watch(limitMs).assertFresh();
    return asked.then(
      () => true,
      () => false,
    );
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

  /**
   * Resolves when no transaction of the whole server is older than the entries, or than `unborn` when given: those of other
   * tests hold sealing back too.
   */
  async untilEnded(unborn?: string): Promise<void> {
    for (let ended = false; !ended;) {
      const [row] = await this.rows<{ ended: boolean }>(
        `SELECT pg_snapshot_xmin(pg_current_snapshot()) >= coalesce($1::xid8, (SELECT max(xact)::text::bigint + 1 FROM audit_entry)::text::xid8, '0') AS ended`,
        [unborn ?? null],
      );
      ended = row?.ended ?? false;
    }
  }

  /** Seals what is written, when nothing keeps it from being sealed. */
  async seal(sealer = this.sealer): Promise<Sealing> {
    await this.untilEnded();
    return sealer.run();
  }

  /** Three seals over two entries each, exported. */
  async sealThrice(): Promise<void> {
    for (let i = 0; i < 3; i += 1) {
      await this.write(2);
      await this.seal();
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

  /** Remembers entries, seals and keys as they are now. */
  async keep(): Promise<void> {
    for (const table of KEPT) await this.rows(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`);
  }

  /** Undoes every change since {@link keep}. */
  async restore(): Promise<void> {
    await this.rows(`TRUNCATE ${KEPT.join(', ')}`);
    for (const table of KEPT) await this.rows(`INSERT INTO ${table} SELECT * FROM kept_${table}`);
  }

  /** The ids of the entries in the order of sealing. */
  async ids(): Promise<string[]> {
    const rows = await this.rows<{ id: string }>('SELECT audit_id AS id FROM audit_entry ORDER BY xact, at, audit_id');
    return rows.map(({ id }) => id);
  }
}

/** Where a verification stopped, in short. */
export const place = ({ finding }: Verification) => finding && [finding.fault, finding.sealNumber];
