import { routeInventory } from '../support/route-inventory';
import { createTestApi, type TestApi } from '../support/test-api';

describe('routes', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi();
  });
  afterAll(() => api.close());

  it('each say who may call them; the public ones say why', () => {
    const routes = routeInventory(api.app);
    expect(routes.length).toBeGreaterThanOrEqual(15);
    expect(routes.filter(({ access }) => access === undefined)).toEqual([]);
    const open = routes.filter(({ access }) => access && 'publicBecause' in access).map(({ route }) => route);
    expect(open.sort()).toEqual([
      'DELETE /authorization-service/oauth/revoke',
      'DELETE /v1/desk/entry',
      'GET /.well-known/jwks.json',
      'GET /cms-backend/public/dm-phuong-xa',
      'GET /cms-backend/public/dm-qt/3th/get-all',
      'GET /cms-backend/public/dm-tinh-tp/get-all',
      'GET /cms-backend/public/loai-giay-to/get-all',
      'GET /cms-backend/public/ly-do-cu-tru/get-all',
      'GET /cms-backend/public/noi-cu-tru/get-all',
      'GET /health/live',
      'GET /health/ready',
      'GET /open-data',
      'GET /open-data/lodging-monthly/:province/:file',
      'GET /open-data/lodging-monthly/schema',
      'GET /problems/:code',
      'GET /v1/desk',
      'GET /v1/desk/entry',
      'GET /v1/facility-applications/status/:reference',
      'GET /v1/outages',
      'GET /v1/receipts/verify',
      'GET /v1/receipts/verify.js',
      'GET /v1/reference/addresses',
      'GET /v1/reference/code-tables',
      'GET /v1/reference/code-tables/:table',
      'GET /v1/reference/provinces',
      'GET /v1/reference/provinces/:code/wards',
      'GET /v1/reference/rules',
      'GET /v1/reference/units/:unitId',
      'GET /v1/sign-in/vneid',
      'GET /v1/sign-in/vneid/callback',
      'GET /v1/statistics/subscriptions/unsubscribe',
      'POST /authorization-service/oauth/refresh-token',
      'POST /authorization-service/oauth/token',
      'POST /v1/desk/entries',
      'POST /v1/facility-applications',
      'POST /v1/receipts/verify',
      'POST /v1/sign-in',
      'POST /v1/statistics/subscriptions/unsubscribe',
    ]);
  });

  it('are all that answers, but for the console and the documentation', async () => {
    for (const path of ['/v1', '/v1/stays/x/y', '/admin', '/metrics', '/.env', '/v1/stays/../../etc/passwd']) {
      const answer = await api.call('get', path);
      expect([path, answer.status, answer.headers['content-type']]).toEqual([
        path,
        404,
        'application/problem+json; charset=utf-8',
      ]);
    }
    const undecodable = await fetch(`${await api.url()}/v1/stays/%ff%fe`);
    expect([undecodable.status, await undecodable.json()]).toEqual([
      400,
      expect.objectContaining({ code: 'request-malformed' }),
    ]);
    expect((await api.call('get', `/v1/stays/${'a'.repeat(5_000)}`)).status).toBe(404);
    expect((await api.call('get', '/docs')).status).toBe(200);
    expect((await api.call('get', '/')).headers.location).toBe('/app/');
    expect((await api.call('delete', '/v1/stays')).status).toBe(404);
  });

  it('carry the headers that browsers need to be careful', async () => {
    const { headers } = await api.call('get', '/v1/reference/code-tables');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'strict-transport-security': expect.any(String) as string,
    });
    expect(headers['cache-control']).toBe('public, max-age=3600');
    expect((await api.call('get', '/v1/stays')).headers['cache-control']).toBe('no-store');
  });
});
