import { ComplianceReadModel, ComplianceReckoning, MonthlySheetReadModel } from '@luutru/compliance';
import { openDatabase } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { startBenchDatabase } from './bench-database';
import { keepResult, median } from './rounds';

const FACILITIES = 850;
const DAYS = 120;
/** Stays of a facility and day. */
const DAILY = 12;
const ROUNDS = 15;
const WARDS = ['w20410', 'w20413', 'w20401'];

/** A province's facilities with four months of stays: about 1.2 million rows, indexes and history left as they would be. */
const SEED = `
  INSERT INTO facility (facility_id, code, kind, name, ward_id, address_line, status, created_at, updated_at)
  SELECT gen_random_uuid(), 'C-' || n, 'khach-san', 'Khách sạn ' || n, ($1::text[])[1 + n % ${WARDS.length}], 'x', 'active',
         now() - interval '2 years', now() FROM generate_series(1, ${FACILITIES}) n;`;
const STAYS = `
  INSERT INTO stay (facility_id, arrived_on, stay_id, kind, state, arrived_at, expected_departure_at, departed_at, declared_at,
                    due_at, late, channel, declared_by, document_type, nationality, sex, birth_year, room, personal_sealed, identity)
  SELECT f.facility_id, day, gen_random_uuid(), 'guest', 'departed', at, at + interval '20 hours', at + interval '20 hours',
         at + make_interval(hours => 1 + n % 12), at + interval '8 hours', n % 12 > 7, 'rest', 'api-key:bench', 1, 'VNM', 'F',
         1990, (100 + n)::text, '\\x00', (ARRAY['verified', 'verified', 'mismatch'])[1 + n % 3]
  FROM facility f CROSS JOIN generate_series(current_date - ${DAYS}, current_date - 1, interval '1 day') AS d(day)
  CROSS JOIN generate_series(1, ${DAILY}) n CROSS JOIN LATERAL (SELECT d.day + interval '7 hours' AS at) a
  WHERE f.code LIKE 'C-%'`;

/**
 * What it takes to reckon a province from nothing and after a busy minute, and to read its pages; and the same figures of a
 * list straight from the stays, which is what the rollup saves.
 */
export async function compliance(): Promise<void> {
  const bench = await startBenchDatabase();
  try {
    await bench.rows(SEED.replace('$1', `'{${WARDS.join(',')}}'`));
    await bench.rows(`SELECT ensure_month_partitions((current_date - ${DAYS})::date, 8)`);
    await bench.rows(STAYS);
    await bench.rows('ANALYZE');
    const open = (role: string) =>
      openDatabase({ url: bench.urlFor(role), poolSize: 4, applicationName: 'bench', entities: [] });
    const [app, worker] = [await open('luutru_app'), await open('luutru_worker')];
    const clock = { now: () => new Date() };
    const reckoning = new ComplianceReckoning(worker.database, clock);
    const timed = async (work: () => Promise<unknown>): Promise<number> => {
      const start = performance.now();
      await work();
      return performance.now() - start;
    };
    const first = await timed(() => reckoning.run());
    await bench.rows('ANALYZE');
    await bench.rows(`INSERT INTO compliance_due SELECT facility_id, current_date - 1 FROM facility`);
    const busy = await timed(() => reckoning.run());
    const idle = await timed(() => reckoning.run());

    const reference = new ReferenceDataService(app.database);
    await reference.reload();
    const area = { wardIds: WARDS, formerWardIds: [], zoneIds: [], kinds: null };
    const grant = {
      role: null,
      permissions: new Set(['compliance.read'] as const),
      reach: { facilityIds: [], areas: [area] },
    };
    const caller = {
      principal: { kind: 'person', id: 'bench', grants: [grant], ownIndexes: [] },
      requestId: 'bench',
    } as const;
    const standings = new ComplianceReadModel(app.database, reference);
    const sheets = new MonthlySheetReadModel(app.database, reference, clock);
    const month = new Date().toISOString().slice(0, 7);
    const measure = async (work: () => Promise<unknown>): Promise<number> => {
      const times: number[] = [];
      for (let i = 0; i < ROUNDS; i += 1) times.push(await timed(work));
      return median(times.slice(2));
    };
    const figures = {
      stays: (await bench.rows<{ n: number }>('SELECT count(*)::int AS n FROM stay'))[0]?.n ?? 0,
      reckon_all_ms: first,
      reckon_every_facility_since_yesterday_ms: busy,
      reckon_nothing_ms: idle,
      list_ms: await measure(() => standings.facilities(caller, { limit: 50 })),
      wards_ms: await measure(() => standings.wards(caller)),
      month_ms: await measure(() => sheets.of(caller, month, null)),
      raw_list_ms: await measure(() => bench.rows(RAW)),
    };
    keepResult('compliance', figures, []);
    for (const [name, value] of Object.entries(figures))
      process.stdout.write(`${name.padEnd(42)} ${value.toFixed(1)}\n`);
    for (const sql of [RAW, RANKED]) {
      const plan = await bench.rows<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, BUFFERS) ${sql}`);
      process.stdout.write(`\n${plan.map((line) => line['QUERY PLAN']).join('\n')}\n`);
    }
    await app.close();
    await worker.close();
  } finally {
    await bench.close();
  }
}

/** The rates of every facility over 28 days from the stays themselves, without row-level security to pay for. */
const RAW = `SELECT facility_id, count(*), count(*) FILTER (WHERE late), count(*) FILTER (WHERE identity = 'mismatch')
  FROM stay WHERE arrived_on > current_date - 28 AND state <> 'cancelled' GROUP BY 1 ORDER BY 3 DESC LIMIT 50`;
const RANKED = `SELECT s.facility_id, s.points, s.figures FROM compliance_standing s JOIN facility f USING (facility_id)
  WHERE f.status <> 'closed' ORDER BY s.points DESC, s.facility_id LIMIT 50`;
