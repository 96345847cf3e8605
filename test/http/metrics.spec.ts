import { Metrics, MetricsListener } from '@luutru/platform';
import { guest } from '../support/builders';
import { createTestApi, type TestApi } from '../support/test-api';

const SAMPLE =
  /^[a-zA-Z_:][a-zA-Z0-9_:]*(\{[a-zA-Z_]\w*="(?:[^"\\\n]|\\["\\n])*"(,[a-zA-Z_]\w*="(?:[^"\\\n]|\\["\\n])*")*\})? (-?\d|\+Inf|NaN)/;

describe('metrics of the API', () => {
  let api: TestApi;
  let key: string;
  let listener: MetricsListener;
  let url: string;

  beforeAll(async () => {
    api = await createTestApi();
    key = await api.build.apiKey([await api.build.facility()]);
    listener = new MetricsListener(api.app.get(Metrics));
    url = `http://127.0.0.1:${await listener.listen(0, '127.0.0.1')}`;
  });
  afterAll(async () => {
    await listener.close();
    await api.close();
  });
  const read = async (): Promise<string[]> => {
    const answer = await fetch(`${url}/metrics`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
    return (await answer.text()).trimEnd().split('\n');
  };

  it('count requests by route pattern and status, whatever addresses strangers think up', async () => {
    const person = guest();
    const { stayId } = (await api.declare(key, person)).body as { stayId: string };
    await api.call('get', `/v1/stays/${stayId}`, key);
    await api.call('get', '/v1/stays/019ab000-0000-7000-8000-000000000001', key);
    for (let at = 0; at < 3; at += 1) await api.call('get', `/no-such-place-${at}`);
    const lines = await read();
    expect(lines).toEqual(
      expect.arrayContaining([
        'luutru_http_requests_total{method="POST",route="/v1/stays",status="201"} 1',
        'luutru_http_requests_total{method="GET",route="/v1/stays/:stayId",status="200"} 1',
        'luutru_http_requests_total{method="GET",route="/v1/stays/:stayId",status="404"} 1',
        'luutru_http_request_seconds_count{method="GET",route="/v1/stays/:stayId"} 2',
      ]),
    );
    expect(lines.filter((line) => line.includes('unmatched') && line.includes('status="404"'))).toEqual([
      'luutru_http_requests_total{method="GET",route="unmatched",status="404"} 3',
    ]);
    const text = lines.join('\n');
    const [{ number }] = [(person.person as { document: { number: string } }).document];
    for (const secret of [stayId, number, 'no-such-place', key]) expect(text).not.toContain(secret);
  });

  it('tell of memory, event loop and database connections, in lines that Prometheus reads', async () => {
    const lines = await read();
    for (const name of [
      'process_resident_memory_bytes',
      'process_cpu_seconds_total',
      'nodejs_eventloop_lag_seconds{quantile="0.99"}',
      'luutru_database_connections{state="in_use"}',
      'luutru_database_waiting',
    ])
      expect(lines.filter((line) => line.startsWith(`${name} `))).toHaveLength(1);
    expect(lines.filter((line) => !line.startsWith('# ') && !SAMPLE.test(line))).toEqual([]);
  });

  it('are not to be had at the public address', async () => {
    expect((await api.call('get', '/metrics')).status).toBe(404);
    expect((await api.call('get', '/v1/metrics')).status).toBe(404);
    expect((await fetch(`${url}/`)).status).toBe(404);
    expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(404);
  });
});
