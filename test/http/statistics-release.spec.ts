import { openDatabase } from '@luutru/platform';
import { guest, nextPersonalNumber } from '../support/builders';
import { FORMER_WARDS, type Lodging, seedGuests } from '../support/guests';
import { type Browser, People } from '../support/people';
import { countStatistics, makeEditions } from '../support/statistics';
import { createTestApi, type TestApi } from '../support/test-api';
import { type World, Worlds } from '../support/world';

const OCTOBER = 'from=2026-10-01&to=2026-10-31';

interface Row {
  readonly keys: Record<string, string | null>;
  readonly from: string;
  readonly values: Record<string, number | null>;
  readonly hidden: Record<string, string>;
}

interface Answer {
  readonly rows: Row[];
  readonly editions: { month: string; number: number }[];
  readonly roundedTo: number | null;
}

describe('editions of figures', () => {
  let api: TestApi;
  let worlds: Worlds;
  let here: World;
  let tourism: Browser;
  let police: Browser;
  let lodgings: readonly Lodging[];

  beforeAll(async () => {
    api = await createTestApi();
    worlds = new Worlds(api);
    here = await worlds.create('w20410');
    tourism = await worlds.person(here, 'tourism-analyst');
    police = await worlds.person(here, 'provincial-police');
    ({ lodgings } = await seedGuests(api));
    await countStatistics(api);
    await countStatistics(api);
  }, 120_000);
  afterAll(() => api.close());

  const ask = async (query: string, browser: Browser = tourism): Promise<Answer> => {
    const answer = await browser.send('get', `/v1/statistics/figures?${query}`);
    expect([answer.status, answer.text]).toEqual([200, answer.text]);
    return answer.body as Answer;
  };
  const editions = () =>
    api.build.rows<{ scope: string; month: string; number: number }>(
      `SELECT scope_id AS scope, month::text AS month, number FROM statistic_edition ORDER BY 1, 2, 3`,
    );

  it('are made once, however many ask for them at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => ask(`measures=arrivals&by=ward&${OCTOBER}`)));
    expect(new Set(all.map(({ rows }) => JSON.stringify(rows))).size).toBe(1);
    expect(all[0]?.editions).toEqual([expect.objectContaining({ month: '2026-10-01', number: 1 })]);
    expect((await editions()).map(({ month, number }) => [month, number])).toEqual([['2026-10-01', 1]]);
  });

  it('show what is shown exactly, and null with the reason for what is not, never nought', async () => {
    const shown = await ask(`measures=arrivals&by=ward,nationality&${OCTOBER}`);
    const exact = await ask(`measures=arrivals&by=ward,nationality&${OCTOBER}`, police);
    const truth = new Map(exact.rows.map(({ keys, values }) => [JSON.stringify(keys), values.arrivals]));
    let hidden = 0;
    for (const { keys, values, hidden: why } of shown.rows) {
      const real = truth.get(JSON.stringify(keys)) ?? 0;
      if (values.arrivals === null) {
        hidden += 1;
        expect(why).toEqual({ arrivals: 'too-few-persons' });
      } else {
        expect([keys, values.arrivals, why]).toEqual([keys, real, {}]);
        expect(real === 0 || real >= 5).toBe(true);
      }
    }
    expect(hidden).toBeGreaterThan(2);
    expect(shown.rows.length - hidden).toBeGreaterThan(2);
  });

  it('never hide what facilities have to offer', async () => {
    const { rows } = await ask(`measures=rooms,beds,arrivals,room-occupancy&by=ward,class&${OCTOBER}`);
    expect(rows.filter(({ values }) => values.arrivals === null).length).toBeGreaterThan(0);
    for (const { values } of rows) {
      expect(values.rooms).toBeGreaterThan(0);
      expect(values['room-occupancy'] === null).toBe(values.arrivals === null);
    }
  });

  it('answer what is made of months by months, and say what is open yet', async () => {
    const { rows } = await ask('measures=arrivals&grain=month&from=2026-09-01&to=2026-12-31');
    expect(rows.map(({ from, hidden }) => [from, hidden.arrivals])).toEqual([
      ['2026-09-01', undefined],
      ['2026-10-01', undefined],
      ['2026-11-01', 'period-open'],
      ['2026-12-01', 'period-open'],
    ]);
    const smooth = await tourism.send(
      'get',
      '/v1/statistics/figures?measures=arrivals&grain=month&from=2026-10-01&to=2026-10-31&movingAverage=2&compare=previous',
    );
    const [row] = (smooth.body as { rows: (Row & { compared: Row['values']; movingAverage: Row['values'] })[] }).rows;
    const [september, october] = [rows[0]?.values.arrivals ?? 0, rows[1]?.values.arrivals ?? 0];
    expect(row?.compared).toEqual({ arrivals: september });
    expect(row?.movingAverage).toEqual({ arrivals: (september + october) / 2 });
  });

  it('leave days as rounded numbers of the whole area, also today', async () => {
    const { rows, roundedTo } = await ask('measures=arrivals&grain=day&from=2026-10-01&to=2026-11-23');
    const exact = await ask(
      'measures=arrivals&grain=day&from=2026-10-01&to=2026-11-23&kind=khach-san,nha-nghi',
      police,
    );
    expect(roundedTo).toBe(5);
    expect(rows.map(({ values }) => values.arrivals)).toEqual(
      exact.rows.map(({ values }) => Math.floor((values.arrivals ?? 0) / 5) * 5),
    );
    expect(rows.some(({ values }) => (values.arrivals ?? 0) > 0)).toBe(true);
  });

  it.each([
    ['measures=arrivals&from=2026-10-02&to=2026-10-31', '/from', 'statistics-whole-months'],
    ['measures=arrivals&from=2026-10-01&to=2026-10-30', '/to', 'statistics-whole-months'],
    [`measures=arrivals&grain=week&${OCTOBER}`, '/grain', 'statistics-weeks-closed'],
    [`measures=arrivals&by=weekday,ward&${OCTOBER}`, '/by', 'statistics-days-whole'],
    [`measures=arrivals&by=length&${OCTOBER}`, '/by', 'statistics-dimension-closed'],
    [`measures=arrivals&by=department&${OCTOBER}`, '/by', 'statistics-dimension-closed'],
    [`measures=arrivals&by=ward,nationality&kind=khach-san&${OCTOBER}`, '/by', 'statistics-not-crossed'],
    [`measures=arrivals&by=nationality,stay-kind&${OCTOBER}`, '/by', 'statistics-not-crossed'],
    [`measures=arrivals&by=nationality&ward=w20410&kind=khach-san&${OCTOBER}`, '/by', 'statistics-not-crossed'],
    [`measures=arrivals&by=former-ward&ward=w20410&${OCTOBER}`, '/ward', 'statistics-not-crossed'],
    [`measures=arrivals&by=stars&kind=khach-san&${OCTOBER}`, '/kind', 'statistics-not-crossed'],
    [`measures=international&by=ward,kind&${OCTOBER}`, '/by', 'measure-not-by'],
    [`measures=international&by=sex&${OCTOBER}`, '/by', 'measure-not-by'],
    [`measures=in-patients&${OCTOBER}`, '/measures', 'statistics-measure-closed'],
    ['measures=arrivals&from=2026-11-01&to=2026-11-30', '/to', 'statistics-period-open'],
    ['measures=overnight&grain=day&from=2026-11-01&to=2026-11-20', '/measures', 'statistics-days-measure'],
    ['measures=arrivals&grain=day&by=ward&from=2026-11-01&to=2026-11-20', '/by', 'statistics-days-whole'],
    ['measures=arrivals&grain=day&ward=w20410&from=2026-11-01&to=2026-11-20', '/ward', 'statistics-days-whole'],
    [`measures=arrivals&policy=health-analyst&${OCTOBER}`, '/policy', 'value-not-allowed'],
  ])('name the parameter of what they do not answer, and what to ask instead: %s', async (query, pointer, code) => {
    const answer = await tourism.send('get', `/v1/statistics/figures?${query}`);
    expect([answer.status, answer.text]).toEqual([422, answer.text]);
    const { errors } = answer.body as { errors: { pointer: string; code: string; fix: { vi: string; en: string } }[] };
    expect(errors.map((error) => [error.pointer, error.code])).toContainEqual([pointer, code]);
    for (const { fix } of errors) expect(fix.vi.length * fix.en.length).toBeGreaterThan(0);
  });

  it('tell of places by the map of before the merger too', async () => {
    const { rows } = await ask(`measures=arrivals&by=former-ward&${OCTOBER}`);
    expect(rows.map(({ keys }) => keys['former-ward'])).toEqual([...FORMER_WARDS].sort());
    const [former = ''] = FORMER_WARDS;
    const [one] = (await ask(`measures=arrivals&formerWard=${former}&${OCTOBER}`)).rows;
    expect(one?.values).toEqual(rows.find(({ keys }) => keys['former-ward'] === former)?.values);
    const exact = await ask(`measures=arrivals&by=former-ward,kind&formerWard=${former}&${OCTOBER}`, police);
    expect(exact.rows.map(({ keys }) => keys)).toEqual([{ 'former-ward': former, kind: 'khach-san' }]);
    expect(exact.rows[0]?.values).toEqual(one?.values);
    const nowhere = await ask(`measures=arrivals&formerWard=old:khong-co&${OCTOBER}`, police);
    expect(nowhere.rows.map(({ values }) => values)).toEqual([{ arrivals: 0 }]);
  });

  it('are of one policy at a time', async () => {
    const both = await new People(api.app, api.clock).signedIn('tourism-analyst', { kind: 'unit', id: 'p48' });
    await api.build.rows(
      `INSERT INTO account_grant (grant_id, account_id, role, scope_kind, scope_id, granted_at, granted_by)
       VALUES (gen_random_uuid(), $1, 'provincial-leader', 'unit', 'p48', now(), 'test')`,
      [both.accountId],
    );
    const path = `/v1/statistics/figures?measures=arrivals&${OCTOBER}`;
    const refused = await both.browser.send('get', path);
    expect([refused.status, (refused.body as { errors: { pointer: string }[] }).errors[0]?.pointer]).toEqual([
      422,
      '/policy',
    ]);
    expect((await both.browser.send('get', `${path}&policy=provincial-leader`)).status).toBe(200);
  });

  it('make the form of the months that are closed, with words for what is hidden, as every file', async () => {
    const form = (await tourism.send('get', '/v1/statistics/form-015n?year=2026')).body as {
      lastNight: string;
      lines: { class: string | null; values: Row['values']; hidden: Row['hidden'] }[];
    };
    expect(form.lastNight).toBe('2026-10-31');
    const lodging = 'from=2026-01-01&to=2026-10-31&stayKind=guest&kind=khach-san,nha-nghi';
    const exact = await ask(`measures=overnight,international-overnight&${lodging}`, police);
    expect(form.lines.at(-1)?.values).toMatchObject(exact.rows[0]?.values ?? {});
    expect(form.lines[5]).toMatchObject({
      class: 'khach-san',
      values: { rooms: 4, overnight: null },
      hidden: { overnight: 'too-few-persons', 'room-nights-used': 'too-few-persons' },
    });
    for (const [format, type] of [
      ['csv', 'text/csv; charset=utf-8'],
      ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['pdf', 'application/pdf'],
    ] as const) {
      for (const path of ['form-015n?year=2026', `figures?measures=arrivals&by=ward,nationality&${OCTOBER}`]) {
        const file = await tourism.send('get', `/v1/statistics/${path}&format=${format}&language=vi`).buffer(true);
        expect([path, file.status, file.headers['content-type']]).toEqual([path, 200, type]);
        expect(file.headers['content-disposition']).toMatch(new RegExp(`filename="[a-z0-9-]+\\.${format}"`));
        if (format === 'csv') expect(file.text).toContain('x: Không công bố');
      }
    }
    const noted = await api.build.rows<{ detail: object }>(
      `SELECT detail FROM audit_entry WHERE action = 'statistics.export' ORDER BY detail->>'report', detail->>'format'`,
    );
    expect(noted).toHaveLength(6);
    expect(noted[0]?.detail).toMatchObject({ report: 'figures', by: ['ward', 'nationality'], from: '2026-10-01' });
    expect(noted[3]?.detail).toMatchObject({ report: 'form-015n', format: 'csv', year: 2026 });
  });

  describe('after declarations that came late', () => {
    const declare = async (lodging: Lodging, day: string, nationality: string): Promise<void> => {
      const key = await api.build.apiKey([lodging]);
      const document = nationality === 'VNM' ? { type: 1, number: nextPersonalNumber() } : passport();
      const stay = guest(
        { arrivedAt: `${day}T15:00`, expectedDepartureAt: `${day}T22:00`, place: { room: '101' } },
        { document, ...(nationality !== 'VNM' && { fullName: 'KIM MINSU', nationality }) },
      );
      const sent = await api.declare(key, stay);
      expect([sent.status, sent.text]).toEqual([201, sent.text]);
    };
    const nextDay = async (): Promise<void> => {
      api.clock.advance(24 * 3_600_000);
      await countStatistics(api);
      await countStatistics(api);
      tourism = await worlds.person(here, 'tourism-analyst');
    };
    let serial = 0;
    const passport = () => ({ type: 4, number: `M${String((serial += 1)).padStart(7, '0')}` });
    const query = `measures=arrivals&by=ward,nationality&${OCTOBER}`;

    it('a few change nothing that is given out', async () => {
      await makeEditions(api);
      const before = await ask(query);
      expect(before.editions.map(({ number }) => number)).toEqual([1]);
      for (const day of ['2026-10-05', '2026-10-06', '2026-10-07']) await declare(lodgings[0]!, day, 'KOR');
      await nextDay();
      await makeEditions(api);
      expect((await ask(query)).rows).toEqual(before.rows);
    });

    it('more make another edition, in which no cell differs by a few and nothing hidden appears', async () => {
      const before = await ask(query);
      for (const day of ['2026-10-08', '2026-10-09']) {
        await declare(lodgings[0]!, day, 'KOR');
        await declare(lodgings[2]!, day, 'VNM');
        await declare(lodgings[2]!, day, 'CHN');
      }
      await nextDay();
      expect((await makeEditions(api)).made).toBeGreaterThan(0);
      const after = await ask(query);
      expect(after.editions.map(({ number }) => number)).toEqual([2]);
      const [old, now] = [before, after].map(
        ({ rows }) => new Map(rows.map(({ keys, values }) => [JSON.stringify(keys), values.arrivals])),
      );
      for (const [key, arrivals] of now ?? []) {
        const earlier = old?.get(key);
        if (earlier === null) expect([key, arrivals]).toEqual([key, null]);
        else if (arrivals !== null) {
          const change = Math.abs((arrivals ?? 0) - (earlier ?? 0));
          expect([key, change === 0 || change >= 5]).toEqual([key, true]);
        }
      }
    });
  });

  describe('in the database', () => {
    const areas = (wards: string[]) => [{ wardIds: wards, formerWardIds: [], zoneIds: [], kinds: ['khach-san'] }];

    it('are seen only by those who have the very areas, and never with the numbers that are hidden', async () => {
      const url = api.database.urlFor('luutru_app');
      const { database, close } = await openDatabase({ url, poolSize: 1, applicationName: 'test', entities: [] });
      try {
        const count = (scope: ReturnType<typeof areas>) =>
          database.transaction({ facilityIds: [], areas: scope }, async (tx) => {
            const [row] = await tx.query<[{ n: number }]>(
              `SELECT count(*)::integer AS n FROM statistic_edition_cell WHERE scope_id NOT LIKE 'public:%'`,
            );
            return row.n;
          });
        expect(await count(areas(['w20410']))).toBe(0);
        const as = (sql: string) =>
          database.transaction({ facilityIds: [], areas: areas(['w20410']) }, (tx) => tx.query(sql));
        await expect(as('SELECT persons FROM statistic_edition_cell')).rejects.toThrow(/permission denied/);
        await expect(as('SELECT digest FROM statistic_edition')).rejects.toThrow(/permission denied/);
        await expect(as('UPDATE statistic_edition_cell SET hidden = false')).rejects.toThrow(/permission denied/);
        await expect(as('DELETE FROM statistic_edition')).rejects.toThrow(/permission denied/);
        await expect(as(`INSERT INTO statistic_scope VALUES ('x', 'tourism-analyst', '[]', 5, now())`)).rejects.toThrow(
          /row-level security/,
        );
      } finally {
        await close();
      }
    });

    it.each([
      'statistic_day',
      'statistic_month',
      'statistic_stay',
      'statistic_now',
      'statistic_worker_now',
      'statistic_place',
      'statistic_progress',
    ])('refuse the API role to write %s', async (table) => {
      const url = api.database.urlFor('luutru_app');
      const { database, close } = await openDatabase({ url, poolSize: 1, applicationName: 'test', entities: [] });
      try {
        for (const sql of [`INSERT INTO ${table} DEFAULT VALUES`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
          const tried = database.transaction({ facilityIds: [] }, (tx) => tx.query(sql));
          await expect(tried).rejects.toThrow(/permission denied/);
        }
      } finally {
        await close();
      }
    });
  });
});
