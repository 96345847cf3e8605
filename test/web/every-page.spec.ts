import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toLocalIso } from '@luutru/calendar';
import type { Role, Scope } from '@luutru/access';
import { projectRoot } from '@luutru/platform';
import { nextPersonalNumber, NORTHBOUND } from '../support/builders';
import { reckon } from '../support/compliance';
import type { TestApi } from '../support/test-api';
import { WatchBuilder } from '../support/watch-lists';
import { axeViolations } from './support/axe';
import { type ConsoleSystem, createConsoleSystem } from './support/console-system';
import { declareGuest } from './support/seed';
import { until } from './support/until';
import { DESK, PHONE, Visitor } from './support/visitor';

const WARD = { kind: 'unit', id: 'w20410' } as const;
const PROVINCE = { kind: 'unit', id: 'p48' } as const;
const NONE = { kind: 'none', id: null } as const;
const CITIZEN = {
  personalNumber: nextPersonalNumber(),
  fullName: 'Trần Thị Bình',
  birthDate: '1990-08-15',
  sex: 'F',
  level: 2,
} as const;

const POLICY = {
  nameVi: 'Du lịch',
  nameEn: 'Tourism',
  legalBasis: 'Luật Du lịch 09/2017/QH14',
  facilityKinds: ['khach-san'],
  areaUnitIds: ['p48'],
  stayKinds: ['guest'],
  staysForm: 'rows',
  columns: [
    { resource: 'stays', column: 'arrivedOn', masking: 'day' },
    { resource: 'stays', column: 'nationality', masking: 'foreign' },
  ],
  purposes: ['thong-ke'],
  exports: false,
  cellSize: 5,
};

/** Who looks, and at which pages; `:name` is filled in. */
interface Walk {
  readonly who: 'everybody' | 'citizen' | Role;
  readonly at?: Scope | string;
  readonly pages: readonly string[];
}

const WALKS: readonly Walk[] = [
  {
    who: 'everybody',
    pages: [
      '/about',
      '/verify',
      '/status',
      '/developers',
      '/open-data',
      '/sign-in',
      '/guest#$deskToken',
      '/guest/kiosk#$deskToken',
    ],
  },
  {
    who: 'facility-owner',
    at: 'hotel',
    pages: [
      ...['/', '/check-in', '/rooms', '/stays', '/stays/$stayId', '/import', '/waiting', '/facility', '/staff'],
      ...['/connected-software', '/standing', '/corrections', '/exports', '/desk-code', '/no-such-page'],
    ],
  },
  { who: 'facility-clerk', at: 'hospital', pages: ['/patients', '/admit'] },
  { who: 'facility-clerk', at: 'operator', pages: ['/trips', '/trips/$tripId'] },
  { who: 'facility-clerk', at: 'house', pages: ['/tenants'] },
  {
    who: 'ward-police',
    at: WARD,
    pages: ['/search', '/search/person/$place', '/alerts', '/findings', '/break-glass', '/compliance', '/applications'],
  },
  {
    who: 'police-supervisor',
    at: PROVINCE,
    pages: [
      ...['/supervision', '/break-glass/reviews', '/compliance/wards', '/compliance/facilities/$facilityId'],
      ...['/compliance/notes', '/compliance/monthly-sheet'],
    ],
  },
  {
    who: 'watch-list-officer',
    at: PROVINCE,
    pages: ['/watch-lists', '/watch-lists/$listId', '/watch-list-proposals', '/watch-list-proposals/$watchProposalId'],
  },
  { who: 'tourism-analyst', at: PROVINCE, pages: ['/figures', '/authority', '/reports', '/wall'] },
  { who: 'provincial-leader', at: PROVINCE, pages: ['/unusual-days'] },
  {
    who: 'system-administrator',
    at: NONE,
    pages: [
      ...['/accounts', '/policies', '/policies/$policyId', '/policy-proposals/$proposalId', '/delivery'],
      ...['/delivery/dead-letters', '/outages', '/reference'],
    ],
  },
  { who: 'auditor', at: NONE, pages: ['/audit'] },
  {
    who: 'citizen',
    pages: ['/my-stays', '/my-stays/$ownStayId', '/my-stays/$ownStayId/receipt', '/my-looks', '/my-corrections'],
  },
];

