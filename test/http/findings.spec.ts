import { nextPersonalNumber } from '../support/builders';
import { IdentityProvider } from '../support/identity-provider';
import { keptIn } from '../support/legible';
import { Movements } from '../support/movements';
import type { Browser } from '../support/people';
import { createTestApi, type TestApi } from '../support/test-api';
import { type World, Worlds } from '../support/world';

interface Finding {
  findingId: string;
  kind: { code: string; vi: string };
  state: string;
  outside: boolean;
  stays: { stayId: string; facilityId: string }[];
}

const PURPOSE = { purpose: 'kiem-tra-luu-tru' };

describe('findings for the police', () => {
  let api: TestApi;
  let provider: IdentityProvider;
  let worlds: Worlds;
  let movements: Movements;
  let here: World;
  let there: World;
  let ours: Browser;
  let theirs: Browser;
  let province: Browser;
  beforeAll(async () => {
    provider = await IdentityProvider.start();
    api = await createTestApi({ nationalIdentity: provider.options });
    worlds = new Worlds(api, provider);
    movements = await Movements.open(api);
    here = await worlds.create('w20410');
    there = await worlds.create('w20413');
    ours = await worlds.person(here, 'ward-police');
    theirs = await worlds.person(there, 'ward-police');
    province = await worlds.person(here, 'provincial-police');
  });
  afterAll(async () => {
    await movements.close();
    await api.close();
    await provider.close();
  });
  beforeEach(() => api.build.rows('DELETE FROM movement_finding'));

  /** Somebody in both wards at once. */
  const contradiction = async (number = nextPersonalNumber()) => {
    api.clock.advance(1);
    const mine = await movements.stay(here, { number, document: { type: 1, number } });
    const other = await movements.stay(there, { number, document: { type: 1, number } });
    await movements.catchUp();
    return { mine, other, number };
  };
  const list = async (by: Browser, query = ''): Promise<{ findings: Finding[]; next: string | null }> => {
    const answer = await by.send('get', `/v1/police/findings${query}`);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body as { findings: Finding[]; next: string | null };
  };
  const only = async (by: Browser, query = ''): Promise<Finding> => {
    const { findings } = await list(by, query);
    if (findings.length !== 1 || !findings[0]) throw new Error(`${findings.length} findings`);
    return findings[0];
  };
  const send = (by: Browser, { findingId }: Pick<Finding, 'findingId'>, action: string, body: object) =>
    by.send('post', `/v1/police/findings/${findingId}/${action}`, body);
  const looksAt = (stayId: string) =>
    api.build.rows<{ looker: string }>('SELECT looker FROM look WHERE stay_id = $1 ORDER BY at', [stayId]);

  it('show each area its own part, and that there is another outside it, and name nobody', async () => {
    const { mine, other, number } = await contradiction();
    const [seen, foreign, whole] = [await only(ours), await only(theirs), await only(province)];
    expect(seen).toMatchObject({ kind: { code: 'two-places', vi: expect.any(String) as string }, outside: true });
    expect(seen.stays.map(({ stayId }) => stayId)).toEqual([mine]);
    expect(foreign.stays.map(({ stayId }) => stayId)).toEqual([other]);
    expect(whole.outside).toBe(false);
    expect(whole.stays.map(({ stayId }) => stayId).sort()).toEqual([mine, other].sort());
    const text = JSON.stringify([seen, foreign, whole]);
    expect([number, 'Trần', other].map((secret) => JSON.stringify(seen).includes(secret))).toEqual([
      false,
      false,
      false,
    ]);
    expect(text).not.toContain('Bình');
    expect(await looksAt(mine)).toEqual([]);
  });

  it('say who they are about only for a purpose, and only as far as the area goes; those are told', async () => {
    const { mine, other } = await contradiction();
    const finding = await only(ours);
    expect((await send(ours, finding, 'open', {})).status).toBe(422);
    expect((await send(ours, finding, 'open', { purpose: 'dieu-tra' })).status).toBe(422);
    expect(await looksAt(mine)).toEqual([]);
    const opened = await send(ours, finding, 'open', PURPOSE);
    expect(opened.body).toMatchObject({ people: [{ stayId: mine, person: { fullName: 'Trần Thị Bình' } }] });
    expect((opened.body as { people: unknown[] }).people).toHaveLength(1);
    expect([await looksAt(mine), await looksAt(other)]).toEqual([[{ looker: 'ward-police' }], []]);
    const [entry] = await api.build.rows<object>(
      `SELECT purpose, row_count AS "rowCount", subject_id AS "subjectId" FROM audit_entry WHERE action = 'finding.open' ORDER BY xact DESC LIMIT 1`,
    );
    expect(entry).toEqual({ purpose: PURPOSE.purpose, rowCount: 1, subjectId: finding.findingId });
    const nobody = await worlds.create('w20401');
    const stranger = await worlds.person(nobody, 'ward-police');
    expect((await send(stranger, finding, 'open', PURPOSE)).status).toBe(404);
    expect((await list(stranger)).findings).toEqual([]);
  });

  it('are seen whole under a break-glass', async () => {
    const { mine, other } = await contradiction();
    const finding = await only(ours);
    const officer = await worlds.person(here, 'ward-police');
    const glass = await officer.send('post', '/v1/police/break-glass', {
      ...PURPOSE,
      unitId: 'p48',
      reason: 'Khẩn cấp',
    });
    const { breakGlassId } = glass.body as { breakGlassId: string };
    const opened = await send(officer, finding, 'open', { ...PURPOSE, breakGlassId });
    const { people, finding: whole } = opened.body as { people: { stayId: string }[]; finding: Finding };
    expect(people.map(({ stayId }) => stayId).sort()).toEqual([mine, other].sort());
    expect(whole.outside).toBe(false);
  });

  it('are decided by each area for itself, with a note that is sealed', async () => {
    await contradiction();
    const finding = await only(ours);
    const decide = (by: Browser, body: object) => send(by, finding, 'decisions', body);
    expect((await decide(ours, { decision: 'dismissed' })).status).toBe(422);
    const dismissed = { decision: 'dismissed', note: 'Khách gửi đồ, không ở lại', looked: 'open' };
    expect((await decide(ours, dismissed)).status).toBe(204);
    expect((await list(ours)).findings).toEqual([]);
    expect((await only(ours, '?state=dismissed')).state).toBe('dismissed');
    expect((await only(theirs)).state).toBe('open');
    expect((await only(province)).state).toBe('open');
    expect((await decide(ours, dismissed)).body).toMatchObject({ code: 'finding-state-conflict' });
    const opened = (await send(province, finding, 'open', PURPOSE)).body as { notes: { text: string }[] };
    expect(opened.notes.map(({ text }) => text)).toEqual([dismissed.note]);
    const outside = (await send(theirs, finding, 'open', PURPOSE)).body as { notes: unknown[] };
    expect(outside.notes).toEqual([]);
    expect((await decide(province, { decision: 'handled', note: 'Đã xác minh' })).status).toBe(204);
    expect((await only(theirs, '?state=handled')).state).toBe('handled');
    expect((await decide(ours, { decision: 'open', note: 'Xem lại' })).status).toBe(204);
    expect((await only(ours)).state).toBe('open');
    expect(await keptIn(api.build, 'movement_finding')).not.toMatch(/gửi đồ|xác minh|Xem lại/);
  });

  it('cannot be decided once the contradiction is gone', async () => {
    const { other } = await contradiction();
    const finding = await only(ours);
    await movements.act(there, other, 'cancel', { reason: 'khong-den' });
    await movements.catchUp();
    expect((await list(ours)).findings).toEqual([]);
    const late = await send(ours, finding, 'decisions', { decision: 'handled', note: 'x' });
    expect(late.body).toMatchObject({ code: 'finding-state-conflict' });
    expect((await only(ours, '?state=lapsed')).findingId).toBe(finding.findingId);
  });

  it('come in pages that each is on once, by kind and state', async () => {
    const ids = new Set<string>();
    for (let count = 0; count < 5; count += 1) await contradiction();
    let cursor: string | null = null;
    for (let pages = 0; pages < 3; pages += 1) {
      const page: { findings: Finding[]; next: string | null } = await list(
        province,
        `?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`,
      );
      for (const { findingId } of page.findings) ids.add(findingId);
      cursor = page.next;
    }
    expect([ids.size, cursor]).toEqual([5, null]);
    expect((await list(province, '?kind=many-identities')).findings).toEqual([]);
    expect((await list(province, '?kind=two-places&state=handled')).findings).toEqual([]);
    expect((await province.send('get', '/v1/police/findings?cursor=xx')).status).toBe(400);
  });

  it('of one phone never say how many identities lie elsewhere', async () => {
    const phone = '0905 777 888';
    for (const [at, world] of [here, here, there, there, there, there].entries()) {
      const day = String(10 + at);
      await movements.stay(
        world,
        { phone },
        { arrivedAt: `2026-11-${day}T14:00`, expectedDepartureAt: '2026-11-24T12:00' },
      );
    }
    await movements.catchUp();
    const seen = await only(ours, '?kind=many-identities');
    expect([seen.stays.length, seen.outside]).toEqual([2, true]);
    expect(Object.keys(seen).sort()).toEqual([
      'findingId',
      'foundAt',
      'from',
      'kind',
      'minimumMinutes',
      'minutes',
      'outside',
      'state',
      'stays',
      'until',
    ]);
    expect(seen).toMatchObject({ minutes: null, minimumMinutes: null, until: null });
    expect((await only(province, '?kind=many-identities')).stays).toHaveLength(6);
  });
});
