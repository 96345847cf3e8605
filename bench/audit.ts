import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { AuditSealer } from '@luutru/audit';
import { startPostgres } from '@luutru/local-services';
import { openDatabase, prepareDatabase, signingKey, uuidV7 } from '@luutru/platform';
import { loadReferenceData } from '@luutru/reference-data';
import { declareStatement, withoutAudit } from './declare-statement';
import { keepResult, median, type Round, round } from './rounds';

const ROUNDS = 5;
const ROUND_MS = 4_000;
const CONCURRENCY = 16;

/**
 * What auditing costs a declaration: the statement of the declare path against the same one without its audit entry, in
 * alternating rounds on one PostgreSQL with synchronous commit. While audited rounds run, the sealer seals every second.
 */
export async function audit(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'luutru-bench-'));
  chmodSync(folder, 0o755);
  const password = randomBytes(12).toString('hex');
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), durable: true, password });
  try {
    const rolePasswords = { luutru_app: password, luutru_worker: password };
    await prepareDatabase({ adminUrl: postgres.url, rolePasswords });
    const facilityIds = await makeFacilities(postgres.url);
    const open = (role: string) =>
      openDatabase({
        url: postgres.urlFor('postgres', role, password),
        poolSize: CONCURRENCY,
        applicationName: 'bench',
        entities: [],
      });
    const [app, worker] = [await open('luutru_app'), await open('luutru_worker')];
    const sealer = new AuditSealer(worker.database, signingKey('seal', 1, randomBytes(32)));
    let turn = 0;
    const declare = (audited: boolean) => async (): Promise<void> => {
      const facilityId = facilityIds[(turn += 1) % facilityIds.length] ?? '';
      const statement = declareStatement(facilityId);
      await app.database.run({ facilityIds: [facilityId] }, audited ? statement : withoutAudit(statement));
    };
    const rows: (Round & { variant: string })[] = [];
    for (let i = -1; i < ROUNDS; i += 1) {
      for (const variant of i % 2 === 0 ? ['plain', 'audited'] : ['audited', 'plain']) {
        const audited = variant === 'audited';
        const sealing = audited ? setInterval(() => void sealer.run(), 1_000) : undefined;
        const result = await round(CONCURRENCY, ROUND_MS, declare(audited));
        clearInterval(sealing);
        // The first pair warms up.
        if (i >= 0) rows.push({ variant, ...result });
      }
      // As autovacuum does within a minute of a table's growth: a plan made for an empty table is not one to measure.
      if (i < 0) await analyze(postgres.url);
    }
    const of = (variant: string): number =>
      median(rows.filter((row) => row.variant === variant).map((row) => row.perSecond));
    const cost = 1 - of('audited') / of('plain');
    keepResult('audit', { plain_per_s: of('plain'), audited_per_s: of('audited'), cost_of_audit: cost }, rows);
    for (const row of rows) process.stdout.write(`${line(row)}\n`);
    process.stdout.write(
      `Auditing and sealing cost ${(cost * 100).toFixed(1)} % of the declare statement's throughput.\n`,
    );
    await sealer.run();
    await app.close();
    await worker.close();
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const line = ({ variant, perSecond, p50, p95, p99 }: Round & { variant: string }): string =>
  `${variant.padEnd(8)} ${perSecond.toFixed(0).padStart(6)}/s  p50 ${p50.toFixed(1)} ms  p95 ${p95.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms`;

async function analyze(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('ANALYZE');
  await client.end();
}

async function makeFacilities(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await loadReferenceData(client);
    const ids = Array.from({ length: 50 }, () => uuidV7(new Date()));
    for (const [at, id] of ids.entries()) {
      await client.query(
        `INSERT INTO facility (facility_id, code, kind, name, ward_id, address_line, status, created_at, updated_at)
         VALUES ($1, $2, 'khach-san', 'x', 'w20410', 'x', 'active', now(), now())`,
        [id, `B-${at}`],
      );
    }
    return ids;
  } finally {
    await client.end();
  }
}
