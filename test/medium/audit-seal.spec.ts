import { generateKeyPairSync, randomBytes } from 'node:crypto';
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
import { TestClock } from '../support/clock';
import { asSuperuser, createTestDatabase, type TestDatabase } from '../support/database';

const FACILITY = '01890000-0000-7000-8000-000000000001';
const DENIED = '42501';
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

  async verify(options: { heads?: boolean; fromDay?: string; toDay?: string } = {}): Promise<Verification> {
    const published = await new SigningKeyRepository(this.owner).list('seal');
    return new AuditVerifier(this.owner).verify({
      keys: new Map(published.map((jwk) => [jwk.kid, publicKeyOf(jwk)])),
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

describe('sealing', () => {
  let trail: Trail;
  beforeEach(async () => {
    trail = await Trail.create();
  });
  afterEach(() => trail.close());

  it('covers every entry once and verifies', async () => {
    await trail.sealThrice();
    expect(await trail.verify({ heads: true })).toEqual({ seals: 3, entries: 6, unsealed: 0, finding: null });
  });
});
