import type { Role, Scope } from '@luutru/access';
import { ConfigError } from '@luutru/platform';
import { AuthorityDatabase } from '../../libs/authority/src/authority-database';
import { type BuiltFacility } from '../support/builders';
import { insertStays, times } from '../support/masked-stays';
import { Browser, NEW_PASSWORD, People } from '../support/people';
import { policyContent } from '../support/route-cases.authority';
import { createTestApi, type TestApi } from '../support/test-api';

const HERE = 'w20410';
const THERE = 'w20413';
const DAY = '2026-11-20';

interface Rows {
  readonly form: string;
  readonly version: number;
  readonly columns: { column: string; masking: string }[];
  readonly rows: Record<string, unknown>[];
  readonly next: string | null;
  readonly from: string;
  readonly to: string;
}
interface Problem {
  readonly code: string;
  readonly errors?: { code: string; pointer: string }[];
}

describe('authorities', () => {
  let api: TestApi;
  let people: People;
  let hotel: BuiltFacility;
  let zone: BuiltFacility;
  let tourism: Browser;
  let tourismId: string;

  const person = async (role: Role, scope: Scope = { kind: 'unit', id: 'p48' }) => people.signedIn(role, scope);

  beforeAll(async () => {
    api = await createTestApi();
    people = new People(api.app, api.clock);
    await api.build.rows(
      `INSERT INTO industrial_zone VALUES ('KCN-1', 'KCN Điện Nam', 'p48'), ('KCN-2', 'KCN Xa', 'p48')`,
    );
    hotel = await api.build.facility({ wardId: HERE, name: '=1+1 Khách sạn, "Sông Hoài"' });
    const there = await api.build.facility({ wardId: THERE });
    const hospital = await api.build.facility({ wardId: HERE, kind: 'co-so-kham-chua-benh', departments: ['NOI'] });
    zone = await api.build.facility({ wardId: HERE, kind: 'nha-o-kcn', industrialZoneId: 'KCN-1' });
    const far = await api.build.facility({ wardId: HERE, kind: 'nha-o-kcn', industrialZoneId: 'KCN-2' });
    await insertStays(api.build, [
      ...times(12, { facility: hotel, arrivedOn: DAY }),
      ...times(8, { facility: hotel, arrivedOn: '2026-11-18', nationality: 'KOR', origin: undefined }),
      ...times(6, { facility: there, arrivedOn: DAY }),
      ...times(23, { facility: hospital, kind: 'patient', department: 'NOI', arrivedOn: DAY }),
      ...times(11, { facility: hospital, kind: 'relative', department: 'NOI', arrivedOn: '2026-10-05' }),
      ...times(7, { facility: zone, kind: 'tenant', employer: ' Cty Đồng ', nights: 60 }),
      ...times(4, { facility: zone, kind: 'tenant', employer: 'Cty It', nights: 60 }),
      ...times(6, { facility: zone, kind: 'tenant', employer: 'Cty Ghi', nights: 60, registeredOn: DAY }),
      ...times(5, {
        facility: zone,
        kind: 'tenant',
        employer: 'Cty Ghi',
        nights: 60,
        nationality: 'KOR',
        origin: undefined,
      }),
      ...times(9, { facility: far, kind: 'tenant', employer: 'Cty Xa', nights: 60 }),
    ]);
    const signedIn = await person('tourism-analyst');
    tourism = signedIn.browser;
    tourismId = signedIn.accountId;
  });
  afterAll(() => api.close());

  const get = (browser: Browser, query: string) => browser.send('get', `/v1/authority/${query}`);
  const read = async (browser: Browser, query: string): Promise<Rows> => {
    const answer = await get(browser, query);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body as Rows;
  };
  const faults = async (browser: Browser, query: string): Promise<string[]> => {
    const answer = await get(browser, query);
    const { code, errors = [] } = answer.body as Problem;
    return [`${answer.status} ${code}`, ...errors.map((error) => `${error.pointer} ${error.code}`)];
  };
  const everything = async (browser: Browser, query: string): Promise<{ pages: number; rows: Rows['rows'] }> => {
    const rows: Rows['rows'] = [];
    let cursor: string | null = '';
    for (let pages = 0; ; pages += 1) {
      if (cursor === null) return { pages, rows };
      const page: Rows = await read(browser, `${query}${cursor && `&cursor=${cursor}`}`);
      rows.push(...page.rows);
      cursor = page.next;
    }
  };

  describe('reading', () => {
    it('shows the columns of the policy and nothing else', async () => {
      const page = await read(tourism, 'stays?purpose=thong-ke');
      expect(page).toMatchObject({ policy: 'tourism-analyst', version: 1, form: 'rows', cellSize: 5 });
      expect(page.columns.map(({ column, masking }) => `${column}:${masking}`)).toEqual([
        ...['arrivedOn:day', 'facilityKind:plain', 'stars:plain', 'ward:plain', 'stayKind:plain', 'nationality:plain'],
        ...['origin:province', 'nights:plain', 'reason:plain', 'birth:age-band'],
      ]);
      expect(page.rows).toHaveLength(26);
      for (const row of page.rows) expect(Object.keys(row)).toEqual(page.columns.map(({ column }) => column));
      expect(page.rows.at(-1)).toEqual({
        arrivedOn: '2026-11-18',
        facilityKind: 'khach-san',
        stars: null,
        ward: HERE,
        stayKind: 'guest',
        nationality: 'KOR',
        origin: 'p48',
        nights: 2,
        reason: 1,
        birth: 1990,
      });
    });

    it('pages through everything once, newest day first, also while stays are declared', async () => {
      const all = await everything(tourism, 'stays?purpose=thong-ke&limit=5');
      expect([all.pages, all.rows.length]).toEqual([6, 26]);
      expect(all.rows.map(({ arrivedOn }) => arrivedOn)).toEqual([
        ...Array<string>(18).fill(DAY),
        ...Array<string>(8).fill('2026-11-18'),
      ]);
      const first = await read(tourism, 'stays?purpose=thong-ke&limit=20');
      await insertStays(api.build, times(3, { facility: hotel, arrivedOn: '2026-11-22' }));
      const second = await read(tourism, `stays?purpose=thong-ke&limit=20&cursor=${first.next}`);
      expect([second.rows.length, second.next]).toEqual([6, null]);
      await api.build.rows(`DELETE FROM stay WHERE arrived_on = '2026-11-22'`);
    });

    it('gives a cursor to one reader, for one list and one version of the policy', async () => {
      const { next } = await read(tourism, 'stays?purpose=thong-ke&limit=5');
      const other = (await person('tourism-analyst')).browser;
      expect(await faults(other, `stays?purpose=thong-ke&limit=5&cursor=${next}`)).toEqual(['400 cursor-invalid']);
      expect(await faults(tourism, `stays?purpose=bao-cao&cursor=${next}`)).toEqual(['400 cursor-invalid']);
      expect(await faults(tourism, `stays?purpose=thong-ke&ward=${HERE}&cursor=${next}`)).toEqual([
        '400 cursor-invalid',
      ]);
      const [text = '', signature = ''] = next?.split('.') ?? [];
      const forged = Buffer.from(JSON.stringify([DAY, 'f'])).toString('base64url');
      for (const bad of [`${forged}.${signature}`, text, '..', 'x']) {
        expect(await faults(tourism, `stays?purpose=thong-ke&limit=5&cursor=${bad}`)).toEqual(['400 cursor-invalid']);
      }
    });

    it('needs a purpose that the policy allows', async () => {
      expect(await faults(tourism, 'stays')).toEqual(['422 validation-failed', '/purpose field-required']);
      expect(await faults(tourism, 'stays?purpose=kiem-tra')).toEqual([
        '422 validation-failed',
        '/purpose authority-purpose-closed',
      ]);
      expect(await faults(tourism, 'stays?purpose=to-mo')).toEqual([
        '422 validation-failed',
        '/purpose value-not-allowed',
      ]);
    });

    it('narrows by what is shown only', async () => {
      expect((await read(tourism, `stays?purpose=thong-ke&ward=${THERE}`)).rows).toHaveLength(6);
      expect((await read(tourism, 'stays?purpose=thong-ke&nationality=KOR')).rows).toHaveLength(8);
      expect((await read(tourism, `stays?purpose=thong-ke&from=${DAY}&to=${DAY}`)).rows).toHaveLength(18);
      expect((await read(tourism, 'stays?purpose=thong-ke&facilityKind=co-so-kham-chua-benh')).rows).toEqual([]);
      expect(
        await faults(tourism, 'stays?purpose=thong-ke&department=NOI&zone=KCN-1&to=2026-01-01&from=2026-02-01'),
      ).toEqual([
        '422 validation-failed',
        '/to authority-period-reversed',
        '/department authority-filter-closed',
        '/zone authority-filter-closed',
      ]);
      expect(await faults(tourism, 'stays?purpose=thong-ke&from=2026-01-01&to=2026-11-01')).toEqual([
        '422 validation-failed',
        '/from authority-period-too-long',
      ]);
      expect(await faults(tourism, 'stays?purpose=thong-ke&room=203')).toEqual([
        '422 validation-failed',
        '/room field-unknown',
      ]);
    });

    it('stays within the area of the grant', async () => {
      const { browser } = await person('tourism-analyst', { kind: 'unit', id: THERE });
      expect((await read(browser, 'stays?purpose=thong-ke')).rows).toHaveLength(6);
      expect((await read(browser, `stays?purpose=thong-ke&ward=${HERE}`)).rows).toEqual([]);
    });

    it('counts patients by month, rounded down, and never shows them one by one', async () => {
      const { browser } = await person('health-analyst');
      const { form, rows, from, to } = await read(browser, 'stays?purpose=thong-ke');
      expect([form, from, to]).toEqual(['counts', '2026-10-01', '2026-11-01']);
      const cell = { ward: HERE, department: 'NOI', nights: '2-3', origin: 'p48' };
      expect(rows).toEqual([
        { arrivedOn: '2026-11-01', stayKind: 'patient', ...cell, count: 20 },
        { arrivedOn: '2026-10-01', stayKind: 'relative', ...cell, count: 10 },
      ]);
      const paged = await everything(browser, 'stays?purpose=thong-ke&limit=1');
      expect(paged).toEqual({ pages: 2, rows });
      expect((await read(browser, 'stays?purpose=thong-ke&stayKind=relative')).rows).toEqual([rows[1]]);
      expect((await read(browser, 'stays?purpose=thong-ke&department=TIM')).rows).toEqual([]);
    });

    it('counts the workers of its own zone, and names no employer of few', async () => {
      const { browser } = await person('zone-analyst', { kind: 'zone', id: 'KCN-1' });
      const { rows } = await read(browser, 'stays?purpose=thong-ke');
      const cell = { arrivedOn: '2026-11-01', zone: 'KCN-1', origin: 'p48', nights: '30+', nationality: false };
      // Thirty days without temporary residence: not who has registered it, nor foreigners.
      expect(rows).toEqual(
        expect.arrayContaining([
          { ...cell, employer: 'CTY ĐỒNG', longStay: true, count: 5 },
          { ...cell, employer: 'CTY GHI', longStay: false, count: 5 },
          { ...cell, employer: 'CTY GHI', nationality: true, longStay: false, count: 5 },
        ]),
      );
      expect(rows).toHaveLength(3);
    });

    it('gives leaders no rows of anything', async () => {
      const { browser } = await person('provincial-leader');
      for (const resource of ['stays', 'facilities', 'trips']) {
        expect(await faults(browser, `${resource}?purpose=thong-ke`)).toEqual(['403 permission-missing']);
      }
      const { policies } = (await get(browser, 'policies')).body as { policies: { policyId: string; columns: [] }[] };
      expect(policies.map(({ policyId, columns }) => [policyId, columns])).toEqual([['provincial-leader', []]]);
    });

    it('keeps the policies of somebody with two roles apart', async () => {
      const { accountId, username, password } = await people.account(
        { role: 'tourism-analyst', scope: { kind: 'unit', id: THERE }, expiresAt: null },
        { role: 'health-analyst', scope: { kind: 'unit', id: HERE }, expiresAt: null },
      );
      const { browser } = await signIn(username, password);
      expect(accountId).not.toBe('');
      expect(await faults(browser, 'stays?purpose=thong-ke')).toEqual([
        '422 validation-failed',
        '/policy authority-policy-ambiguous',
      ]);
      const asTourism = await read(browser, 'stays?purpose=thong-ke&policy=tourism-analyst');
      expect(new Set(asTourism.rows.map(({ ward }) => ward))).toEqual(new Set([THERE]));
      const asHealth = await read(browser, 'stays?purpose=thong-ke&policy=health-analyst');
      expect(asHealth.form).toBe('counts');
      expect(await faults(browser, 'stays?purpose=thong-ke&policy=zone-analyst')).toEqual([
        '403 authority-resource-closed',
      ]);
    });
  });

  describe('a file', () => {
    it('holds the same rows in words, and nothing that a spreadsheet would run', async () => {
      const answer = await get(tourism, 'facilities?purpose=bao-cao&format=csv');
      expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(answer.headers['content-disposition']).toBe('attachment; filename="co-so-2026-11-23.csv"');
      expect(answer.text.split('\r\n')).toEqual([
        '\uFEFFTên cơ sở,Loại cơ sở,Hạng sao,"Phường, xã",Tình trạng,Số phòng,Số giường',
        `"'=1+1 Khách sạn, ""Sông Hoài""",Khách sạn,,Phường Hội An,Đang hoạt động,0,0`,
        'Khách sạn Thử Nghiệm,Khách sạn,,Phường Hội An Đông,Đang hoạt động,0,0',
        '',
      ]);
      const stays = (await get(tourism, 'stays?purpose=bao-cao&format=csv&language=en')).text.trimEnd().split('\r\n');
      expect(stays).toHaveLength(27);
      expect(stays[0]).toBe(
        '\uFEFFArrived on,Kind of facility,Stars,Ward,Kind of stay,Nationality,Province of origin,Nights,Reason,Born',
      );
    });

    it('is refused where the policy gives no right to it, before a byte of it', async () => {
      const version = await change('transport-analyst', policyContent());
      const { browser } = await person('transport-analyst');
      expect(await faults(browser, 'trips?purpose=thong-ke&format=csv')).toEqual(['403 authority-export-closed']);
      expect((await read(browser, 'trips?purpose=thong-ke')).version).toBe(version);
    });
  });

  it('notes every page in the audit trail, with who, what for, under which version and how many; no person is looked at', async () => {
    await api.build.rows('DELETE FROM look');
    const since = new Date();
    api.clock.advance(1_000);
    await read(tourism, `stays?purpose=bao-cao&ward=${HERE}&limit=10`);
    await get(tourism, 'facilities?purpose=bao-cao&format=csv');
    expect(since).toBeInstanceOf(Date);
    const entries = await api.build.rows<object>(
      `SELECT action, purpose, row_count, subject_id, detail FROM audit_entry
       WHERE actor_id = $1 AND subject_kind = 'authority-policy' AND at = $2 ORDER BY action DESC`,
      [tourismId, api.clock.now()],
    );
    const detail = { policy: 'tourism-analyst', version: 1, page: 'first' };
    expect(entries).toEqual([
      {
        ...{ action: 'authority.read', purpose: 'bao-cao', row_count: 10, subject_id: null },
        detail: { ...detail, resource: 'stays', from: '2026-10-24', to: '2026-11-23', filters: [`ward=${HERE}`] },
      },
      {
        ...{ action: 'authority.export', purpose: 'bao-cao', row_count: 2, subject_id: null },
        detail: { ...detail, resource: 'facilities', filters: [] },
      },
    ]);
    expect(await api.build.rows('SELECT FROM look')).toEqual([]);
  });

  it('is closed while the audit trail goes unsealed', async () => {
    await api.build.rows(`UPDATE audit_sealer SET checked_at = '-infinity'`);
    api.clock.advance(2_000);
    expect(await faults(tourism, 'stays?purpose=thong-ke')).toEqual(['503 audit-seal-stale']);
    await api.build.rows(`UPDATE audit_sealer SET checked_at = 'infinity'`);
    api.clock.advance(2_000);
    expect((await get(tourism, 'stays?purpose=thong-ke')).status).toBe(200);
  });

  it('does not start when the authorities would be served by any other role', async () => {
    for (const role of ['luutru_app', 'luutru_worker', 'postgres'] as const) {
      const open = AuthorityDatabase.open({ url: api.database.urlFor(role), poolSize: 1 });
      await expect(open).rejects.toThrow(ConfigError);
    }
  });

  describe('a policy', () => {
    const tourismPolicy = {
      nameVi: 'Du lịch',
      nameEn: 'Tourism',
      legalBasis: 'Luật Du lịch 09/2017/QH14',
      facilityKinds: ['khach-san'],
      areaUnitIds: [THERE],
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
    const propose = async (browser: Browser, body: object) =>
      browser.send('post', '/v1/authority-policies/tourism-analyst/proposals', body);
    const decide = (browser: Browser, proposalId: string, action: string) =>
      browser.send('post', `/v1/authority-policy-proposals/${proposalId}/${action}`);

    it('changes when a second administrator approves, at once, and every version stays readable', async () => {
      const [one, two] = [await administrator(), await administrator()];
      const before = await read(tourism, 'stays?purpose=thong-ke&limit=5');
      const sent = await propose(one.browser, tourismPolicy);
      expect(sent.status).toBe(201);
      const { proposalId } = sent.body as { proposalId: string };
      expect((await read(tourism, 'stays?purpose=thong-ke')).version).toBe(1);
      const own = await decide(one.browser, proposalId, 'approve');
      expect([own.status, (own.body as Problem).code]).toEqual([403, 'authority-own-proposal']);
      expect(((await decide(one.browser, proposalId, 'refuse')).body as Problem).code).toBe('authority-own-proposal');
      expect((await decide(two.browser, proposalId, 'cancel')).status).toBe(404);
      const shown = await two.browser.send('get', `/v1/authority-policy-proposals/${proposalId}`);
      expect(shown.body).toMatchObject({
        proposed: tourismPolicy,
        present: { version: 1 },
        proposal: { state: 'open' },
      });
      const approved = await decide(two.browser, proposalId, 'approve');
      expect([approved.status, approved.body]).toEqual([200, { policyId: 'tourism-analyst', version: 2 }]);
      expect(((await decide(two.browser, proposalId, 'approve')).body as Problem).code).toBe(
        'authority-proposal-decided',
      );

      const after = await read(tourism, 'stays?purpose=thong-ke');
      expect([after.version, after.rows]).toEqual([2, Array(6).fill({ arrivedOn: DAY, nationality: false })]);
      expect(await faults(tourism, `stays?purpose=thong-ke&limit=5&cursor=${before.next}`)).toEqual([
        '400 cursor-invalid',
      ]);
      expect(await faults(tourism, 'stays?purpose=thong-ke&nationality=KOR')).toEqual([
        '422 validation-failed',
        '/nationality authority-filter-closed',
      ]);
      expect(await faults(tourism, 'facilities?purpose=thong-ke')).toEqual(['403 authority-resource-closed']);
      expect(await faults(tourism, 'stays?purpose=thong-ke&format=csv')).toEqual(['403 authority-export-closed']);

      const { versions } = (await one.browser.send('get', '/v1/authority-policies/tourism-analyst/versions')).body as {
        versions: { version: number; proposedBy: string; approvedBy: string }[];
      };
      expect(versions.map((version) => [version.version, version.proposedBy, version.approvedBy])).toEqual([
        [2, one.accountId, two.accountId],
        [1, 'system', 'system'],
      ]);
      const trail = await api.build.rows<{ action: string; actor: string }>(
        `SELECT action, actor_id AS actor FROM audit_entry WHERE subject_id = $1 ORDER BY action DESC`,
        [proposalId],
      );
      expect(trail).toEqual([
        { action: 'authority-policy.propose', actor: one.accountId },
        { action: 'authority-policy.approve', actor: two.accountId },
      ]);
    });

    it('cannot be approved by its proposer in the database either, nor be changed', async () => {
      const { browser, accountId } = await administrator();
      const { proposalId } = (await propose(browser, tourismPolicy)).body as { proposalId: string };
      const asApp = (sql: string) => api.build.sql((client) => client.query(`SET ROLE luutru_app; ${sql}`));
      await expect(
        asApp(`UPDATE authority_policy_proposal SET state = 'approved', decided_by = '${accountId}', decided_at = now()
               WHERE proposal_id = '${proposalId}'`),
      ).rejects.toThrow('authority_policy_four_eyes');
      await expect(asApp('UPDATE authority_policy SET fields = fields')).rejects.toThrow('permission denied');
      await expect(
        asApp(`INSERT INTO authority_policy SELECT policy_id, 99, name_vi, name_en, legal_basis, facility_kinds, area_unit_ids,
                 area_zone_ids, stay_kinds, stays_form, fields, purposes, exports, cell_size, at, 'x', 'x', '${proposalId}'
               FROM authority_policy WHERE policy_id = 'health-analyst' AND version = 1`),
      ).rejects.toThrow('violates check constraint');
      await decide(browser, proposalId, 'cancel');
    });

    it('is outdated once another was approved before it', async () => {
      const [one, two] = [await administrator(), await administrator()];
      const [first, second] = await Promise.all([
        propose(one.browser, tourismPolicy),
        propose(one.browser, tourismPolicy),
      ]);
      const ids = [first, second].map(({ body }) => (body as { proposalId: string }).proposalId);
      const decided = await Promise.all(ids.map((id) => decide(two.browser, id, 'approve')));
      expect(decided.map(({ status }) => status).sort()).toEqual([200, 409]);
      const late = ids[decided.findIndex(({ status }) => status === 409)] ?? '';
      expect(((await decide(two.browser, late, 'approve')).body as Problem).code).toBe('authority-proposal-outdated');
      expect((await decide(two.browser, late, 'refuse')).status).toBe(204);
    });

    it('is refused field by field when it asks for what no policy may open', async () => {
      const { browser } = await administrator();
      const asked = await propose(browser, {
        ...tourismPolicy,
        facilityKinds: ['khach-san', 'co-so-kham-chua-benh', 'lau-dai'],
        areaUnitIds: ['w0'],
        stayKinds: ['guest', 'patient'],
        columns: [
          ...tourismPolicy.columns,
          { resource: 'stays', column: 'fullName', masking: 'initial' },
          { resource: 'stays', column: 'room', masking: 'plain' },
          { resource: 'stays', column: 'birth', masking: 'day' },
          { resource: 'trips', column: 'route', masking: 'plain' },
        ],
        purposes: ['to-mo'],
        cellSize: 4,
      });
      expect(asked.status).toBe(422);
      expect((asked.body as Problem).errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
        '/columns/2/column authority-column-closed',
        '/columns/3/column authority-column-closed',
        '/columns/4/masking authority-masking-unknown',
        '/columns/5/resource authority-resource-not-of-role',
        '/stayKinds/1 authority-stay-kind-closed',
        '/staysForm authority-rows-of-patients',
        '/facilityKinds/1 authority-kind-not-of-role',
        '/facilityKinds/2 authority-kind-not-of-role',
        '/purposes/0 authority-purpose-unknown',
        '/cellSize authority-cell-too-small',
        '/facilityKinds/2 authority-code-unknown',
        '/areaUnitIds/0 authority-code-unknown',
      ]);
      expect((await propose(browser, {})).status).toBe(422);
      const nobody = await browser.send('post', '/v1/authority-policies/ward-police/proposals', tourismPolicy);
      expect(nobody.status).toBe(404);
    });
  });

  async function signIn(username: string, password: string): Promise<{ browser: Browser }> {
    const browser = new Browser(api.app);
    await browser.step('/v1/sign-in', { username, password });
    await browser.step('/v1/session/password', { currentPassword: password, newPassword: NEW_PASSWORD });
    return { browser };
  }

  const administrator = () => people.signedIn('system-administrator');

  async function change(policyId: string, content: object): Promise<number> {
    const [one, two] = [await administrator(), await administrator()];
    const sent = await one.browser.send('post', `/v1/authority-policies/${policyId}/proposals`, content);
    const { proposalId } = sent.body as { proposalId: string };
    const approved = await two.browser.send('post', `/v1/authority-policy-proposals/${proposalId}/approve`);
    return (approved.body as { version: number }).version;
  }
});
