import fc from 'fast-check';
import { ComplianceReckoning } from '@luutru/compliance';
import { addDays, localDate } from '@luutru/calendar';
import { OverdueMarking } from '@luutru/declaration';
import { type Database, openDatabase } from '@luutru/platform';
import { type BuiltFacility, guest, nextPersonalNumber, NORTHBOUND } from '../support/builders';
import { createTestApi, type TestApi } from '../support/test-api';

const DAY = 86_400_000;
const HOUR = 3_600_000;

describe('figures of facilities', () => {
  let api: TestApi;
  let database: Database;
  let close: () => Promise<void>;
  let reckoning: ComplianceReckoning;
  beforeAll(async () => {
    api = await createTestApi();
    const url = api.database.urlFor('luutru_worker');
    ({ database, close } = await openDatabase({ url, poolSize: 4, applicationName: 'test', entities: [] }));
    reckoning = new ComplianceReckoning(database, api.clock);
  });
  afterAll(async () => {
    await close();
    await api.close();
  });
  beforeEach(async () => {
    api.clock.set('2026-11-23T14:56:00Z');
    await api.build.rows('UPDATE compliance_progress SET day = NULL');
  });

  interface Stored {
    readonly points: number;
    readonly outside: string[];
    readonly silence: { readonly state: string; readonly since: string | null; readonly expected: number };
    readonly figures: Readonly<Record<string, { readonly count: number; readonly of: number }>>;
  }
  const standing = async ({ facilityId }: BuiltFacility): Promise<Stored> => {
    const [row] = await api.build.rows<Stored>(
      'SELECT points, outside, silence, figures FROM compliance_standing WHERE facility_id = $1',
      [facilityId],
    );
    if (!row) throw new Error('nothing reckoned');
    return row;
  };

  /** The same figures straight from the stays, written down a second time on purpose. */
  async function fromScratch({ facilityId }: BuiltFacility): Promise<Stored['figures']> {
    const today = localDate(api.clock.now());
    const [row] = await api.build.rows<Record<string, number>>(
      `WITH s AS (
         SELECT *, (SELECT max(acted_at) FROM stay_history h WHERE h.facility_id = stay.facility_id AND h.stay_id = stay.stay_id
                      AND h.action = 'correct') > due_at AS corrected,
                EXISTS (SELECT FROM person_index p WHERE p.stay_id = stay.stay_id) AS numbered
         FROM stay WHERE facility_id = $1 AND state <> 'cancelled' AND arrived_on BETWEEN $2::date - 27 AND $2::date
       ), nights AS (
         SELECT n::date AS night FROM generate_series($2::date - 27, ($3::timestamptz AT TIME ZONE 'Asia/Ho_Chi_Minh') - interval '28 hours', '1 day') n
       ), rooms AS (
         SELECT count(*) AS n FROM nights CROSS JOIN room r WHERE r.facility_id = $1 AND r.beds < (
           SELECT count(*) FROM stay o WHERE o.facility_id = $1 AND o.state <> 'cancelled' AND o.room = r.code
             AND o.kind IN ('guest', 'tenant', 'patient')
             AND o.arrived_at <= (night + interval '28 hours') AT TIME ZONE 'Asia/Ho_Chi_Minh'
             AND coalesce(o.departed_at, o.expected_departure_at, 'infinity') > (night + interval '28 hours') AT TIME ZONE 'Asia/Ho_Chi_Minh')
       )
       SELECT count(*)::int AS stays, (count(*) FILTER (WHERE late))::int AS late,
              (count(*) FILTER (WHERE corrected))::int AS corrected, count(identity)::int AS checked,
              (count(*) FILTER (WHERE identity = 'mismatch'))::int AS mismatch,
              (count(*) FILTER (WHERE identity = 'not_found'))::int AS unknown,
              (count(*) FILTER (WHERE NOT numbered))::int AS papers,
              (count(*) FILTER (WHERE state = 'overdue'))::int AS overdue,
              (SELECT n FROM rooms)::int AS rooms, (SELECT count(*)::int * 28 FROM room WHERE facility_id = $1) AS "roomNights"
       FROM s`,
      [facilityId, today, api.clock.now()],
    );
    const { stays = 0, checked = 0 } = row ?? {};
    const of = (count = 0, all = stays) => ({ count, of: all });
    return {
      'late-rate': of(row?.late),
      'correction-rate': of(row?.corrected),
      'mismatch-rate': of(row?.mismatch, checked),
      'not-found-rate': of(row?.unknown, checked),
      'no-papers': of(row?.papers),
      overdue: of(row?.overdue),
      'rooms-over': of(row?.rooms, row?.roomNights),
      'seats-over': of(0, 0),
    };
  }

  describe('after whatever happened', () => {
    const steps = fc.array(
      fc.record({
        kind: fc.constantFrom(
          'declare',
          'declare',
          'declare',
          'late',
          'papers',
          'act',
          'act',
          'correct',
          'identity',
          'overdue',
          'rooms',
          'wait',
          'reckon',
        ),
        pick: fc.nat(1_000),
      }),
      { minLength: 14, maxLength: 26 },
    );

    it('equal what the stays say, and do so again when all is reckoned anew', async () => {
      let declared = 0;
      await fc.assert(
        fc.asyncProperty(steps, async (history) => {
          api.clock.set('2026-10-01T03:00:00Z');
          const hotel = await api.build.facility({ rooms: ['101', '102'] });
          const key = await api.build.apiKey([hotel]);
          const stays: string[] = [];
          for (const step of history) await take(hotel, key, stays, step);
          declared += stays.length;
          await reckoning.run();
          expect((await standing(hotel)).figures).toEqual(await fromScratch(hotel));
          const rows = () =>
            api.build.rows(
              `SELECT d.*, c.rooms_over FROM compliance_day d LEFT JOIN compliance_capacity c
                 ON c.facility_id = d.facility_id AND c.day = d.arrived_on WHERE d.facility_id = $1 ORDER BY 2, 3`,
              [hotel.facilityId],
            );
          const kept = await rows();
          await api.build.rows(`INSERT INTO compliance_due VALUES ($1, '2000-01-01')`, [hotel.facilityId]);
          await reckoning.run();
          expect(await rows()).toEqual(kept);
        }),
        { numRuns: 10, seed: 20261125, endOnFailure: true },
      );
      expect(declared).toBeGreaterThan(50);
    }, 180_000);

    async function take(hotel: BuiltFacility, key: string, stays: string[], step: { kind: string; pick: number }) {
      const { kind, pick } = step;
      const now = api.clock.now();
      const at = (hours: number) => new Date(now.getTime() + hours * HOUR + 7 * HOUR).toISOString().slice(0, 16);
      const stayId = stays[pick % Math.max(1, stays.length)];
      const declare = async (arrived: number, document?: object): Promise<void> => {
        const sent = await api.declare(
          key,
          guest(
            {
              arrivedAt: at(arrived),
              expectedDepartureAt: at((pick % 90) + 1),
              place: { room: ['101', '102', '999'][pick % 3] },
            },
            { document: document ?? { type: 1, number: nextPersonalNumber() } },
          ),
        );
        expect([201, 409]).toContain(sent.status);
        if (sent.status === 201) stays.push((sent.body as { stayId: string }).stayId);
      };
      if (kind === 'declare') return declare(-(pick % 5));
      if (kind === 'late') return declare(-(pick % 500) - 24);
      if (kind === 'papers') return declare(-1, { type: 9, description: 'Không có giấy tờ' });
      if (kind === 'wait') return api.clock.advance((1 + (pick % 60)) * HOUR);
      if (kind === 'reckon') return void (await reckoning.run());
      if (kind === 'overdue') return void (await new OverdueMarking(database, api.clock).run());
      if (kind === 'rooms') {
        await api.build.rows('UPDATE room SET beds = $2 WHERE facility_id = $1', [hotel.facilityId, 1 + (pick % 3)]);
        return audit(hotel, 'facility.change', 'facility', hotel.facilityId);
      }
      if (stayId === undefined) return;
      if (kind === 'identity') {
        // As delivery ends: the outcome and its entry in one transaction.
        const outcome = ['verified', 'mismatch', 'not_found'][pick % 3];
        await api.build.rows('UPDATE stay SET identity = $2 WHERE stay_id = $1', [stayId, outcome]);
        return audit(hotel, `stay.${outcome}`, 'stay', stayId);
      }
      const seen = (await api.call('get', `/v1/stays/${stayId}`, key)).body as { version: number };
      const action =
        kind === 'correct' ? 'correct' : (['check-out', 'extend', 'cancel', 'undo-check-out'][pick % 4] ?? '');
      await api.call('post', `/v1/stays/${stayId}/${action}`, key).send({
        version: seen.version,
        ...(action === 'extend' && { expectedDepartureAt: at(30 + (pick % 300)) }),
        ...(action === 'cancel' && { reason: 'khai-trung' }),
        ...(action === 'correct' && {
          changes: { arrivedAt: at(-(pick % 400)), place: { room: pick % 2 ? '101' : '102' } },
        }),
      });
    }

    const audit = ({ facilityId }: BuiltFacility, action: string, subjectKind: string, subjectId: string) =>
      api.build.rows(
        `INSERT INTO audit_entry (facility_id, at, audit_id, actor_kind, actor_id, action, subject_kind, subject_id)
         VALUES ($1, $2, gen_random_uuid(), 'system', 'worker', $3, $4, $5)`,
        [facilityId, api.clock.now(), action, subjectKind, subjectId],
      );
  });

  it('miss nothing that commits late, in a transaction older than others that have ended', async () => {
    const hotel = await api.build.facility();
    const key = await api.build.apiKey([hotel]);
    await reckoning.run();
    await api.declare(key, guest());
    const stayOf = 'SELECT stay_id FROM stay WHERE facility_id = $1';
    await api.build.sql(async (slow) => {
      await slow.query('BEGIN');
      await slow.query(`UPDATE stay SET late = true WHERE facility_id = $1`, [hotel.facilityId]);
      await slow.query(
        `INSERT INTO audit_entry (facility_id, at, audit_id, actor_kind, actor_id, action, subject_kind, subject_id)
         VALUES ($1, $2, gen_random_uuid(), 'system', 'worker', 'stay.correct', 'stay', (${stayOf}))`,
        [hotel.facilityId, api.clock.now()],
      );
      const other = await api.build.facility();
      await api.declare(await api.build.apiKey([other]), guest());
      await reckoning.run();
      expect((await standing(hotel)).figures['late-rate']).toEqual({ count: 0, of: 1 });
      await slow.query('COMMIT');
    });
    await reckoning.run();
    expect((await standing(hotel)).figures['late-rate']).toEqual({ count: 1, of: 1 });
  });

  it('are made by the next run when one dies halfway', async () => {
    const hotel = await api.build.facility();
    await api.declare(await api.build.apiKey([hotel]), guest());
    await api.build.rows('REVOKE UPDATE ON compliance_standing FROM luutru_worker');
    await expect(reckoning.run()).rejects.toThrow('permission denied');
    const days = () => api.build.rows('SELECT FROM compliance_day WHERE facility_id = $1', [hotel.facilityId]);
    expect(await days()).toEqual([]);
    await api.build.rows('GRANT UPDATE ON compliance_standing TO luutru_worker');
    await reckoning.run();
    expect(await days()).toHaveLength(1);
    expect((await standing(hotel)).figures['late-rate']).toEqual({ count: 0, of: 1 });
    expect(await api.build.rows('SELECT FROM compliance_due')).toEqual([]);
  });

  it('are the same when several workers reckon at once', async () => {
    const hotels = await Promise.all(Array.from({ length: 5 }, () => api.build.facility()));
    for (const hotel of hotels) {
      const key = await api.build.apiKey([hotel]);
      await Promise.all(Array.from({ length: 6 }, () => api.declare(key, guest())));
    }
    const workers = Array.from({ length: 3 }, () => new ComplianceReckoning(database, api.clock));
    await Promise.all(workers.map((worker) => worker.run()));
    await reckoning.run();
    for (const hotel of hotels) expect((await standing(hotel)).figures['late-rate']).toEqual({ count: 0, of: 6 });
  });

  it('count trips with more passengers at one time than seats, not over the whole way', async () => {
    const operator = await api.build.facility({ kind: 'nha-xe', vehicles: ['43B-012.34'], routes: [NORTHBOUND] });
    await api.build.rows('UPDATE vehicle SET seats = 2 WHERE facility_id = $1', [operator.facilityId]);
    const key = await api.build.apiKey([operator]);
    const trip = await api
      .call('post', '/v1/trips', key)
      .send({ externalRef: 'T1', plate: '43B-012.34', routeCode: 'DN-HN', departsAt: '2026-11-23T19:00' });
    const { tripId } = trip.body as { tripId: string };
    const board = async (seat: string, from: string, to: string, arrivedAt: string) => {
      const place = { tripId, seat, boardingStop: from, alightingStop: to };
      const sent = await api.declare(
        key,
        guest({ kind: 'passenger', place, arrivedAt, expectedDepartureAt: undefined, reason: undefined }),
      );
      expect([sent.status, sent.text]).toEqual([201, sent.text]);
    };
    await board('A1', 'DN', 'VINH', '2026-11-23T19:00');
    await board('A2', 'DN', 'HN', '2026-11-23T19:00');
    api.clock.set('2026-11-23T21:00:00Z');
    await board('A1', 'VINH', 'HN', '2026-11-24T03:00');
    await reckoning.run();
    expect((await standing(operator)).figures['seats-over']).toEqual({ count: 0, of: 1 });
    await board('A3', 'DN', 'HN', '2026-11-23T19:00');
    await reckoning.run();
    expect(await standing(operator)).toMatchObject({
      points: 1,
      outside: ['seats-over'],
      figures: { 'seats-over': { count: 1, of: 1 } },
    });
  });

  describe('silence', () => {
    /** Four declarations a day until the day before `until`. */
    async function busyHotel(days: number): Promise<{ hotel: BuiltFacility; key: string }> {
      const hotel = await api.build.facility({ rooms: ['101', '102', '103', '104', '105'] });
      await api.build.rows(`UPDATE facility SET created_at = '2025-01-01' WHERE facility_id = $1`, [hotel.facilityId]);
      const key = await api.build.apiKey([hotel]);
      const template = await api.declare(key, guest());
      const { stayId } = template.body as { stayId: string };
      await api.build.rows(
        `INSERT INTO stay SELECT (jsonb_populate_record(s, jsonb_build_object('stay_id', gen_random_uuid(),
             'arrived_on', s.arrived_on - d, 'arrived_at', s.arrived_at - make_interval(days => d), 'state', 'departed',
             'declared_at', s.declared_at - make_interval(days => d), 'due_at', s.due_at - make_interval(days => d),
             'expected_departure_at', s.arrived_at - make_interval(days => d) + interval '10 hours',
             'departed_at', s.arrived_at - make_interval(days => d) + interval '9 hours'))).*
         FROM stay s CROSS JOIN generate_series(1, $2) d CROSS JOIN generate_series(1, 4) WHERE s.stay_id = $1`,
        [stayId, days],
      );
      return { hotel, key };
    }
    const notices = ({ facilityId }: BuiltFacility) =>
      api.build.rows<{ since: string; ended: boolean }>(
        `SELECT arrived_on::text AS since, ended_at IS NOT NULL AS ended FROM police_notice
         WHERE facility_id = $1 AND kind = 'silent-facility' ORDER BY 1`,
        [facilityId],
      );
    const silences = ({ facilityId }: BuiltFacility) =>
      api.build.rows(
        'SELECT since::text AS since, ended_at IS NOT NULL AS ended FROM facility_silence WHERE facility_id = $1 ORDER BY 1',
        [facilityId],
      );

    it('is told to the police once, goes on as the same, and ends when the facility declares again', async () => {
      const { hotel, key } = await busyHotel(56);
      await reckoning.run();
      expect(await standing(hotel)).toMatchObject({ points: 0, silence: { state: 'declaring', since: null } });
      api.clock.advance(2 * DAY);
      await reckoning.run();
      expect(await notices(hotel)).toEqual([]);
      api.clock.advance(DAY);
      expect(await reckoning.run()).toMatchObject({ silenced: 1 });
      const found = await standing(hotel);
      expect(found).toMatchObject({
        points: 3,
        outside: ['silence'],
        silence: { state: 'silent', since: '2026-11-24' },
      });
      expect(found.silence.expected).toBeGreaterThan(7);
      for (let day = 0; day < 3; day += 1) {
        api.clock.advance(DAY);
        expect(await reckoning.run()).toMatchObject({ silenced: 0 });
      }
      expect(await notices(hotel)).toEqual([{ since: '2026-11-24', ended: false }]);
      const again = guest({ arrivedAt: '2026-11-29T20:00', expectedDepartureAt: '2026-11-30T12:00' });
      expect((await api.declare(key, again)).status).toBe(201);
      expect(await reckoning.run()).toMatchObject({ ended: 1 });
      expect(await notices(hotel)).toEqual([{ since: '2026-11-24', ended: true }]);
      expect(await silences(hotel)).toEqual([{ since: '2026-11-24', ended: true }]);
      const entries = await api.build.rows<{ action: string }>(
        `SELECT action FROM audit_entry WHERE facility_id = $1 AND action LIKE 'compliance.%' ORDER BY at`,
        [hotel.facilityId],
      );
      expect(entries.map(({ action }) => action)).toEqual(['compliance.silent', 'compliance.silence-ended']);
      api.clock.advance(9 * DAY);
      await reckoning.run();
      expect(await notices(hotel)).toEqual([
        { since: '2026-11-24', ended: true },
        { since: '2026-11-30', ended: false },
      ]);
    });

    it('is not held against a facility that was suspended, nor against days the system was away', async () => {
      const { hotel } = await busyHotel(56);
      api.clock.advance(3 * DAY);
      await api.build.rows(
        `INSERT INTO outage (outage_id, started_at, ended_at, source, reason_vi, reason_en, declared_by, recorded_at)
         VALUES (gen_random_uuid(), '2026-11-24 18:00+07', '2026-11-25 18:00+07', 'declared', 'x', 'x', 'test', now())`,
      );
      await reckoning.run();
      expect(await standing(hotel)).toMatchObject({ silence: { state: 'declaring', days: 0 } });
      await api.build.rows(`DELETE FROM outage`);
      await api.build.rows(`UPDATE facility SET status = 'suspended' WHERE facility_id = $1`, [hotel.facilityId]);
      api.clock.advance(DAY);
      await reckoning.run();
      expect(await standing(hotel)).toMatchObject({ points: 0, silence: { state: 'suspended' } });
      await api.build.rows(`UPDATE facility SET status = 'active' WHERE facility_id = $1`, [hotel.facilityId]);
      await api.build.rows(`INSERT INTO facility_version VALUES ($1, 2, $2, 'test', 'reinstate', NULL, '{}')`, [
        hotel.facilityId,
        api.clock.now(),
      ]);
      api.clock.advance(DAY);
      await reckoning.run();
      expect(await standing(hotel)).toMatchObject({ silence: { state: 'declaring', days: 1 } });
      expect(await notices(hotel)).toEqual([]);
      expect(addDays('2026-11-23', 5)).toBe(localDate(api.clock.now()));
    });
  });
});
