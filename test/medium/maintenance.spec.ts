import { OutboxRepository } from '@luutru/delivery';
import { createLogger, type Database, openDatabase } from '@luutru/platform';
import { MaintenanceService } from '../../apps/worker/src/maintenance/maintenance.service';
import { guest } from '../support/builders';
import { People } from '../support/people';
import { createTestApi, type TestApi } from '../support/test-api';

const DAY = 86_400_000;

describe('housekeeping', () => {
  let api: TestApi;
  let database: Database;
  let close: () => Promise<void>;
  let people: People;
  beforeAll(async () => {
    api = await createTestApi();
    people = new People(api.app, api.clock);
    const url = api.database.urlFor('luutru_worker');
    ({ database, close } = await openDatabase({ url, poolSize: 1, applicationName: 'test', entities: [] }));
  });
  afterAll(async () => {
    await close();
    await api.close();
  });

  const run = () =>
    new MaintenanceService(database, new OutboxRepository(database), api.clock, createLogger('test', 'silent')).run();

  it('shuts accounts that nobody has used for 45 days, and forgets their sessions', async () => {
    const { facilityId } = await api.build.facility();
    const scope = { kind: 'facility', id: facilityId } as const;
    const idle = await people.signedIn('facility-clerk', scope);
    expect(await run()).toMatchObject({ sessions: 0, accounts: 0 });
    api.clock.advance(30 * DAY);
    const busy = await people.signedIn('facility-clerk', scope);
    api.clock.advance(17 * DAY);
    expect(await run()).toMatchObject({ sessions: 1, accounts: 1 });
    expect(await run()).toMatchObject({ sessions: 0, accounts: 0 });
    const shut = await api.build.rows(
      `SELECT account_id AS id, disabled_because FROM account WHERE disabled_at IS NOT NULL`,
    );
    expect(shut).toEqual([{ id: idle.accountId, disabled_because: 'idle' }]);
    const entries = await api.build.rows(`SELECT subject_id AS id FROM audit_entry WHERE action = 'account.disable'`);
    expect(entries).toEqual([{ id: idle.accountId }]);
    const again = await api.call('post', '/v1/sign-in').send({ username: busy.username, password: busy.password });
    expect(again.status).toBe(200);
  });

  it('deletes files of declarations after 30 days, and keeps what became of their rows', async () => {
    const hotel = await api.build.facility();
    const key = await api.build.apiKey([hotel]);
    const send = async (state: string): Promise<string> => {
      const answer = await api
        .call('post', '/v1/batches?again=true', key)
        .set('Content-Type', 'application/octet-stream')
        .send(Buffer.from(JSON.stringify(guest())));
      const { batchId } = answer.body as { batchId: string };
      await api.build.rows('UPDATE batch SET state = $2 WHERE batch_id = $1', [batchId, state]);
      return batchId;
    };
    const done = await send('done');
    await send('validated');
    const open = await send('committing');
    await send('receiving');
    expect(await run()).toMatchObject({ files: 0 });
    api.clock.advance(32 * DAY);
    expect(await run()).toMatchObject({ files: 3 });
    const left = await api.build.rows('SELECT batch_id AS id FROM batch_chunk');
    expect(left).toEqual([{ id: open }]);
    expect((await api.call('get', `/v1/batches/${done}`, key)).body).toMatchObject({ state: 'done' });
    const marked = await api.call('get', `/v1/batches/${done}/result`, key);
    expect([marked.status, (marked.body as { code: string }).code]).toEqual([409, 'batch-file-gone']);
    const [batches] = await api.build.rows<{ n: number }>('SELECT count(*)::int AS n FROM batch');
    expect(batches?.n).toBe(3);
  });
});
