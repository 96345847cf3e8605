import { type BuiltFacility, guest, nextPersonalNumber } from '../support/builders';
import type { Browser } from '../support/people';
import { countStatistics } from '../support/statistics';
import { createTestApi, type TestApi } from '../support/test-api';
import { type World, Worlds } from '../support/world';

const [HERE, THERE] = ['w20410', 'w20413'] as const;
const MEASURES = ['in-house', 'foreigners-in-house', 'overdue'] as const;
/** How many are in each of them. */
const HOTELS = [
  [HERE, 'khach-san', 12],
  [HERE, 'khach-san', 2],
  [HERE, 'nha-nghi', 3],
  [THERE, 'khach-san', 1],
  [THERE, 'nha-nghi', 8],
] as const;
const WORKERS = { 'Công ty May Thử Nghiệm': 7, 'Bà Tư Gia Công': 2 };

interface Now {
  readonly roundedTo: number | null;
  readonly rows: readonly { readonly keys: Record<string, string | null>; readonly values: Record<string, number> }[];
}

describe('figures under the policy of an authority', () => {
  let api: TestApi;
  let worlds: Worlds;
  let world: World;
  let police: Browser;
  let tourism: Browser;
  let leader: Browser;
  let board: Browser;
  let small: BuiltFacility;
  beforeAll(async () => {
    api = await createTestApi({ reportDomains: ['danang.example'] });
    worlds = new Worlds(api);
    world = await worlds.create(HERE);
    await api.build.rows(`INSERT INTO industrial_zone VALUES ('KCN-P', 'Khu công nghiệp Thử Nghiệm', 'p48')`);
    for (const [wardId, kind, people] of HOTELS) {
      const hotel = await api.build.facility({ wardId, kind, rooms: ['101'] });
      const key = await api.build.apiKey([hotel]);
      for (let person = 0; person < people; person += 1) {
        await declare(key, { place: { room: '101' } }, kind === 'khach-san' && person % 3 === 0);
      }
      if (people === 3) small = hotel;
    }
    const house = await api.build.facility({
      wardId: HERE,
      kind: 'nha-o-kcn',
      industrialZoneId: 'KCN-P',
      rooms: ['A1'],
    });
    const key = await api.build.apiKey([house]);
    for (const [employer, people] of Object.entries(WORKERS)) {
      const place = { unit: 'A1', employer, industrialZoneId: 'KCN-P' };
      const terms = { kind: 'tenant', reason: 19, expectedDepartureAt: '2027-02-20T12:00', place };
      for (let person = 0; person < people; person += 1) await declare(key, terms);
    }
    await countStatistics(api);
    await countStatistics(api);
    [police, tourism] = [
      await worlds.person(world, 'provincial-police'),
      await worlds.person(world, 'tourism-analyst'),
    ];
    [leader, board] = [await worlds.person(world, 'provincial-leader'), await worlds.person(world, 'zone-analyst')];
  }, 120_000);
  afterAll(() => api.close());

  async function declare(key: string, terms: Record<string, unknown>, isForeign = false): Promise<void> {
    const number = nextPersonalNumber();
    const person = isForeign
      ? { fullName: 'KIM MINSU', nationality: 'KOR', document: { type: 4, number: `M${number.slice(-8)}` } }
      : { document: { type: 1, number } };
    const sent = await api.declare(key, guest(terms, person));
    expect([sent.status, sent.text]).toEqual([201, sent.text]);
  }

  async function now(browser: Browser, query = ''): Promise<Now> {
    const answer = await browser.send('get', `/v1/statistics/now${query}`);
    expect([answer.status, answer.text]).toEqual([200, answer.text]);
    return answer.body as Now;
  }
  const sumOf = ({ rows }: Now, measure: string): number =>
    rows.reduce((sum, { values }) => sum + (values[measure] ?? NaN), 0);

  describe('of this moment', () => {
    it('are multiples of the cell size that add up in every table and under every filter', async () => {
      const whole = await now(tourism);
      expect(whole.roundedTo).toBe(5);
      const tables = [
        ...(await Promise.all(
          ['ward', 'kind', 'ward,kind', 'stay-kind', 'stars,class'].map((by) => now(tourism, `?by=${by}`)),
        )),
      ];
      const [here, there] = await Promise.all([HERE, THERE].map((ward) => now(tourism, `?ward=${ward}`)));
      const [hotels, houses] = await Promise.all(
        ['khach-san', 'nha-nghi'].map((kind) => now(tourism, `?kind=${kind}`)),
      );
      for (const measure of MEASURES) {
        const all = sumOf(whole, measure);
        expect(tables.map((table) => sumOf(table, measure))).toEqual(tables.map(() => all));
        expect(sumOf(here as Now, measure) + sumOf(there as Now, measure)).toBe(all);
        expect(sumOf(hotels as Now, measure) + sumOf(houses as Now, measure)).toBe(all);
        expect(
          [whole, ...tables].flatMap(({ rows }) => rows).filter(({ values }) => (values[measure] ?? NaN) % 5 !== 0),
        ).toEqual([]);
      }
      // Nowhere are those of one place, and foreign or not, told as more than four more or fewer: in four places, two of hotels.
      expect(Math.abs(sumOf(whole, 'in-house') - 27)).toBeLessThanOrEqual(7 * 4);
      expect(sumOf(await now(police, '?kind=khach-san,nha-nghi'), 'in-house')).toBe(27);
    });

    it('are the same as long as the people are, and to whoever asks', async () => {
      const hotels = await now(tourism, '?by=ward&kind=khach-san');
      expect(await now(tourism, '?by=ward&kind=khach-san')).toEqual(hotels);
      expect((await now(leader, '?by=ward&kind=khach-san')).rows).toEqual(hotels.rows);
    });

    it('are none or five of three people, on average three, so that neither says how many there are', async () => {
      const seen: number[] = [];
      for (let key = 0; key < 60; key += 1) {
        await api.build.rows(
          `UPDATE statistic_place SET rounding_key = md5($2 || place_id)::uuid
           WHERE place_id IN (SELECT place_id FROM statistic_facility WHERE facility_id = $1)`,
          [small.facilityId, `key ${key}`],
        );
        seen.push(sumOf(await now(tourism, `?ward=${HERE}&kind=nha-nghi`), 'in-house'));
      }
      expect([...new Set(seen)].sort()).toEqual([0, 5]);
      const mean = seen.reduce((sum, one) => sum + one, 0) / seen.length;
      expect([mean > 2, mean < 4]).toEqual([true, true]);
    });

    it('are those of the policy in force: its kinds, its places and its cell size', async () => {
      const change = (areas: string[], kinds: string[], cell: number) =>
        api.build.rows(
          `UPDATE authority_policy SET area_unit_ids = $1, facility_kinds = $2, cell_size = $3 WHERE policy_id = 'tourism-analyst'`,
          [areas, kinds, cell],
        );
      const [before] = await api.build.rows<{ kinds: string[] }>(
        `SELECT facility_kinds AS kinds FROM authority_policy WHERE policy_id = 'tourism-analyst'`,
      );
      await change([HERE], ['nha-nghi'], 20);
      const found = await now(tourism, '?by=ward,kind');
      expect(found.roundedTo).toBe(20);
      expect(found.rows.map(({ keys }) => keys)).toEqual([{ ward: HERE, kind: 'nha-nghi' }]);
      expect(found.rows.filter(({ values }) => (values['in-house'] ?? NaN) % 20 !== 0)).toEqual([]);
      await change([], before?.kinds ?? [], 5);
    });

    it('name no employer of few, and nobody asks day by day who has been there since when', async () => {
      const ask = (query: string) => board.send('get', `/v1/statistics/workers-long-stay${query}`);
      const { rows } = (await ask('')).body as Now;
      expect(rows.map(({ keys }) => keys.employer).sort()).toEqual(['Công ty May Thử Nghiệm', null]);
      expect(rows.flatMap(({ values }) => Object.values(values)).filter((count) => count % 5 !== 0)).toEqual([]);
      const ofLeaders = (await leader.send('get', '/v1/statistics/workers-long-stay')).body as Now;
      expect(ofLeaders.rows.map(({ keys }) => keys)).toEqual([{ 'employer-zone': 'KCN-P', employer: null }]);
      const refused = await ask('?days=31');
      expect([refused.status, (refused.body as { errors: object[] }).errors]).toEqual([
        422,
        [expect.objectContaining({ pointer: '/days', code: 'value-not-allowed' })],
      ]);
      expect((await ask('?days=30')).status).toBe(200);
      const exact = (await police.send('get', '/v1/statistics/workers-long-stay?days=31')).body as Now;
      expect(exact.rows.map(({ keys, values }) => [keys.employer, values['zone-workers']]).sort()).toEqual(
        Object.entries(WORKERS).sort(),
      );
    });
  });

  describe('by day of the week', () => {
    const ask = async (query: string) => {
      const answer = await tourism.send('get', `/v1/statistics/figures?from=2026-11-09&to=2026-11-24&${query}`);
      return { status: answer.status, ...(answer.body as { errors?: object[]; roundedTo?: number; rows: Figure[] }) };
    };
    interface Figure {
      readonly from: string;
      readonly keys: Record<string, string | null>;
      readonly values: Record<string, number | null>;
    }

    it('are the rounded days added up', async () => {
      const days = await ask('measures=arrivals,guest-nights&grain=day');
      const week = await ask('measures=arrivals,guest-nights&by=weekday');
      expect(week.roundedTo).toBe(5);
      const expected = (measure: string) =>
        Array.from({ length: 7 }, (_, weekday) =>
          days.rows
            .filter(({ from }) => (new Date(from).getUTCDay() + 6) % 7 === weekday)
            .reduce((sum, { values }) => sum + (values[measure] ?? 0), 0),
        );
      for (const measure of ['arrivals', 'guest-nights']) {
        expect(week.rows.map(({ values }) => values[measure])).toEqual(expected(measure));
      }
      expect(Math.max(...expected('arrivals'))).toBeGreaterThan(0);
      expect(week.rows.map(({ keys }) => keys.weekday)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    });

    it.each([
      ['measures=arrivals&by=weekday,ward', '/by', 'statistics-days-whole'],
      ['measures=arrivals&by=weekday&kind=khach-san', '/kind', 'statistics-days-whole'],
      ['measures=late&by=weekday', '/measures', 'statistics-days-measure'],
    ])('are of all of the scope, and of what is told of days: %s', async (query, pointer, code) => {
      const { status, errors } = await ask(query);
      expect([status, errors]).toEqual([422, [expect.objectContaining({ pointer, code })]]);
    });
  });

  describe('as files', () => {
    const CLOSED = [403, 'statistics-files-closed'];
    const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code?: string }).code];
    const september = 'measures=arrivals&from=2026-09-01&to=2026-09-30';
    const allow = (exports: boolean) =>
      api.build.rows(`UPDATE authority_policy SET exports = $1 WHERE policy_id = 'tourism-analyst'`, [exports]);

    it('go with the right of the policy, and so do reports that are sent', async () => {
      const wanted = {
        report: 'figures',
        measures: 'arrivals',
        grain: 'day',
        format: 'csv',
        cadence: 'daily',
        hour: 7,
      };
      const sent = { ...wanted, channel: 'mail', target: 'can-bo@danang.example' };
      await allow(false);
      for (const format of ['csv', 'xlsx', 'pdf']) {
        for (const path of [`figures?${september}`, 'form-015n?year=2025']) {
          expect(codeOf(await tourism.send('get', `/v1/statistics/${path}&format=${format}`))).toEqual(CLOSED);
        }
      }
      expect((await tourism.send('get', `/v1/statistics/figures?${september}`)).status).toBe(200);
      expect(codeOf(await tourism.send('post', '/v1/statistics/subscriptions', sent))).toEqual(CLOSED);
      expect((await police.send('get', `/v1/statistics/figures?${september}&format=csv`)).status).toBe(200);
      await allow(true);
      expect((await tourism.send('get', `/v1/statistics/figures?${september}&format=csv`)).status).toBe(200);
    });
  });
});
