import { type Role, ROLES } from '@luutru/access';
import { AUTHORITY_ROLES } from '@luutru/authority';
import { IdentityProvider } from '../support/identity-provider';
import { type Answered, ask } from '../support/opened-answer';
import type { Browser } from '../support/people';
import { type ReportWorker, reportWorker } from '../support/report-worker';
import { methodOf, ROUTE_CASES } from '../support/route-cases';
import { routeInventory } from '../support/route-inventory';
import { scheduledReports } from '../support/scheduled-reports';
import { SecretSearch } from '../support/secret-forms';
import { declareSecretPeople, MONTH, OF_SECTORS, PEOPLE } from '../support/secret-people';
import { countStatistics, makeEditions } from '../support/statistics';
import { figureRoutes, figuresIn, statisticsPaths, untrodden } from '../support/statistics-walk';
import { createTestApi, type TestApi } from '../support/test-api';
import { type World, Worlds } from '../support/world';

/** As they are, and as they are found where spaces are lost. */
const searchFor = (secrets: readonly string[]): SecretSearch =>
  new SecretSearch([...new Set(secrets.flatMap((secret) => [secret, secret.replaceAll(/\s/g, '')]))]);

/** What every table of places holds: a file in which it is found was read. */
const ward = searchFor(['Phường Hội An']);

