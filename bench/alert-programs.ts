import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACCOUNT_SEAL, issueApiKey, MACHINE_PERMISSIONS } from '@luutru/access';
import { findFreePort, ServiceProcess, untilReady } from '@luutru/local-services';
import {
  DataKeyRepository,
  KeyRing,
  keySet,
  openDatabase,
  projectRoot,
  STANDING_SCOPE,
  uuidV7,
} from '@luutru/platform';
import { LIST_KINDS, WatchSeals } from '@luutru/watch-list';
import type { BenchDatabase } from './bench-database';
import type { ListedPerson } from './watched-people';

const THRESHOLD = LIST_KINDS['truy-na'].threshold;

const secret = (): string => `1:${randomBytes(32).toString('base64')}`;
const KEYS = { LUUTRU_MASTER_KEYS: secret(), LUUTRU_INDEX_KEYS: secret(), LUUTRU_RECEIPT_KEY: secret() };

async function sealingRing(database: BenchDatabase): Promise<{ keyRing: KeyRing; close: () => Promise<void> }> {
  const opened = await openDatabase({
    url: database.urlFor('luutru_app'),
    poolSize: 2,
    applicationName: 'bench',
    entities: [],
  });
  const masters = keySet('master keys')('LUUTRU_MASTER_KEYS', KEYS.LUUTRU_MASTER_KEYS);
  return { keyRing: new KeyRing(masters, new DataKeyRepository(opened.database)), close: opened.close };
}

/** The list as an approval leaves it. Returns milliseconds. */
export async function storeList(database: BenchDatabase, listed: readonly ListedPerson[]): Promise<number> {
  const begin = performance.now();
  const { keyRing, close } = await sealingRing(database);
  const seals = new WatchSeals(keyRing);
  const listId = uuidV7(new Date());
  await database.rows(
    `INSERT INTO watch_list VALUES ($1, 'truy-na', 'Truy nã', 'Wanted', 'p48', 'x', '2026-01-01', NULL, $2, 10, NULL, 0, 'active', 1, 1)`,
    [listId, THRESHOLD],
  );
  for (let at = 0; at < listed.length; at += 5_000) {
    const part = listed.slice(at, at + 5_000);
    const boxes = await Promise.all(part.map(({ entryId, content }) => seals.sealEntry(entryId, content)));
    await database.rows(
      `INSERT INTO watch_list_entry SELECT id, $1, 'p48', box, NULL, 'active', 1, 1 FROM unnest($2::uuid[], $3::bytea[]) AS e(id, box)`,
      [listId, part.map(({ entryId }) => entryId), boxes],
    );
  }
  await database.rows('UPDATE watch_list_clock SET revision = 1');
  await close();
  return performance.now() - begin;
}

/** API and worker as programs of their own; the population database is away. */
export async function launch(
  database: BenchDatabase,
  programs: ServiceProcess[],
): Promise<{ origin: string; key: string; cookie: string; forget: () => void }> {
  const key = issueApiKey();
  await database.rows(
    `INSERT INTO api_key (api_key_id, secret_hash, label, permissions, created_at) VALUES ($1, $2, 'bench', $3, now())`,
    [key.id, key.secretHash, MACHINE_PERMISSIONS],
  );
  await database.rows('INSERT INTO api_key_facility SELECT $1, facility_id FROM facility', [key.id]);
  const cookie = await officer(database);
  const heads = mkdtempSync(join(tmpdir(), 'luutru-bench-heads-'));
  const [api, worker] = [await findFreePort(), await findFreePort()];
  await start(programs, 'api', `http://127.0.0.1:${api}/health/ready`, {
    PORT: String(api),
    PUBLIC_URL: `http://127.0.0.1:${api}`,
    DATABASE_URL: database.urlFor('luutru_app'),
    AUTHORITY_DATABASE_URL: database.urlFor('luutru_authority'),
    ...KEYS,
    IDENTITY_ISSUER: 'http://127.0.0.1:1',
    IDENTITY_CLIENT_ID: 'bench',
    IDENTITY_CLIENT_SECRET: 'bench-client-secret',
    RATE_LIMIT_PER_CREDENTIAL: '1000000',
    LOG_LEVEL: 'warn',
  });
  const { privateKey, publicKey } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  await start(programs, 'worker', `http://127.0.0.1:${worker}/health/live`, {
    HEALTH_PORT: String(worker),
    DATABASE_URL: database.urlFor('luutru_worker'),
    LUUTRU_MASTER_KEYS: KEYS.LUUTRU_MASTER_KEYS,
    LUUTRU_SEAL_KEY: secret(),
    AUDIT_HEADS_DIR: heads,
    QUEUE_BACKEND: 'postgres',
    QUEUE_DATABASE_URL: database.urlFor('postgres'),
    POPULATION_URL: 'http://127.0.0.1:1',
    POPULATION_CLIENT_ID: 'bench',
    POPULATION_CLIENT_KEY: privateKey,
    POPULATION_SERVER_KEY: publicKey,
    LOG_LEVEL: 'error',
  });
  const forget = (): void => rmSync(heads, { recursive: true, force: true });
  return { origin: `http://127.0.0.1:${api}`, key: key.text, cookie, forget };
}

/** Somebody of the ward police with an open session. */
async function officer(database: BenchDatabase): Promise<string> {
  const { keyRing, close } = await sealingRing(database);
  const [accountId, token] = [uuidV7(new Date()), randomBytes(32).toString('base64url')];
  const identity = JSON.stringify({ displayName: 'Bàn Trực', username: 'ban.truc', personalNumber: null });
  const box = await keyRing.seal(STANDING_SCOPE, ACCOUNT_SEAL.table, ACCOUNT_SEAL.identity, accountId, identity);
  await close();
  await database.rows(
    `INSERT INTO account (account_id, identity_sealed, username_index, created_at, created_by) VALUES ($1, $2, $3, now(), 'bench')`,
    [accountId, box, randomBytes(16)],
  );
  await database.rows(
    `INSERT INTO account_grant (grant_id, account_id, role, scope_kind, scope_id, granted_at, granted_by)
     VALUES (gen_random_uuid(), $1, 'ward-police', 'unit', 'w20410', now(), 'bench')`,
    [accountId],
  );
  await database.rows(
    `INSERT INTO session (session_id, token_hash, account_id, method, stage, strong, device, started_at, last_seen_at)
     VALUES (gen_random_uuid(), $1, $2, 'password', 'full', true, 'bench', now(), now())`,
    [createHash('sha256').update(token).digest(), accountId],
  );
  return `luutru=${token}`;
}

async function start(
  programs: ServiceProcess[],
  name: string,
  readyUrl: string,
  env: Record<string, string>,
): Promise<void> {
  const main = join(projectRoot(), 'dist/apps', name, 'src/main.js');
  const { PATH = '' } = process.env;
  const program = new ServiceProcess(process.execPath, [main], { env: { PATH, ...env } }, (line) =>
    process.stderr.write(`${name}: ${line}\n`),
  );
  programs.push(program);
  await untilReady(program, name, 60_000, async () => (await fetch(readyUrl)).ok);
}
