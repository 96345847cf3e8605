import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ACCOUNT_SEAL, csrfTokenOf } from '@luutru/access';
import { findFreePort, ServiceProcess, untilReady } from '@luutru/local-services';
import { type KeyRing, projectRoot, STANDING_SCOPE, uuidV7 } from '@luutru/platform';
import type { SearchInput } from '@luutru/police';
import type { BenchDatabase } from './bench-database';
import { HttpLoad } from './http-load';

const OFFICERS = 8;

/** The API itself, searched in by officers of the province who are signed in. */
export class SearchHttp {
  private turn = 0;

  private constructor(
    private readonly program: ServiceProcess,
    private readonly load: HttpLoad,
    private readonly sessions: readonly string[],
    private readonly stated: object,
  ) {}

  static async start(
    bench: BenchDatabase,
    keyRing: KeyRing,
    keys: Readonly<Record<string, string>>,
    stated: object,
  ): Promise<SearchHttp> {
    const sessions = await Promise.all(Array.from({ length: OFFICERS }, () => signIn(bench, keyRing)));
    const port = await findFreePort();
    const env = {
      ...process.env,
      ...keys,
      PORT: String(port),
      DATABASE_URL: bench.urlFor('luutru_app'),
      AUTHORITY_DATABASE_URL: bench.urlFor('luutru_authority'),
      LUUTRU_RECEIPT_KEY: `1:${randomBytes(32).toString('base64')}`,
      PUBLIC_URL: 'http://127.0.0.1',
      IDENTITY_ISSUER: 'http://127.0.0.1:1',
      IDENTITY_CLIENT_ID: 'bench',
      IDENTITY_CLIENT_SECRET: 'bench-client-secret',
      RATE_LIMIT_PER_CREDENTIAL: '10000000',
      SEARCHES_PER_HOUR: '100000',
      SEARCHES_PER_DAY: '100000',
      SEARCH_ROWS_PER_DAY: '1000000',
      LOG_LEVEL: 'warn',
    };
    const file = 'apps/api/src/main.js';
    const program = new ServiceProcess(
      process.execPath,
      [join(projectRoot(), 'dist', file)],
      { cwd: projectRoot(), env },
      () => undefined,
    );
    const origin = new URL(`http://127.0.0.1:${port}`);
    await untilReady(program, file, 20_000, async () => (await fetch(new URL('/health/ready', origin))).ok);
    return new SearchHttp(program, new HttpLoad(origin, OFFICERS), sessions, stated);
  }

  /** Throws when a search is refused: what is refused is quick. */
  async search(input: SearchInput): Promise<void> {
    const token = this.sessions[(this.turn += 1) % this.sessions.length] ?? '';
    const headers = { cookie: `luutru=${token}`, 'x-csrf-token': csrfTokenOf(token) };
    await this.load.post('/v1/police/searches', JSON.stringify({ ...this.stated, ...input }), headers);
    if (this.load.refused > 0) throw new Error('A search was refused');
  }

  async stop(): Promise<void> {
    this.load.close();
    await this.program.stop('SIGTERM', 10_000);
  }
}

/** An officer of the province with a session that has gone through everything. */
async function signIn(bench: BenchDatabase, keyRing: KeyRing): Promise<string> {
  const [accountId, token] = [uuidV7(new Date()), randomBytes(32).toString('base64url')];
  const identity = JSON.stringify({ displayName: 'Cán Bộ Thử Nghiệm', username: null, personalNumber: null });
  const sealed = await keyRing.seal(STANDING_SCOPE, ACCOUNT_SEAL.table, ACCOUNT_SEAL.identity, accountId, identity);
  await bench.rows(
    `INSERT INTO account (account_id, identity_sealed, person_index, created_at, created_by) VALUES ($1, $2, $3, now(), 'bench')`,
    [accountId, sealed, randomBytes(16)],
  );
  await bench.rows(
    `INSERT INTO account_grant (grant_id, account_id, role, scope_kind, scope_id, granted_at, granted_by)
     VALUES (gen_random_uuid(), $1, 'provincial-police', 'unit', 'p48', now(), 'bench')`,
    [accountId],
  );
  await bench.rows(
    `INSERT INTO session (session_id, token_hash, account_id, method, stage, strong, device, started_at, last_seen_at, confirmed_at)
     VALUES (gen_random_uuid(), $1, $2, 'vneid', 'full', true, 'bench', now(), now(), now())`,
    [createHash('sha256').update(token).digest(), accountId],
  );
  return token;
}
