import { randomBytes } from 'node:crypto';
import { AuditSealer } from '@luutru/audit';
import { localDate } from '@luutru/calendar';
import { openDatabase, signingKey } from '@luutru/platform';
import type { Browser } from '../support/people';
import { createTestApi, type TestApi } from '../support/test-api';
import { type World, Worlds } from '../support/world';

interface Line {
  readonly action: string;
  readonly actorId: string;
  readonly purpose: string | null;
  readonly subjectId: string | null;
}

describe('the audit trail for auditors', () => {
  let api: TestApi;
  let worlds: Worlds;
  let world: World;
  let auditor: Browser;
  beforeAll(async () => {
    api = await createTestApi();
    worlds = new Worlds(api);
    world = await worlds.create('w20410');
    auditor = await worlds.person(world, 'auditor');
  });
  afterAll(() => api.close());

  const entries = async (query: string): Promise<Line[]> => {
    const answer = await auditor.send('get', `/v1/audit/entries?${query}`);
    return (answer.body as { entries: Line[] }).entries;
  };

  it('shows who did what, by action, actor and subject, and that it was read', async () => {
    const officer = await worlds.person(world, 'ward-police');
    const { hotel, stayId } = world;
    await officer.send('post', '/v1/police/inspections', {
      facilityId: hotel.facilityId,
      stayId,
      purpose: 'kiem-tra-luu-tru',
    });
    const [look] = await entries('action=stay.inspect');
    expect(look).toMatchObject({ purpose: 'kiem-tra-luu-tru', subjectId: stayId });
    expect((await entries(`subjectId=${stayId}`)).map((line) => line.action).sort()).toEqual([
      'stay.declare',
      'stay.inspect',
    ]);
    expect((await entries(`actorId=${look?.actorId}`)).map((line) => line.action)).toContain('second-factor.confirm');
    expect(await entries('action=audit.read')).not.toEqual([]);
    expect(await entries('from=2026-11-20&to=2026-11-22')).toEqual([]);
  });

  it('is read page by page, without a gap or a double', async () => {
    const page = async (query: string): Promise<{ entries: { auditId: string }[]; next: string | null }> => {
      const answer = await auditor.send('get', `/v1/audit/entries?action=second-factor.confirm&${query}`);
      return answer.body as { entries: { auditId: string }[]; next: string | null };
    };
    for (let i = 0; i < 3; i += 1) await worlds.person(world, 'ward-police');
    const whole = (await page('limit=500')).entries.map(({ auditId }) => auditId);
    const read: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { entries: lines, next: further } = await page(`limit=2${next && `&cursor=${next}`}`);
      read.push(...lines.map(({ auditId }) => auditId));
      next = further;
    }
    expect(whole.length).toBeGreaterThan(3);
    expect(read).toEqual(whole);
    const answer = await auditor.send('get', '/v1/audit/entries?cursor=bm90LWEtY3Vyc29y');
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([400, 'cursor-invalid']);
  });

  it('refuses periods it would take too long to read', async () => {
    for (const query of ['from=2026-10-01', 'from=2026-11-24', 'from=2026-11-20&to=2026-11-19']) {
      const answer = await auditor.send('get', `/v1/audit/entries?${query}`);
      expect([query, answer.status]).toEqual([query, 422]);
    }
  });

  it('names nobody, not even by a number', async () => {
    const text = JSON.stringify(await entries('limit=500'));
    expect(text.length).toBeGreaterThan(1_000);
    expect(text).not.toMatch(new RegExp(`${world.guestNumber}|Bình|thu\\.nghiem`));
  });

  it('can be verified, and a tampered entry is found', async () => {
    const { database, close } = await openDatabase({
      url: api.database.urlFor('luutru_worker'),
      poolSize: 1,
      applicationName: 'test',
      entities: [],
    });
    const sealer = new AuditSealer(database, signingKey('seal', 1, randomBytes(32)));
    // Transactions of other tests on the same server hold sealing back for a while.
    for (let i = 0; i < 400 && !(await sealer.run()).seal; i += 1)
      await new Promise((resolve) => setTimeout(resolve, 25));
    await close();
    // The seal carries the time of the machine, not of the test's clock; midnight may fall in between.
    const day = (ago: number): string => localDate(new Date(Date.now() - ago * 86_400_000));
    const verify = async () =>
      (await auditor.send('post', '/v1/audit/verifications', { from: day(1), to: day(0) })).body as object;
    expect(await verify()).toMatchObject({ whole: true, seals: 1 });
    expect((await auditor.send('get', '/v1/audit/seal')).body).toMatchObject({ sealNumber: 1 });
    await api.build.rows(`UPDATE audit_entry SET actor_id = 'someone else' WHERE action = 'stay.inspect'`);
    expect(await verify()).toMatchObject({ whole: false });
  });
});
