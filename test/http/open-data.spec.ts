import type { Response } from 'supertest';
import { seedGuests } from '../support/guests';
import { countStatistics, makeEditions } from '../support/statistics';
import { createTestApi, type TestApi } from '../support/test-api';
import { Worlds } from '../support/world';

const MONTH = '/open-data/lodging-monthly/48/2026-10';

type Row = Record<string, string | number | null>;

describe('open data', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi();
    await new Worlds(api).create('w20410');
    await seedGuests(api);
    await countStatistics(api);
    await countStatistics(api);
    await makeEditions(api);
  }, 120_000);
  afterAll(() => api.close());

  const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    api.call('get', path).set(headers);
  const rowsOf = async (): Promise<Row[]> => ((await get(`${MONTH}.json`)).body as { rows: Row[] }).rows;

  it('are there without signing in, as JSON and as CSV that say the same', async () => {
    const rows = await rowsOf();
    const csv = await get(`${MONTH}.csv`);
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    const [head, ...lines] = csv.text.trimEnd().split('\r\n');
    expect(head).toBe('month,province,ward,ward_name,class,origin,guests,overnight_guests,guest_nights,status');
    expect(lines).toEqual(
      rows.map((row) =>
        Object.values(row)
          .map((value) => value ?? '')
          .join(','),
      ),
    );
    const [all] = rows.filter(({ ward, class: of, origin }) => ward === null && of === null && origin === 'all');
    const [truth] = await api.build.rows<{ n: number }>(
      `SELECT count(*)::integer AS n FROM stay WHERE arrived_on >= '2026-10-01' AND arrived_on < '2026-11-01'`,
    );
    expect(all).toMatchObject({ month: '2026-10', province: '48', guests: truth?.n, status: 'shown' });
  });

  it('tell of ten stays or more, or say that they do not', async () => {
    const rows = await rowsOf();
    const hidden = rows.filter(({ status }) => status !== 'shown');
    expect(hidden.length).toBeGreaterThan(3);
    for (const { guests, overnight_guests: overnight, guest_nights: nights } of hidden) {
      expect([guests, overnight, nights]).toEqual([null, null, null]);
    }
    for (const { guests, status } of rows) if (status === 'shown') expect(guests).toBeGreaterThanOrEqual(10);
  });

  it('show nothing that the tourism authority is not shown', async () => {
    const shown = await api.build.rows<{ n: number }>(
      `SELECT count(*)::integer AS n FROM statistic_edition_cell o
       JOIN statistic_edition_cell t ON t.scope_id LIKE 'tourism-analyst:%' AND t.month = o.month AND t.number = o.number
         AND t.breakdown = o.breakdown AND t.area = o.area AND t.kind = o.kind
         AND t.value = replace(o.value, 'domestic', 'nationality:VNM')
       WHERE o.scope_id = 'public:p48' AND NOT o.hidden AND t.hidden`,
    );
    expect(shown).toEqual([{ n: 0 }]);
  });

  it('are described for data portals, in both languages, with where each month is', async () => {
    const answer = await get('/open-data');
    expect(answer.headers['content-type']).toBe('application/ld+json; charset=utf-8');
    const catalogue = JSON.parse(answer.text) as Record<string, unknown> & {
      'dcat:dataset': Record<string, unknown>[];
    };
    expect(catalogue['@type']).toBe('dcat:Catalog');
    const [dataset] = catalogue['dcat:dataset'];
    expect((dataset?.['dct:title'] as { '@language': string }[]).map((title) => title['@language'])).toEqual([
      'vi',
      'en',
    ]);
    expect(dataset).toMatchObject({
      'dct:accrualPeriodicity': { '@id': 'http://publications.europa.eu/resource/authority/frequency/MONTHLY' },
      'dct:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
      'dct:temporal': { 'dcat:startDate': { '@value': '2026-07-01' }, 'dcat:endDate': { '@value': '2026-10-31' } },
    });
    const urls = (dataset?.['dcat:distribution'] as { 'dcat:downloadURL': { '@id': string } }[]).map(
      (one) => one['dcat:downloadURL']['@id'],
    );
    expect(urls).toHaveLength(8);
    for (const url of urls) expect((await get(new URL(url).pathname)).status).toBe(200);
    const { '@id': schema } = dataset?.['dct:conformsTo'] as { '@id': string };
    const { columns } = JSON.parse((await get(new URL(schema).pathname)).text) as {
      columns: { name: string; 'dc:description': { vi: string; en: string } }[];
    };
    expect(columns.map(({ name }) => name)).toEqual(Object.keys((await rowsOf())[0] ?? {}));
    for (const column of columns) {
      const { vi, en } = column['dc:description'];
      expect(vi.length * en.length).toBeGreaterThan(0);
    }
  });

  it('may be kept by whoever fetches them, and are not sent again while they are the same', async () => {
    for (const path of ['/open-data', '/open-data/lodging-monthly/schema', `${MONTH}.csv`, `${MONTH}.json`]) {
      const answer = await get(path);
      expect(answer.headers['cache-control']).toBe('public, max-age=3600');
      const again = await get(path, { 'If-None-Match': String(answer.headers.etag) });
      expect([path, again.status, again.text]).toEqual([path, 304, '']);
      expect((await get(path, { 'If-None-Match': '"other"' })).status).toBe(200);
    }
  });

  it.each([
    '/open-data/lodging-monthly/48/2026-11.csv',
    '/open-data/lodging-monthly/48/2026-13.csv',
    '/open-data/lodging-monthly/48/2026-10.xml',
    '/open-data/lodging-monthly/99/2026-10.csv',
    '/open-data/lodging-monthly/p48/2026-10.csv',
  ])('have nothing at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});
