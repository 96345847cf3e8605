import { OutageKeeping } from '@luutru/outage';
import { openDatabase } from '@luutru/platform';
import { guest } from '../support/builders';
import { type Browser, People } from '../support/people';
import { createTestApi, type TestApi } from '../support/test-api';

interface Declared {
  readonly stayId: string;
  readonly dueAt: string;
  readonly late: boolean;
  readonly errors: { code: string; pointer: string }[];
}

describe('outages', () => {
  let api: TestApi;
  let key: string;
  let admin: Browser;
  let keeping: OutageKeeping;
  let close: () => Promise<void>;

  beforeAll(async () => {
    api = await createTestApi();
    key = await api.build.apiKey([await api.build.facility()]);
    api.clock.set('2026-11-23T17:30:00Z');
    admin = (await new People(api.app, api.clock).signedIn('system-administrator')).browser;
    const worker = await openDatabase({
      url: api.database.urlFor('luutru_worker'),
      poolSize: 2,
      applicationName: 'test',
      entities: [],
    });
    keeping = new OutageKeeping(worker.database, api.clock);
    close = () => worker.close();
  });
  afterAll(async () => {
    await close();
    await api.close();
  });
  const declare = async (arrivedAt: string): Promise<Declared> =>
    (await api.declare(key, guest({ arrivedAt, expectedDepartureAt: '2026-11-26T12:00' }))).body as Declared;
  const read = async (
    stayId: string,
  ): Promise<{ late: boolean; dueAt: string; deadlineExtension: { reason: { vi: string } } | null }> =>
    (await api.call('get', `/v1/stays/${stayId}`, key)).body as never;
  const outage = (change: object = {}) =>
    admin.send('post', '/v1/outages', {
      from: '2026-11-23T22:00',
      until: '2026-11-24T00:10',
      reason: { vi: 'Mất điện trung tâm dữ liệu', en: 'Power cut in the data centre' },
      ...change,
    });

  it('make who was late because of one on time, with the reason on the stay, and move deadlines from then on', async () => {
    const before = await declare('2026-11-23T21:00');
    expect(before).toMatchObject({ late: true, dueAt: '2026-11-23T23:00:00+07:00' });
    expect((await outage()).status).toBe(201);
    expect(await keeping.run()).toEqual({ observed: 0, judged: 1 });
    expect(await keeping.run()).toEqual({ observed: 0, judged: 0 });
    expect(await read(before.stayId)).toMatchObject({
      late: false,
      dueAt: '2026-11-24T02:10:00+07:00',
      deadlineExtension: { from: '2026-11-23T22:00:00+07:00', reason: { vi: 'Mất điện trung tâm dữ liệu' } },
    });
    api.clock.set('2026-11-23T17:32:00Z');
    const after = await declare('2026-11-23T21:05');
    expect(after).toMatchObject({ late: false, dueAt: '2026-11-24T02:10:00+07:00' });
    expect((await read(after.stayId)).deadlineExtension?.reason.vi).toBe('Mất điện trung tâm dữ liệu');
    const listed = await api.call('get', '/v1/outages');
    const [{ outageId } = { outageId: '' }] = (listed.body as { outages: { outageId: string }[] }).outages;
    expect((await admin.send('post', `/v1/outages/${outageId}/withdraw`, {})).status).toBe(204);
    expect(await declare('2026-11-23T21:06')).toMatchObject({ late: true });
    expect((await read(before.stayId)).late).toBe(false);
  });

  it('are found in what is missing from our own notes of readiness, once', async () => {
    await api.build.rows(
      `DELETE FROM readiness_beat;
       INSERT INTO readiness_beat VALUES ('2026-11-22 10:00Z'), ('2026-11-22 10:01Z'), ('2026-11-22 10:31Z'), ('2026-11-22 10:34Z')`,
    );
    expect((await keeping.run()).observed).toBe(1);
    expect((await keeping.run()).observed).toBe(0);
    const found = await api.build.rows(`SELECT started_at, ended_at FROM outage WHERE source = 'observed'`);
    expect(found).toEqual([
      { started_at: new Date('2026-11-22T10:01:00Z'), ended_at: new Date('2026-11-22T10:31:00Z') },
    ]);
  });

  it('are refused where they make no sense, and for anybody but administrators', async () => {
    const codes = async (change: object): Promise<string[]> =>
      ((await outage(change)).body as Declared).errors.map(({ code, pointer }) => `${code} ${pointer}`);
    expect(await codes({ until: '2026-11-23T21:00' })).toEqual(['outage-ends-first /until']);
    expect(await codes({ until: '2026-11-29T21:00' })).toEqual(['outage-too-long /until']);
    expect(await codes({ from: '2027-03-01T10:00', until: '2027-03-01T11:00' })).toEqual([
      'outage-too-far-ahead /from',
    ]);
    expect(await codes({ reason: { vi: 'x' } })).toEqual(['field-required /reason/en']);
    expect(await codes({ from: 'hôm qua', reason: undefined })).toEqual([
      'moment-malformed /from',
      'field-required /reason/vi',
      'field-required /reason/en',
    ]);
    expect((await api.call('post', '/v1/outages', key).send({})).status).toBe(403);
  });
});
