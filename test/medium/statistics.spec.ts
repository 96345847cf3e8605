import fc from 'fast-check';
import { type Database, openDatabase } from '@luutru/platform';
import { OverdueMarking } from '@luutru/declaration';
import { StatisticsReckoning } from '@luutru/statistics';
import { type BatchStage, startBatchStage } from '../support/batch-stage';
import type { BuiltFacility } from '../support/builders';
import { CELLS_FROM_RAW, KEPT_CELLS, SUM_DIFFERENCES } from '../support/statistics-recount';
import { CORRECTED } from '../support/stay-corrections';
import { StayHistory } from '../support/stay-history';
import type { TestApi } from '../support/test-api';

const HOUR = 3_600_000;
/** Other histories than the usual ones, and more of them: the title of the test tells which they were. */
const SEED = Number(process.env.LUUTRU_TEST_SEED ?? 20261125);
const RUNS = Number(process.env.LUUTRU_TEST_RUNS ?? 20);

describe('figures of stays', () => {
  let stage: BatchStage;
  let api: TestApi;
  let database: Database;
  let close: () => Promise<void>;
  let reckoning: StatisticsReckoning;
  beforeAll(async () => {
    stage = await startBatchStage();
    ({ api } = stage);
    const url = api.database.urlFor('luutru_worker');
    ({ database, close } = await openDatabase({ url, poolSize: 4, applicationName: 'test', entities: [] }));
    reckoning = new StatisticsReckoning(database, api.clock);
    await api.build.rows(`INSERT INTO industrial_zone VALUES ('KCN-T', 'Khu công nghiệp Thử Nghiệm', 'p48')`);
  });
  afterAll(async () => {
    await close();
    await stage.close();
  });

  const kept = () => api.build.rows(KEPT_CELLS);
  /** Which sums are not what they are sums of. */
  const wrongSums = async (): Promise<string[]> => {
    const wrong: string[] = [];
    for (const [name, sql] of Object.entries(SUM_DIFFERENCES)) {
      if ((await api.build.rows(sql)).length > 0) wrong.push(name);
    }
    return wrong;
  };
  const recounted = () => api.build.rows(CELLS_FROM_RAW);

  /** Stays that arrived or were cancelled, in whole provinces. */
  const counted = async (): Promise<number | undefined> => {
    const [row] = await api.build.rows<{ n: number }>(
      `SELECT coalesce(sum(arrivals + cancelled), 0)::integer AS n FROM statistic_month JOIN statistic_place USING (place_id)
       WHERE level = 'province' AND dimension = 'all'`,
    );
    return row?.n;
  };

  const audit = ({ facilityId }: BuiltFacility, action: string) =>
    `INSERT INTO audit_entry (facility_id, at, audit_id, actor_kind, actor_id, action, subject_kind, subject_id)
     VALUES ('${facilityId}', '${api.clock.now().toISOString()}', gen_random_uuid(), 'system', 'worker', '${action}',
             'facility', '${facilityId}')`;

  /** As a change of a facility is written: the state before it, once, the change, the state after it, the entry. */
  async function change(hotel: BuiltFacility, assignments: string): Promise<void> {
    const version = (action: string) =>
      `INSERT INTO facility_version SELECT facility_id, version, '${api.clock.now().toISOString()}', 'test', '${action}', NULL,
         to_jsonb(f) || jsonb_build_object('rooms', (SELECT count(*) FROM room r WHERE r.facility_id = f.facility_id),
           'beds', (SELECT coalesce(sum(beds), 0) FROM room r WHERE r.facility_id = f.facility_id))
       FROM facility f WHERE facility_id = '${hotel.facilityId}' ON CONFLICT DO NOTHING`;
    await api.build.sql(async (client) => {
      await client.query('BEGIN');
      await client.query(version('register'));
      await client.query(assignments.replaceAll('$id', `'${hotel.facilityId}'`));
      await client.query(`UPDATE facility SET version = version + 1 WHERE facility_id = '${hotel.facilityId}'`);
      await client.query(version('change'));
      await client.query(audit(hotel, 'facility.change'));
      await client.query('COMMIT');
    });
  }

  const CHANGES = [
    'UPDATE facility SET stars = 1 + (coalesce(stars, 0) + 1) % 5 WHERE facility_id = $id',
    `INSERT INTO room VALUES ($id, 'N' || (SELECT count(*) FROM room WHERE facility_id = $id), 3) ON CONFLICT DO NOTHING`,
    `UPDATE facility SET status = CASE status WHEN 'active' THEN 'suspended' ELSE 'active' END WHERE facility_id = $id`,
    `UPDATE facility SET name = name || '.' WHERE facility_id = $id`,
    `DELETE FROM room WHERE facility_id = $id AND code = '102'`,
    `UPDATE facility SET ward_id = CASE ward_id WHEN 'w20410' THEN 'w20413' ELSE 'w20410' END WHERE facility_id = $id`,
  ];

  describe('after whatever happened', () => {
    const stays = [
      'declare',
      'declare',
      'foreign',
      'child',
      'late',
      'tenant',
      'patient',
      'relative',
      'relative',
      'trip',
      'trip',
    ];
    const repeats = ['doubled', 'group', 'file', 'again', 'again'];
    const changes = [...Array<string>(7).fill('act'), 'discharge', 'discharge', ...Array<string>(7).fill('correct')];
    const others = ['overdue', 'facility', 'facility', 'wait', 'reckon', 'twice'];
    const steps = fc.array(
      fc.record({ kind: fc.constantFrom(...stays, ...repeats, ...changes, ...others), pick: fc.nat() }),
      { minLength: 20, maxLength: 40 },
    );
    /** What has to have been done for the histories to say anything. */
    const TOLD_OF = [
      ...['guest', 'passenger', 'patient', 'relative', 'tenant', 'group', 'file', 'doubled', 'again', 'discharge'],
      ...[
        'check-out',
        'leave-early',
        'extend',
        'cancel',
        'undo-check-out',
        ...CORRECTED.map((what) => `correct ${what}`),
      ],
    ];

    it(
      `are in every cell what the stays themselves say, also when all is counted anew (LUUTRU_TEST_SEED=${SEED} LUUTRU_TEST_RUNS=${RUNS})`,
      async () => {
        const done = new Set<string>();
        let told = 0;
        await fc.assert(
          fc.asyncProperty(steps, async (taken) => {
            api.clock.set('2026-10-01T03:00:00Z');
            const history = await StayHistory.begin(stage);
            for (const { kind, pick } of taken) {
              if (!(await history.take(kind, pick))) await happen(kind, pick, history.hotel);
            }
            for (const what of history.done.keys()) done.add(what);
            told += history.told.size;
            await reckoning.run();
            expect(await history.held()).toEqual(history.told);
            const cells = await kept();
            expect(cells).toEqual(await recounted());
            expect(await wrongSums()).toEqual([]);
            expect(await counted()).toBe(told);
            await reckoning.run();
            expect(await kept()).toEqual(cells);
          }),
          { numRuns: RUNS, seed: SEED, endOnFailure: true },
        );
        // Few histories need not have everything.
        expect(TOLD_OF.filter((what) => RUNS >= 20 && !done.has(what))).toEqual([]);
        expect(told).toBeGreaterThan(3 * RUNS);
        expect(RUNS < 20 || (await api.build.rows('SELECT FROM statistic_trip')).length > 0).toBe(true);
        const cells = await kept();
        await api.build.rows(`
        INSERT INTO statistic_due SELECT 'stay', facility_id, stay_id FROM stay;
        INSERT INTO statistic_due SELECT 'trip', facility_id, trip_id FROM trip;
        INSERT INTO statistic_due SELECT 'facility', facility_id, facility_id FROM facility`);
        await reckoning.run();
        expect(await kept()).toEqual(cells);
        // From nothing, as at the first start.
        await api.build.rows(`
        TRUNCATE statistic_day, statistic_month, statistic_now, statistic_worker_now, statistic_stay, statistic_trip, statistic_facility, statistic_due;
        UPDATE statistic_progress SET upto_xact = NULL`);
        const { spans } = await reckoning.run();
        expect(spans).toBe(1);
        expect(await kept()).toEqual(cells);
        expect(await wrongSums()).toEqual([]);
        // As before wards had cells and longer times were added up.
        await api.build.rows(`
        DELETE FROM statistic_day WHERE place_id IN (SELECT place_id FROM statistic_place WHERE level = 'ward');
        DELETE FROM statistic_month WHERE place_id IN (SELECT place_id FROM statistic_place WHERE level = 'ward');
        DELETE FROM statistic_month WHERE dimension LIKE '%/%';
        UPDATE statistic_place SET ward_place_id = NULL;
        DELETE FROM statistic_place WHERE level = 'ward'`);
        expect(await wrongSums()).toEqual(['day', 'month', 'year', 'soFar', 'dekadByProvince']);
        await reckoning.run();
        expect(await wrongSums()).toEqual([]);
        expect(await kept()).toEqual(cells);
        // As before there were dekads.
        await api.build.rows(`
        DELETE FROM statistic_month WHERE dimension LIKE '%/dekad';
        UPDATE statistic_place SET dekads_due = true WHERE level = 'ward'`);
        expect(await wrongSums()).toEqual(['dekadByWard', 'dekadByProvince']);
        await reckoning.run();
        expect(await wrongSums()).toEqual([]);
      },
      60_000 + 12_000 * RUNS,
    );

    async function happen(kind: string, pick: number, hotel: BuiltFacility): Promise<void> {
      if (kind === 'wait') api.clock.advance((1 + (pick % 60)) * HOUR);
      else if (kind === 'reckon') await reckoning.run();
      else if (kind === 'twice') {
        const workers = Array.from({ length: 3 }, () => new StatisticsReckoning(database, api.clock));
        await Promise.all(workers.map((worker) => worker.run()));
      } else if (kind === 'overdue') await new OverdueMarking(database, api.clock).run();
      else await change(hotel, CHANGES[pick % CHANGES.length] ?? '');
    }
  });
});
