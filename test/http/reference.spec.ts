import { errorDefinitions, issueDefinitions } from '../../apps/api/src/problem-catalogue';
import { createTestApi, type TestApi } from '../support/test-api';

describe('public reference data', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi();
  });
  afterAll(() => api.close());

  const get = async (path: string): Promise<{ status: number; body: Record<string, unknown> }> => {
    const answer = await api.call('get', path);
    return { status: answer.status, body: answer.body as Record<string, unknown> };
  };

  it('lists code tables in both languages', async () => {
    expect((await get('/v1/reference/code-tables')).body).toMatchObject({
      tables: expect.arrayContaining(['stay-reason', 'document-type']) as string[],
    });
    const { body } = await get('/v1/reference/code-tables/stay-reason');
    expect(body.codes).toHaveLength(20);
    expect(body.codes).toContainEqual({ code: '18', vi: 'Chữa bệnh', en: 'Medical treatment' });
    expect((await get('/v1/reference/code-tables/none')).status).toBe(404);
  });

  it('lists provinces and their wards by portal code', async () => {
    expect((await get('/v1/reference/provinces')).body.units).toHaveLength(34);
    const { body } = await get('/v1/reference/provinces/501/wards');
    expect(body.units).toHaveLength(94);
    expect(body.units).toContainEqual({
      unitId: 'w20410',
      code: '501920410',
      gsoCode: '20410',
      name: 'Phường Hội An',
      nameEn: expect.any(String) as string,
      point: { lat: 15.8697, lon: 108.33 },
    });
    expect((await get('/v1/reference/provinces/999/wards')).status).toBe(404);
  });

  it('names a unit and its province', async () => {
    expect((await get('/v1/reference/units/w20410')).body).toMatchObject({
      name: 'Phường Hội An',
      province: { unitId: 'p48', code: '501' },
    });
    expect((await get('/v1/reference/units/p48')).body).toMatchObject({ unitId: 'p48', province: { unitId: 'p48' } });
    expect((await get('/v1/reference/units/w0')).status).toBe(404);
  });

  it('gives maps the points there are, and null for the rest, to be kept by whoever asks', async () => {
    const points = async (path: string): Promise<unknown[]> => {
      const answer = await api.call('get', `/v1/reference/provinces${path}`);
      expect([answer.status, answer.get('Cache-Control')]).toEqual([200, 'public, max-age=3600']);
      return (answer.body as { units: { point: unknown }[] }).units.map(({ point }) => point);
    };
    const point = { lat: expect.any(Number) as number, lon: expect.any(Number) as number };
    expect(await points('')).toEqual(Array(34).fill(point));
    expect(await points('/501/wards')).toEqual(Array(94).fill(point));
    expect(new Set(await points('/701/wards'))).toEqual(new Set([null]));
  });

  it("finds today's ward of a pre-merger address", async () => {
    const address = encodeURIComponent('Phường Minh An, Thành phố Hội An, Quảng Nam');
    expect((await get(`/v1/reference/addresses?address=${address}`)).body).toMatchObject({
      status: 'resolved',
      ward: { code: '501920410' },
      province: { code: '501' },
    });
    expect((await get('/v1/reference/addresses')).status).toBe(422);
    expect((await get('/v1/reference/addresses?address=a&address=b')).status).toBe(422);
  });

  it('explains every problem code, each once', async () => {
    const codes = [...errorDefinitions, ...issueDefinitions].map(({ code }) => code);
    const twice = issueDefinitions.map(({ code }) => code).filter((code, index, all) => all.indexOf(code) !== index);
    expect(twice).toEqual([]);
    for (const code of new Set(codes)) {
      const { status, body } = await get(`/problems/${code}`);
      expect([code, status, Object.keys(body)]).toEqual([code, 200, ['code', 'title', 'detail']]);
    }
    expect((await get('/problems/nothing')).status).toBe(404);
  });

  it('is ready only while it can store', async () => {
    expect((await get('/health/ready')).status).toBe(200);
    expect((await get('/health/live')).body).toEqual({ status: 'ok' });
    api.clock.set('2030-01-01T00:00:00Z');
    expect((await get('/health/ready')).status).toBe(503);
    api.clock.set('2026-11-23T14:56:00Z');
  });
});
