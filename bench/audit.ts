import { randomBytes } from 'node:crypto';
import { AuditSealer } from '@luutru/audit';
import { openDatabase, signingKey } from '@luutru/platform';
import { startBenchDatabase } from './bench-database';
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
  const bench = await startBenchDatabase();
  try {
    const { facilityIds } = bench;
    const open = (role: string) =>
      openDatabase({
        url: bench.urlFor(role),
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
      if (i < 0) await bench.rows('ANALYZE');
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
    await bench.close();
  }
}

const line = ({ variant, perSecond, p50, p95, p99 }: Round & { variant: string }): string =>
  `${variant.padEnd(8)} ${perSecond.toFixed(0).padStart(6)}/s  p50 ${p50.toFixed(1)} ms  p95 ${p95.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms`;