describe('every byte that an authority can reach', () => {
  let api: TestApi;
  let provider: IdentityProvider;
  let worlds: Worlds;
  let world: World;
  let reports: ReportWorker;
  let never: SecretSearch;
  let routes: string[];

  beforeAll(async () => {
    provider = await IdentityProvider.start();
    api = await createTestApi({ nationalIdentity: provider.options });
    never = searchFor(await declareSecretPeople(api));
    worlds = new Worlds(api, provider);
    world = await worlds.create('w20413');
    await countStatistics(api);
    await countStatistics(api);
    await makeEditions(api);
    reports = await reportWorker(api);
    routes = routeInventory(api.app).map((one) => one.route);
  }, 120_000);
  afterAll(async () => {
    await reports.close();
    await api.close();
    await provider.close();
  });

  /** Rows of people and places: pages and files of everything, what is refused, and what is wrong. */
  async function* rows(browser: Browser): AsyncGenerator<Answered> {
    const wrong = ['limit=0', 'cursor=x', 'from=x', 'room=1', 'ward=w0', 'format=pdf', 'policy=x', 'purpose=x'];
    const periods = ['to=2020-01-01', `from=${MONTH}-01&to=${MONTH}-31`];
    const own = AUTHORITY_ROLES.map((policy) => `policy=${policy}`);
    for (const resource of ['stays', 'facilities', 'trips']) {
      const base = `/v1/authority/${resource}?purpose=thong-ke`;
      for (const language of ['vi', 'en']) {
        for (const format of ['json', 'csv'])
          yield ask(browser, 'get', `${base}&format=${format}&language=${language}`);
      }
      let cursor: string | null = '';
      for (let pages = 0; cursor !== null && pages < 50; pages += 1) {
        const page: Answered = await ask(browser, 'get', `${base}&limit=3${cursor && `&cursor=${cursor}`}`);
        yield page;
        cursor = (JSON.parse(page.text) as { next?: string | null }).next ?? null;
        // What stands in a cursor counts as well.
        if (cursor !== null)
          yield { asked: 'cursor', status: 200, text: Buffer.from(cursor, 'base64url').toString(), headers: {} };
      }
      for (const more of [...wrong, ...periods, ...own]) yield ask(browser, 'get', `${base}&${more}`);
    }
  }

  /** All ways in which a role may ask. */
  async function* answers(role: Role, browser: Browser): AsyncGenerator<Answered> {
    yield* rows(browser);
    for (const path of statisticsPaths(MONTH)) yield ask(browser, 'get', path);
    await worlds.removeSubscriptions();
    yield* scheduledReports(api, reports, browser);
    // Every other route with a request that would succeed for somebody, whether or not this role may make it.
    for (const one of ROUTE_CASES) {
      const { path, body, key } = await one.request(world, worlds);
      yield ask(browser, methodOf(one), path, body, key);
    }
    for (const path of ['/v1/session', '/v1/authority/policies', '/v1/reference/code-tables/facility-kind'])
      yield ask(browser, 'get', path);
    expect(ROLES[role].permissions).not.toContain('stay.inspect');
  }

  it('would find what is hidden in another form', () => {
    const [, name, number] = PEOPLE[0];
    const line = `{"a":"${name}","n":"${number}"}`;
    const hidden = [
      line,
      line.normalize('NFD'),
      line.toUpperCase(),
      encodeURIComponent(line),
      Buffer.from(`x${line}`).toString('base64'),
      Buffer.from(line).toString('hex'),
      JSON.stringify(line).replace(/[^\0-~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ];
    for (const text of hidden) expect(never.in(text)).toEqual(expect.arrayContaining([name, number]));
    expect(never.in('Khách sạn Mở Cửa, Phường Hội An, 2026-11-23')).toEqual([]);
  });

  it('knows of every route of figures and of what authorities read', () => {
    const wanted = figureRoutes(routes);
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted).toEqual(expect.arrayContaining(['GET /v1/statistics/figures', 'GET /v1/authority/stays']));
    expect(untrodden(wanted, ['GET /v1/statistics/now?by=ward'])).toHaveLength(wanted.length - 1);
  });

  it.each(AUTHORITY_ROLES)(
    '%s: no name, number, phone, address line, room, note or id, in no answer, file or refusal',
    async (role) => {
      const browser = await worlds.person(world, role);
      const own = OF_SECTORS[role] ?? [];
      const others = searchFor(
        Object.values(OF_SECTORS)
          .flat()
          .filter((secret) => !own.includes(secret)),
      );
      const seen = new Set<string>();
      const found: unknown[] = [];
      const asked = new Set<string>();
      const figures = new Set<string>();
      const files = new Set<string>();
      let shown = 0;
      for await (const answer of answers(role, browser)) {
        asked.add(answer.asked);
        const bytes = `${JSON.stringify(answer.headers)}\n${answer.text}`;
        const leaked = [...never.in(bytes), ...others.in(bytes)];
        if (leaked.length > 0) found.push([answer.asked, answer.status, leaked]);
        // No moment finer than a day in any row.
        if (answer.asked.startsWith('GET /v1/authority/') && /purpose/.test(answer.asked) && answer.status === 200) {
          shown += 1;
          if (/\d{2}:\d{2}/.test(answer.text)) found.push([answer.asked, 'a time of day']);
        }
        for (const one of figuresIn(answer)) figures.add(one);
        const file = /^(GET|MAIL) .*[.=](csv|xlsx|pdf)\b/.exec(answer.asked);
        if (file && ward.in(answer.text).length > 0) files.add(`${file[1]} ${file[2]}`);
        for (const secret of own) if (bytes.toUpperCase().includes(secret.toUpperCase())) seen.add(secret);
      }
      expect(found).toEqual([]);
      expect(untrodden(figureRoutes(routes), asked)).toEqual([]);
      // That the walk could have found something: the authority does see what is its own, figures that are shown and files.
      expect([...seen].sort()).toEqual([...own].sort());
      expect(shown > 0).toBe(role !== 'provincial-leader');
      expect([...figures]).toEqual(expect.arrayContaining(['arrivals', 'in-house', 'too-few-persons']));
      expect(figures.has('zone-workers')).toBe(['zone-analyst', 'provincial-leader'].includes(role));
      const wanted = ['GET', 'MAIL'].flatMap((way) => ['csv', 'pdf', 'xlsx'].map((format) => `${way} ${format}`));
      expect([...files].sort()).toEqual(wanted);
    },
    120_000,
  );
});