/** The console's own list of its pages, from its source. */
function paths(): string[] {
  const features = join(projectRoot(), 'apps', 'web', 'src', 'features');
  return readdirSync(features, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('feature.ts'))
    .flatMap((file) => [...readFileSync(join(features, file), 'utf8').matchAll(/\bpath: '(\/[^']*)'/g)])
    .map(([, path]) => path ?? '');
}
const shapeOf = (path: string): string => path.replace(/#.*/, '').replace(/\$\w+/g, '$');

const READY = `document.querySelector('h1') !== null && document.querySelector('.appear-late') === null`;
/** Words that are names of texts which nobody has written; codes look like that too. */
const UNWRITTEN = `[...new Set([...document.querySelectorAll('body *:not(code, script, style)')]
  .flatMap(({ childNodes }) => [...childNodes])
  .flatMap(({ nodeType, data }) => (nodeType === 3 && data.match(/\\b[a-z][A-Za-z]+(?:\\.[a-z][A-Za-z]+)+\\b/g)) || []))]
  .filter((word) => !/\\.(csv|xlsx|xml|json|jsonl|pdf|vn|ts|js|test|example|demo)$/.test(word))`;
const TOO_WIDE = `document.documentElement.scrollWidth > innerWidth
  ? ['wider than ' + innerWidth + ': ' + document.documentElement.scrollWidth] : []`;

describe('every page of the console', () => {
  let stage: ConsoleSystem;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    stage = await createConsoleSystem({ citizens: [CITIZEN] });
    const { system, people } = stage;
    const { build } = system;
    const hotel = await build.facility({ name: 'Khách sạn Sông Hoài', rooms: ['101', '102'] });
    const hospital = await build.facility({ kind: 'co-so-kham-chua-benh', departments: ['NOI'] });
    const operator = await build.facility({ kind: 'nha-xe', vehicles: ['43B-012.34'], routes: [NORTHBOUND] });
    const house = await build.facility({ kind: 'nha-o-kcn', rooms: ['A1'] });
    Object.assign(ids, { hotel: hotel.facilityId, hospital: hospital.facilityId, operator: operator.facilityId });
    Object.assign(ids, {
      house: house.facilityId,
      facilityId: hotel.facilityId,
      policyId: 'tourism-analyst',
      place: '0',
    });
    const key = await build.apiKey([hotel]);
    ids.stayId = await declareGuest(system, key, nextPersonalNumber(), '101');
    ids.ownStayId = await declareGuest(system, key, CITIZEN.personalNumber, '102');
    const trip = { facilityId: operator.facilityId, externalRef: '1', plate: '43B-012.34', routeCode: 'DN-HN' };
    const departsAt = toLocalIso(new Date());
    ids.tripId = String(
      (await system.post('/v1/trips', await build.apiKey([operator]), { ...trip, departsAt })).body.tripId,
    );
    const watch = new WatchBuilder({ app: system.api, build, clock: { now: () => new Date() } as TestApi['clock'] });
    ids.listId = await watch.list();
    await watch.entry(ids.listId);
    ids.watchProposalId = await watch.proposal(ids.listId);
    await watch.alert(ids.stayId, 'open');
    // The worker does it each minute.
    await reckon({ database: system.database, clock: { now: () => new Date() } });
    const owner = await people.signedIn('facility-owner', { kind: 'facility', id: hotel.facilityId });
    const made = await owner.browser.send('post', `/v1/facilities/${hotel.facilityId}/desk-link`, {});
    ids.deskToken = (made.body as { url: string }).url.split('#')[1] ?? '';
    const administrator = await people.signedIn('system-administrator', NONE);
    const proposals = '/v1/authority-policies/tourism-analyst/proposals';
    const proposed = await administrator.browser.send('post', proposals, POLICY);
    expect([proposed.status, proposed.text]).toEqual([201, proposed.text]);
    ids.proposalId = String((proposed.body as { proposalId: string }).proposalId);
  }, 120_000);
  afterAll(() => stage.close());

  it('is looked at here', () => {
    const looked = WALKS.flatMap(({ pages }) => pages.map(shapeOf));
    expect(paths().filter((path) => !looked.includes(shapeOf(path)))).toEqual([]);
  });

  async function cookieOf({ who, at }: Walk): Promise<string | undefined> {
    if (who === 'everybody') return undefined;
    if (who === 'citizen') return (await stage.citizen(CITIZEN.personalNumber)).cookie;
    const scope: Scope = typeof at === 'string' ? { kind: 'facility', id: ids[at] ?? '' } : (at ?? NONE);
    return (await stage.people.signedIn(who, scope)).browser.cookie;
  }

  it.each(WALKS.map((walk) => [`${walk.who}${typeof walk.at === 'string' ? ` of ${walk.at}` : ''}`, walk] as const))(
    'is for %s one that all can use, in both languages, at a desk and on a phone',
    async (_name, walk) => {
      const cookie = await cookieOf(walk);
      const found: string[] = [];
      for (const [language, viewport] of [
        ['vi', PHONE],
        ['en', DESK],
      ] as const) {
        const visitor = await Visitor.arrive(stage.browser, stage.system.apiUrl, {
          language,
          viewport,
          ...(cookie !== undefined && { cookie }),
        });
        const { page } = visitor;
        // Dark on the phone, light at the desk.
        await page.emulateMedia({ colorScheme: viewport === PHONE ? 'dark' : 'light' });
        for (const path of walk.pages) {
          await visitor.go(path.replace(/\$(\w+)/g, (_, name: string) => ids[name] ?? 'missing'));
          const isReady = await until(page, READY).then(
            () => true,
            () => false,
          );
          if (!isReady) found.push(`${path} (${language}): does not come to an end`);
          const faults = await axeViolations(page);
          faults.push(...(await page.evaluate<string[]>(UNWRITTEN)), ...(await page.evaluate<string[]>(TOO_WIDE)));
          if ((await page.locator('html').getAttribute('lang')) !== language) faults.push('in another language');
          if ((await page.locator('h1').count()) !== 1) faults.push('not one title');
          if ((await page.getByText(/Mã tra cứu khi cần hỗ trợ|For the help desk/).count()) > 0)
            faults.push('shows an error');
          found.push(...[...faults, ...visitor.troubles.splice(0)].map((fault) => `${path} (${language}): ${fault}`));
        }
        await visitor.leave();
      }
      expect(found).toEqual([]);
    },
    120_000,
  );
});
