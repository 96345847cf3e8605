import fc from 'fast-check';
import { type Database, openDatabase } from '@luutru/platform';
import { OverdueMarking } from '@luutru/declaration';
import { StatisticsReckoning } from '@luutru/statistics';
import { type BuiltFacility, guest, nextPersonalNumber, NORTHBOUND } from '../support/builders';
import { CELLS_FROM_RAW, KEPT_CELLS, SUM_DIFFERENCES } from '../support/statistics-recount';
import { createTestApi, type TestApi } from '../support/test-api';

const HOUR = 3_600_000;

describe('figures of stays', () => {
  let api: TestApi;
  let database: Database;
  let close: () => Promise<void>;
  let reckoning: StatisticsReckoning;
  beforeAll(async () => {
    api = await createTestApi();
    const url = api.database.urlFor('luutru_worker');
    ({ database, close } = await openDatabase({ url, poolSize: 4, applicationName: 'test', entities: [] }));
    reckoning = new StatisticsReckoning(database, api.clock);
    await api.build.rows(`INSERT INTO industrial_zone VALUES ('KCN-T', 'Khu công nghiệp Thử Nghiệm', 'p48')`);
  });
  afterAll(async () => {
    await close();
    await api.close();
  });

  const kept = () => api.build.rows(KEPT_CELLS);
  /** Those of wards by day and month, and of longer times. */
  /** Which sums are not what they are sums of. */
  const wrongSums = async (): Promise<string[]> => {
    const wrong: string[] = [];
    for (const [name, sql] of Object.entries(SUM_DIFFERENCES)) {
      if ((await api.build.rows(sql)).length > 0) wrong.push(name);
    }
    return wrong;
  };
  const recounted = () => api.build.rows(CELLS_FROM_RAW);

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
    const kinds = ['declare', 'declare', 'declare', 'foreign', 'late', 'act', 'act', 'act', 'correct', 'correct'];
    const others = ['overdue', 'facility', 'facility', 'wait', 'reckon', 'twice', 'trip', 'trip', 'tenant', 'patient'];
    const steps = fc.array(
      fc.record({
        kind: fc.constantFrom(...kinds, ...others),
        pick: fc.nat(1_000),
      }),
      { minLength: 16, maxLength: 30 },
    );

    it('are in every cell what the stays themselves say, also when all is counted anew', async () => {
      let declared = 0;
      await fc.assert(
        fc.asyncProperty(steps, async (history) => {
          api.clock.set('2026-10-01T03:00:00Z');
          const hotel = await api.build.facility({ rooms: ['101', '102'] });
          await api.build.rows(`UPDATE facility SET created_at = '2026-09-10' WHERE facility_id = $1`, [
            hotel.facilityId,
          ]);
          const operator = await api.build.facility({ kind: 'nha-xe', vehicles: ['43B-012.34'], routes: [NORTHBOUND] });
          const house = await api.build.facility({ kind: 'nha-o-kcn', industrialZoneId: 'KCN-T', rooms: ['A1'] });
          const hospital = await api.build.facility({ kind: 'co-so-kham-chua-benh', departments: ['NOI'] });
          const key = await api.build.apiKey([hotel, operator, house, hospital]);
          const stays: string[] = [];
          for (const step of history) await take({ hotel, operator, house, hospital, key, stays }, step);
          declared += stays.length;
          await reckoning.run();
          const cells = await kept();
          expect(cells).toEqual(await recounted());
          expect(await wrongSums()).toEqual([]);
          await reckoning.run();
          expect(await kept()).toEqual(cells);
        }),
        { numRuns: 20, seed: 20261125, endOnFailure: true },
      );
      expect(declared).toBeGreaterThan(60);
      const cells = await kept();
      const counted = await api.build.rows<{ kind: string }>(
        'SELECT DISTINCT stay_kind AS kind FROM statistic_stay ORDER BY 1',
      );
      expect(counted.map(({ kind }) => kind)).toEqual(['guest', 'passenger', 'patient', 'tenant']);
      expect(await api.build.rows('SELECT FROM statistic_trip')).not.toEqual([]);
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
    }, 240_000);

    interface Scene {
      readonly hotel: BuiltFacility;
      readonly operator: BuiltFacility;
      readonly house: BuiltFacility;
      readonly hospital: BuiltFacility;
      readonly key: string;
      readonly stays: string[];
    }

    async function take(scene: Scene, step: { kind: string; pick: number }) {
      const { kind, pick } = step;
      const { hotel, key, stays } = scene;
      const now = api.clock.now();
      const at = (hours: number) => new Date(now.getTime() + hours * HOUR + 7 * HOUR).toISOString().slice(0, 16);
      const stayId = stays[pick % Math.max(1, stays.length)];
      const declare = async (arrived: number, person: object = {}, other: object = {}): Promise<void> => {
        const sent = await api.declare(
          key,
          guest(
            {
              facilityId: hotel.code,
              arrivedAt: at(arrived),
              expectedDepartureAt: at((pick % 90) + 1),
              place: { room: ['101', '102', '999'][pick % 3] },
              reason: 1 + (pick % 3),
              ...other,
            },
            { document: { type: 1, number: nextPersonalNumber() }, ...person },
          ),
        );
        // A suspended facility may be refused.
        if (sent.status !== 201) return expect([403, 409, 422]).toContain(sent.status);
        stays.push((sent.body as { stayId: string }).stayId);
      };
      if (kind === 'declare') return declare(-(pick % 5));
      if (kind === 'late') return declare(-(pick % 500) - 24);
      if (kind === 'foreign') {
        const document = { type: 4, number: `X${String(pick).padStart(4, '0')}${stays.length}${now.getTime() % 1000}` };
        return declare(-1, { fullName: 'KIM MINSU', nationality: 'KOR', document });
      }
      if (kind === 'wait') return api.clock.advance((1 + (pick % 60)) * HOUR);
      if (kind === 'reckon') return void (await reckoning.run());
      if (kind === 'twice') {
        const workers = Array.from({ length: 3 }, () => new StatisticsReckoning(database, api.clock));
        return void (await Promise.all(workers.map((worker) => worker.run())));
      }
      if (kind === 'overdue') return void (await new OverdueMarking(database, api.clock).run());
      if (kind === 'facility') return change(hotel, CHANGES[pick % CHANGES.length] ?? '');
      if (kind === 'trip') return ride(scene, pick, at, declare);
      if (kind === 'tenant') {
        const place = { unit: `A${pick % 2}`, employer: `Công ty ${pick % 3}`, industrialZoneId: 'KCN-T' };
        const end = pick % 4 === 0 ? undefined : at(pick);
        return declare(
          -(pick % 700),
          {},
          { facilityId: scene.house.code, kind: 'tenant', expectedDepartureAt: end, place },
        );
      }
      if (kind === 'patient') {
        const facilityId = scene.hospital.code;
        const admission = { facilityId, recordNumber: `BA-${stays.length}-${pick}`, department: 'NOI' };
        const { patientId } = (await api.call('post', '/v1/patients', key).send(admission)).body as {
          patientId: string;
        };
        const sick = {
          facilityId,
          kind: 'patient',
          expectedDepartureAt: undefined,
          reason: undefined,
          place: { patientId },
        };
        return declare(0, {}, sick);
      }
      if (kind === 'overdue' || stayId === undefined) return;
      const seen = (await api.call('get', `/v1/stays/${stayId}`, key)).body as { version: number };
      const action =
        kind === 'correct' ? 'correct' : (['check-out', 'extend', 'cancel', 'undo-check-out'][pick % 4] ?? '');
      await api.call('post', `/v1/stays/${stayId}/${action}`, key).send({
        version: seen.version,
        ...(action === 'extend' && { expectedDepartureAt: at(30 + (pick % 300)) }),
        ...(action === 'cancel' && { reason: 'khai-trung' }),
        ...(action === 'correct' && {
          changes: { arrivedAt: at(-(pick % 400)), place: { room: pick % 2 ? '101' : '102' }, reason: 1 + (pick % 4) },
        }),
      });
    }

    async function ride(
      { operator, key }: Scene,
      pick: number,
      at: (hours: number) => string,
      declare: (arrived: number, person: object, other: object) => Promise<unknown>,
    ): Promise<void> {
      const facilityId = operator.code;
      const trip = await api.call('post', '/v1/trips', key).send({
        facilityId,
        externalRef: `T${pick}-${at(0)}`,
        plate: '43B-012.34',
        routeCode: 'DN-HN',
        departsAt: at(pick % 3),
      });
      const { tripId } = trip.body as { tripId?: string };
      if (tripId === undefined) return;
      const place = { tripId, seat: 'A1', boardingStop: 'DN', alightingStop: 'HN' };
      if (pick % 3 === 0) {
        await api.call('post', `/v1/trips/${tripId}/actions`, key).send({ action: 'cancel', version: 1 });
      } else {
        const aboard = { facilityId, kind: 'passenger', place, expectedDepartureAt: undefined, reason: undefined };
        await declare(0, {}, aboard);
      }
    }
  });
});
