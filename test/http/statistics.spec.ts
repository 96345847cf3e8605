import type { Response } from 'supertest';
import { type BuiltFacility, guest, nextPersonalNumber } from '../support/builders';
import { countStatistics } from '../support/statistics';
import type { Browser } from '../support/people';
import { createTestApi, type TestApi } from '../support/test-api';
import { type World, Worlds } from '../support/world';

const HERE = 'w20410';
const THERE = 'w20413';

interface Row {
  readonly keys: Record<string, string | null>;
  readonly from: string;
  readonly to: string;
  readonly values: Record<string, number | null>;
  readonly compared?: Record<string, number | null>;
  readonly movingAverage?: Record<string, number | null>;
}

describe('statistics', () => {
  let api: TestApi;
  let worlds: Worlds;
  let here: World;
  let ward: Browser;
  let province: Browser;
  let tourism: Browser;
  let star: BuiltFacility;
  beforeAll(async () => {
    api = await createTestApi();
    worlds = new Worlds(api);
    here = await worlds.create(HERE);
    await worlds.create(THERE);
    ward = await worlds.person(here, 'ward-police');
    province = await worlds.person(here, 'provincial-police');
    tourism = await worlds.person(here, 'tourism-analyst');
    star = await api.build.facility({ wardId: THERE, rooms: ['101', '102', '103', '104'] });
    await api.build.rows(`UPDATE facility SET created_at = '2026-11-01+07', stars = 4 WHERE facility_id = $1`, [
      star.facilityId,
    ]);
    const key = await api.build.apiKey([star]);
    const declare = async (overrides: object, person: object = {}): Promise<void> => {
      const document = { type: 1, number: nextPersonalNumber() };
      const sent = await api.declare(key, guest({ place: { room: '101' }, ...overrides }, { document, ...person }));
      expect([sent.status, sent.text]).toEqual([201, sent.text]);
    };
    // Two nights of two in a room, three nights of one, one of a Korean; one only for the day.
    await declare({ arrivedAt: '2026-11-10T15:00', expectedDepartureAt: '2026-11-12T12:00' });
    await declare({ arrivedAt: '2026-11-10T15:00', expectedDepartureAt: '2026-11-12T12:00' });
    await declare({ arrivedAt: '2026-11-10T23:00', expectedDepartureAt: '2026-11-13T12:00', place: { room: '102' } });
    await declare({ arrivedAt: '2026-11-11T02:00', expectedDepartureAt: '2026-11-11T09:00', place: { room: '103' } });
    await declare({ arrivedAt: '2026-11-11T09:00', expectedDepartureAt: '2026-11-11T17:00', place: { room: '103' } });
    const passport = { type: 4, number: 'M12345678' };
    await declare(
      { arrivedAt: '2026-11-20T09:00', expectedDepartureAt: '2026-11-21T09:00', place: { room: '104' } },
      { fullName: 'KIM MINSU', nationality: 'KOR', document: passport },
    );
    await countStatistics(api);
    await countStatistics(api);
  });
  afterAll(() => api.close());

  const ask = async (browser: Browser, query: string): Promise<Row[]> => {
    const answer: Response = await browser.send('get', `/v1/statistics/figures?${query}`);
    expect([answer.status, answer.text]).toEqual([200, answer.text]);
    return (answer.body as { rows: Row[] }).rows;
  };
  const NOVEMBER = 'from=2026-11-01&to=2026-11-30';

  it('counts visits, nights, rooms and occupancy as they are defined', async () => {
    const measures =
      'arrivals,overnight,international,domestic,international-overnight,guest-nights,average-stay,rooms,beds,room-nights-used,room-nights,room-occupancy,bed-nights-used,late';
    const [row] = await ask(province, `measures=${measures}&${NOVEMBER}&kind=khach-san&stars=4`);
    expect(row?.values).toEqual({
      arrivals: 6,
      overnight: 5,
      international: 1,
      domestic: 5,
      'international-overnight': 1,
      'guest-nights': 9,
      'average-stay': 1.5,
      rooms: 4,
      beds: 8,
      'room-nights-used': 7,
      // Twenty-two nights are over at 21:56 of the 23rd.
      'room-nights': 88,
      'room-occupancy': 0.0795,
      'bed-nights-used': 9,
      late: 6,
    });
  });

  it('puts nights where they were spent, day by day, and none where they are not over', async () => {
    const rows = await ask(
      province,
      'measures=guest-nights,room-nights-used&grain=day&from=2026-11-09&to=2026-11-24&stars=4',
    );
    const nights = (measure: string) => rows.map(({ values }) => values[measure]);
    expect(nights('guest-nights')).toEqual([0, 4, 3, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, null, null]);
    expect(nights('room-nights-used')).toEqual([0, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, null, null]);
  });

  it('compares as many days, smooths, and tells days of the week apart', async () => {
    const [week] = await ask(province, 'measures=arrivals&from=2026-11-16&to=2026-11-22&compare=previous&stars=4');
    expect(week).toMatchObject({ values: { arrivals: 1 }, compared: { arrivals: 5 } });
    const smooth = await ask(
      province,
      'measures=arrivals&from=2026-11-11&to=2026-11-12&grain=day&movingAverage=2&stars=4',
    );
    expect(smooth.map(({ movingAverage }) => movingAverage?.arrivals)).toEqual([2.5, 1]);
    const weekdays = await ask(province, `measures=arrivals&by=weekday&${NOVEMBER}&stars=4`);
    expect(weekdays.map(({ keys, values }) => [keys.weekday, values.arrivals])).toEqual(
      [0, 3, 2, 0, 1, 0, 0].map((arrivals, at) => [String(at + 1), arrivals]),
    );
  });

  it('crosses a place with a code of the stay', async () => {
    const rows = await ask(province, `measures=overnight&by=ward,nationality&${NOVEMBER}`);
    expect(rows.map(({ keys, values }) => [keys.ward, keys.nationality, values.overnight])).toEqual([
      [HERE, 'VNM', 1],
      [THERE, 'KOR', 1],
      [THERE, 'VNM', 5],
    ]);
  });

  describe('ends at the border of the area and of the kinds', () => {
    it('for the police of a ward', async () => {
      const rows = await ask(ward, `measures=arrivals&by=ward&${NOVEMBER}`);
      expect(rows.map(({ keys }) => keys.ward)).toEqual([HERE]);
      expect(await ask(ward, `measures=arrivals&by=stars&${NOVEMBER}&ward=${THERE}`)).toEqual([]);
    });

    it('for the tourism analyst, who is told of this month day by day, in rounded numbers', async () => {
      const days = await ask(tourism, `measures=arrivals,guest-nights&grain=day&from=2026-11-10&to=2026-11-12`);
      // Three, two and none came; none, four and three were there in the night.
      expect(days.map(({ values }) => values)).toEqual(
        Array.from({ length: 3 }, () => ({ arrivals: 0, 'guest-nights': 0 })),
      );
      const open = await tourism.send('get', `/v1/statistics/figures?measures=arrivals&by=kind&${NOVEMBER}`);
      expect([open.status, open.text]).toEqual([422, expect.stringContaining('statistics-period-open')]);
    });
  });

  describe('of this moment', () => {
    it('tells who is in house and overdue, where the caller may know', async () => {
      const now = async (browser: Browser, query = '') =>
        ((await browser.send('get', `/v1/statistics/now${query}`)).body as { rows: Row[] }).rows;
      const [all] = await now(province);
      // Of each world a guest; those of the hotel with stars are all overdue, which nobody has noted yet.
      expect(all?.values).toEqual({ 'in-house': 8, 'foreigners-in-house': 1, overdue: 0 });
      expect((await now(ward, '?by=ward,kind')).map(({ keys, values }) => [keys, values['in-house']])).toEqual([
        [{ ward: HERE, kind: 'khach-san' }, 1],
      ]);
      expect((await now(province, '?by=stay-kind&stars=4')).map(({ values }) => values['in-house'])).toEqual([6]);
    });

    it('tells of workers who stay long by zone and employer, and to the zone board of nothing else', async () => {
      await api.build.rows(
        `INSERT INTO industrial_zone VALUES ('KCN-T', 'Khu công nghiệp Thử Nghiệm', 'p48') ON CONFLICT DO NOTHING`,
      );
      const house = await api.build.facility({ kind: 'nha-o-kcn', industrialZoneId: 'KCN-T', rooms: ['A1'] });
      const key = await api.build.apiKey([house]);
      const place = { unit: 'A1', employer: 'Công ty May Thử Nghiệm', industrialZoneId: 'KCN-T' };
      const declared: string[] = [];
      for (const arrivedAt of ['2026-10-01T08:00', '2026-10-24T08:00', '2026-10-25T08:00']) {
        const stay = guest({ kind: 'tenant', arrivedAt, expectedDepartureAt: '2026-12-31T12:00', place });
        const sent = await api.declare(key, stay);
        expect([sent.status, sent.text]).toEqual([201, sent.text]);
        declared.push((sent.body as { stayId: string }).stayId);
      }
      await countStatistics(api);
      const workers = async (browser: Browser, query = '') =>
        ((await browser.send('get', `/v1/statistics/workers-long-stay${query}`)).body as { rows: Row[] }).rows;
      const keys = { 'employer-zone': 'KCN-T', employer: 'Công ty May Thử Nghiệm' };
      const values = { 'zone-workers': 3, 'zone-workers-long': 2, 'foreign-workers-long': 0 };
      const unregistered = async (count: number) => {
        await countStatistics(api);
        const row = { keys, values: { ...values, 'zone-workers-unregistered': count }, hidden: {} };
        expect(await workers(province)).toEqual([row]);
      };
      await unregistered(2);
      const [first, , last] = declared;
      const correct = async (stayId: string | undefined, body: object) => {
        const sent = await api.call('post', `/v1/stays/${stayId}/correct`, key).send(body);
        expect([sent.status, sent.text]).toEqual([200, sent.text]);
      };
      const changes = { place: { temporaryResidenceOn: '2026-11-02' } };
      await correct(first, { version: 1, changes });
      await unregistered(1);
      // Not there long enough that it would be missed.
      await correct(last, { version: 1, changes });
      await unregistered(1);
      await correct(first, { version: 2, changes: {}, clear: ['place.temporaryResidenceOn'] });
      await unregistered(2);
      const [longer] = await workers(province, '?days=53');
      expect(longer?.values['zone-workers-long']).toBe(1);
      expect(await workers(tourism)).toEqual([]);
      const board = await worlds.person(here, 'zone-analyst');
      // Three people are not told of by their employer's name.
      expect((await workers(board)).map(({ keys: own }) => own)).toEqual([
        { 'employer-zone': 'KCN-T', employer: null },
      ]);
      expect(
        (await ask(board, 'measures=arrivals&by=kind&from=2026-10-01&to=2026-11-30')).map(({ keys: own }) => own.kind),
      ).toEqual(['nha-o-kcn']);
    });

    it.each([
      ['now?by=sex', '/by', 'measure-not-by'],
      ['now?by=dog', '/by', 'value-not-allowed'],
      ['now?by=ward,kind,stars', '/by', 'list-too-long'],
      ['workers-long-stay?days=0', '/days', 'number-out-of-range'],
      ['workers-long-stay?days=x', '/days', 'type-wrong'],
      ['form-015n', '/year', 'field-required'],
      ['form-015n?year=2030', '/year', 'year-malformed'],
      ['form-015n?year=2026&year=2025', '/year', 'type-wrong'],
    ])('refuses %s', async (path, pointer, code) => {
      const answer = await province.send('get', `/v1/statistics/${path}`);
      expect([answer.status, answer.text]).toEqual([422, answer.text]);
      expect((answer.body as { errors: object[] }).errors).toContainEqual(expect.objectContaining({ pointer, code }));
    });
  });

  it('makes the lines of the yearly form, classes without a facility too', async () => {
    const answer = await province.send('get', '/v1/statistics/form-015n?year=2026');
    const { lines } = answer.body as { lines: { class: string | null; values: Record<string, number> }[] };
    expect(lines.map((line) => line.class)).toEqual([
      '5*',
      '4*',
      '3*',
      '2*',
      '1*',
      'khach-san',
      'nha-nghi',
      'homestay',
      null,
    ]);
    expect(lines[1]?.values).toMatchObject({
      rooms: 4,
      beds: 8,
      overnight: 5,
      'international-overnight': 1,
      'room-nights-used': 7,
    });
    expect(lines[7]?.values).toMatchObject({ rooms: 0, overnight: 0, 'room-occupancy': null });
    // Nothing was let in a month that is closed.
    const closed = (await tourism.send('get', '/v1/statistics/form-015n?year=2026')).body as { lines: typeof lines };
    expect(closed.lines.map(({ values }) => values.overnight)).toEqual(Array.from({ length: 9 }, () => 0));
  });

  it('explains every measure and dimension in both languages', async () => {
    const { measures, dimensions } = (await tourism.send('get', '/v1/statistics/indicators')).body as {
      measures: { id: string; definition: { vi: string; en: string }; unit: string; source: string }[];
      dimensions: { id: string; name: { vi: string; en: string } }[];
    };
    expect(measures.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['room-occupancy', 'in-house', 'zone-workers-long']),
    );
    for (const { definition, unit, source } of measures) {
      expect([definition.vi, definition.en, unit, source].every((text) => text.length > 3)).toBe(true);
    }
    expect(dimensions.length).toBeGreaterThan(15);
  });

  it('says up to when changes are counted', async () => {
    const answer = await province.send('get', `/v1/statistics/figures?measures=arrivals&${NOVEMBER}`);
    expect(answer.body).toMatchObject({ asOf: '2026-11-23T21:56:00+07:00', lastNight: '2026-11-22' });
  });

  it('comes as CSV by Accept or by format, with names instead of codes', async () => {
    const path = `/v1/statistics/figures?measures=arrivals,guest-nights&by=kind&${NOVEMBER}&stars=4`;
    for (const answer of [
      await province.send('get', `${path}&format=csv`),
      await province.send('get', path).set('Accept', 'text/csv'),
    ]) {
      expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(answer.text).toBe(
        '\uFEFFTừ ngày,Đến ngày,Loại cơ sở,Lượt khách đến,Số đêm khách\r\n2026-11-01,2026-11-30,Khách sạn,6,9\r\n',
      );
    }
  });

  it.each([
    ['', '/measures', 'field-required'],
    [`measures=guests&${NOVEMBER}`, '/measures', 'value-not-allowed'],
    [`measures=,&${NOVEMBER}`, '/measures', 'field-required'],
    [`measures=arrivals&by=name&${NOVEMBER}`, '/by', 'value-not-allowed'],
    [`measures=arrivals&by=kind,stars,ward&${NOVEMBER}`, '/by', 'list-too-long'],
    [`measures=arrivals&by=kind,kind&${NOVEMBER}`, '/by', 'listed-twice'],
    [`measures=arrivals&by=sex,age&${NOVEMBER}`, '/by', 'codes-not-crossed'],
    [`measures=arrivals&by=weekday&grain=day&${NOVEMBER}`, '/grain', 'weekday-without-grain'],
    [`measures=arrivals&movingAverage=7&${NOVEMBER}`, '/grain', 'moving-average-needs-grain'],
    [`measures=arrivals&movingAverage=1&grain=day&${NOVEMBER}`, '/movingAverage', 'number-out-of-range'],
    [`measures=room-occupancy&by=nationality&${NOVEMBER}`, '/by', 'measure-not-by'],
    [`measures=rooms&stayKind=guest&${NOVEMBER}`, '/stayKind', 'measure-not-by'],
    ['measures=arrivals&from=2026-11-30&to=2026-11-01', '/to', 'period-backwards'],
    ['measures=arrivals&from=2001-01-01&to=2026-11-01', '/to', 'statistics-period-too-long'],
    ['measures=arrivals&from=2020-01-01&to=2026-11-01&grain=day', '/grain', 'period-too-fine'],
    ['measures=arrivals&from=2026-02-30&to=2026-11-01', '/from', 'date-malformed'],
    [`measures=arrivals&grain=hour&${NOVEMBER}`, '/grain', 'value-not-allowed'],
    [`measures=arrivals&stars=7&${NOVEMBER}`, '/stars', 'value-not-allowed'],
    [`measures=arrivals&stayKind=dog&${NOVEMBER}`, '/stayKind', 'value-not-allowed'],
    [`measures=arrivals&by=sex&ward=${HERE}&grain=day&from=2026-01-01&to=2026-11-30`, '/from', 'codes-by-day-too-long'],
    [`measures=arrivals&name=x&${NOVEMBER}`, '/name', 'field-unknown'],
  ])('names field and fix of what it cannot answer: %s', async (query, pointer, code) => {
    const answer = await province.send('get', `/v1/statistics/figures?${query}`);
    expect([answer.status, answer.text]).toEqual([422, answer.text]);
    const { errors } = answer.body as { errors: { pointer: string; code: string; fix: { vi: string; en: string } }[] };
    expect(errors).toContainEqual(expect.objectContaining({ pointer, code }));
    for (const { fix } of errors) expect(fix.vi.length * fix.en.length).toBeGreaterThan(0);
  });
});
