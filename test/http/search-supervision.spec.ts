import { nextPersonalNumber } from '../support/builders';
import type { Browser } from '../support/people';
import { auditOf, type SearchStage, searchStage } from '../support/search';
import type { World } from '../support/world';

interface Supervised {
  readonly searches: readonly {
    officerId: string;
    officerName: string;
    page: number;
    criteria: string[];
    rowsShown: number;
  }[];
  readonly next: string | null;
}
interface Notices {
  readonly notices: readonly {
    noticeId: string;
    officerId: string;
    kind: string;
    count: number;
    acknowledgedAt: string | null;
  }[];
}

const LIMITS = { searchesPerHour: 20, searchesPerDay: 40, rowsPerDay: 25 };
const PATH = '/v1/police/supervision';

describe('supervising searches', () => {
  let stage: SearchStage;
  let world: World;
  let supervisor: Browser;
  let elsewhere: Browser;
  beforeAll(async () => {
    stage = await searchStage(LIMITS);
    world = await stage.worlds.create('w20410');
    supervisor = await stage.worlds.supervisor('w20410');
    elsewhere = await stage.worlds.supervisor('w20413');
  });
  afterAll(() => stage.close());

  const accountOf = async (by: Browser): Promise<string> =>
    ((await by.send('get', '/v1/session')).body as { accountId: string }).accountId;
  const notices = async (by: Browser, of: Browser, show = 'open'): Promise<Notices['notices']> => {
    const answer = await by.send('get', `${PATH}/notices?show=${show}&officerId=${await accountOf(of)}`);
    expect(answer.status).toBe(200);
    return (answer.body as Notices).notices;
  };
  const officer = (): Promise<Browser> => stage.worlds.person(world, 'ward-police');

  it('refuses beyond the limit of an hour, says when to come back, and tells the supervisors once', async () => {
    const by = await officer();
    for (let i = 0; i < LIMITS.searchesPerHour; i += 1) await stage.find(by, { name: 'Không Có Ai' });
    const refused = await stage.search(by, { name: 'Không Có Ai' });
    expect([refused.status, refused.headers['content-type']]).toEqual([429, 'application/problem+json; charset=utf-8']);
    expect(refused.body).toMatchObject({ code: 'search-limit-reached' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3_500);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(3_600);
    expect((await stage.search(by, { name: 'Không Có Ai' })).status).toBe(429);
    expect(await notices(supervisor, by)).toEqual([
      expect.objectContaining({ kind: 'searches-per-hour', count: 20, acknowledgedAt: null }),
    ]);
    const actions = (await auditOf(stage, by)).map((entry) => (entry as { action: string }).action);
    expect(actions.filter((action) => action === 'person.search')).toHaveLength(20);
    expect(actions.filter((action) => action === 'person.search-refused')).toHaveLength(2);
    // Somebody else is not kept waiting.
    expect((await stage.search(await officer(), { name: 'Không Có Ai' })).status).toBe(200);
  });

  it('lets nobody past the limit by asking many times at once', async () => {
    const by = await officer();
    const answers = await Promise.all(
      Array.from({ length: LIMITS.searchesPerHour + 8 }, () => stage.search(by, { name: 'Không Có Ai' })),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array<number>(20).fill(200), ...Array<number>(8).fill(429)]);
  });

  it('counts the rows that were shown, pages too', async () => {
    const by = await officer();
    for (let i = 0; i < 30; i += 1)
      await stage.declare(world, { fullName: 'Tạ Thị Nhiều Người', birthDate: `${1980 + (i % 3)}-01-01` });
    const criteria = { name: 'Tạ Thị Nhiều Người' };
    const first = await stage.find(by, criteria);
    const second = await stage.find(by, { ...criteria, cursor: first.next });
    expect([first.persons.length, second.persons.length]).toEqual([20, 10]);
    expect((await stage.search(by, criteria)).body).toMatchObject({ code: 'search-limit-reached' });
    expect((await stage.search(by, { ...criteria, cursor: first.next })).status).toBe(429);
    expect(await notices(supervisor, by)).toEqual([expect.objectContaining({ kind: 'rows-per-day', count: 30 })]);
  });

  it('notices who walks along the numbers, and who looks for numbers that nobody has', async () => {
    const walker = await officer();
    const start = 700_000;
    for (let i = 0; i < 4; i += 1) await stage.find(walker, { documentNumber: `049190${start + i}` });
    expect((await notices(supervisor, walker)).map(({ kind, count }) => [kind, count])).toEqual([
      ['numbers-in-sequence', 3],
    ]);
    const guesser = await officer();
    for (let i = 0; i < 15; i += 1) await stage.find(guesser, { phone: `09050${10_000 + i * 137}` });
    expect((await notices(supervisor, guesser)).map(({ kind }) => kind)).toEqual(['numbers-without-hits']);
    const honest = await officer();
    const numbers = [nextPersonalNumber(), nextPersonalNumber()];
    for (const number of numbers) {
      await stage.declare(world, { document: { type: 1, number } });
      await stage.find(honest, { documentNumber: number });
      await stage.find(honest, { documentNumber: number });
    }
    expect(await notices(supervisor, honest)).toEqual([]);
  });

  it('shows who searched when, why and by what kind of criteria, never the values; of own officers only', async () => {
    const by = await officer();
    const { guestNumber } = await stage.worlds.create('w20410');
    await stage.find(by, { documentNumber: guestNumber, birthYear: 1990 });
    stage.api.clock.advance(1_000);
    await stage.find(by, { name: 'Trần Thị Bình', birthYear: 1991 });
    const id = await accountOf(by);
    const list = async (who: Browser, query = ''): Promise<Supervised> =>
      (await who.send('get', `${PATH}/searches?officerId=${id}${query}`)).body as Supervised;
    const { searches, next } = await list(supervisor, '&limit=1');
    expect(searches).toEqual([
      expect.objectContaining({
        officerId: id,
        officerName: expect.stringContaining('Người Thử Nghiệm') as string,
        page: 1,
        purpose: 'tim-nguoi',
        caseNumber: 'VV-2026/1',
        criteria: ['name', 'birthYear'],
        rowsShown: 0,
      }),
    ]);
    const rest = await list(supervisor, `&limit=1&cursor=${next}`);
    expect(rest).toMatchObject({ searches: [{ criteria: ['documentNumber', 'birthYear'], rowsShown: 1 }], next: null });
    expect(JSON.stringify([searches, rest])).not.toContain(guestNumber);
    expect(await list(elsewhere)).toEqual({ searches: [], next: null });
    const province = await stage.worlds.person(world, 'police-supervisor');
    expect((await list(province)).searches).toHaveLength(2);
    expect((await by.send('get', `${PATH}/searches`)).status).toBe(403);
    expect((await supervisor.send('get', `${PATH}/searches?cursor=x`)).body).toMatchObject({ code: 'cursor-invalid' });
  });

  it('keeps the officers of a wider unit from the supervisor of a narrower one', async () => {
    const wide = await stage.worlds.person(world, 'provincial-police');
    await stage.find(wide, { name: 'Không Có Ai' });
    const id = await accountOf(wide);
    const seen = async (who: Browser) =>
      ((await who.send('get', `${PATH}/searches?officerId=${id}`)).body as Supervised).searches.length;
    expect(await seen(supervisor)).toBe(0);
    expect(await seen(await stage.worlds.person(world, 'police-supervisor'))).toBe(1);
  });

  it('is acknowledged by a supervisor of the officer, never by the officer', async () => {
    const self = await stage.worlds.supervisor('w20410');
    for (let i = 0; i <= LIMITS.searchesPerHour; i += 1) await stage.search(self, { name: 'Không Có Ai' });
    const [notice] = await notices(supervisor, self);
    const acknowledge = async (by: Browser) =>
      (await by.send('post', `${PATH}/notices/${notice?.noticeId}/acknowledge`)).status;
    expect([await acknowledge(self), await acknowledge(elsewhere), await acknowledge(supervisor)]).toEqual([
      404, 404, 204,
    ]);
    expect(await notices(supervisor, self)).toEqual([]);
    expect((await notices(supervisor, self, 'all'))[0]?.acknowledgedAt).toEqual(expect.any(String));
    expect(await acknowledge(supervisor)).toBe(204);
  });
});
