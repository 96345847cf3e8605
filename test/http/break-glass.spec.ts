import { guest } from '../support/builders';
import { IdentityProvider } from '../support/identity-provider';
import { keptIn } from '../support/legible';
import { type Browser, People, type TestPerson } from '../support/people';
import { createTestApi, type TestApi } from '../support/test-api';
import { type World, Worlds } from '../support/world';

const MINUTE = 60_000;
const CASE = { purpose: 'tim-nguoi', caseNumber: 'MT-2026/07' };
const WANTED = { ...CASE, unitId: 'w20413', reason: 'Trẻ mất tích, có thể đã sang phường bên' };

interface Glass {
  breakGlassId: string;
  state: string;
  accountId?: string;
  officerName?: string;
}

describe('looking beyond the jurisdiction', () => {
  let api: TestApi;
  let provider: IdentityProvider;
  let worlds: Worlds;
  let people: People;
  let here: World;
  let there: World;
  beforeAll(async () => {
    provider = await IdentityProvider.start();
    api = await createTestApi({ nationalIdentity: provider.options });
    worlds = new Worlds(api, provider);
    people = new People(api.app, api.clock);
    here = await worlds.create('w20410');
    there = await worlds.create('w20413');
  });
  afterAll(async () => {
    await api.close();
    await provider.close();
  });
  beforeEach(() => api.clock.set('2026-11-23T14:56:00Z'));

  const officerOf = (unit: string): Promise<TestPerson> => people.signedIn('ward-police', { kind: 'unit', id: unit });
  const supervisorOf = async (unit: string): Promise<Browser> =>
    (await people.signedIn('police-supervisor', { kind: 'unit', id: unit })).browser;
  const open = (by: Browser, change: object = {}) =>
    by.send('post', '/v1/police/break-glass', { ...WANTED, ...change });
  const opened = async (by: Browser, change: object = {}): Promise<Glass> => {
    const answer = await open(by, change);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body as Glass;
  };
  const inspect = (by: Browser, about: World, change: object = {}) =>
    by.send('post', '/v1/police/inspections', {
      facilityId: about.hotel.facilityId,
      stayId: about.stayId,
      ...CASE,
      ...change,
    });
  const person = (by: Browser, about: World, change: object = {}) =>
    by.send('post', '/v1/police/persons', {
      facilityId: about.hotel.facilityId,
      stayId: about.stayId,
      ...CASE,
      ...change,
    });
  const codeOf = (answer: { status: number; body: unknown }): string =>
    `${answer.status} ${(answer.body as { code?: string }).code ?? ''}`;
  const queue = async (by: Browser, show = 'waiting'): Promise<Glass[]> => {
    const answer = await by.send('get', `/v1/police/break-glass/reviews?show=${show}`);
    return (answer.body as { breakGlasses: Glass[] }).breakGlasses;
  };
  /** Says again who they are, after the clock went on. */
  const stepUp = (who: TestPerson) => who.browser.step('/v1/session/step-up', { proof: who.code?.() });

  it('is possible under an open one only, in the unit it was opened for, and is in the audit trail under its id', async () => {
    const { browser } = await officerOf(here.wardId);
    expect((await inspect(browser, there)).status).toBe(404);
    expect((await person(browser, there)).status).toBe(404);
    const { breakGlassId, state } = await opened(browser);
    expect(state).toBe('open');
    expect((await inspect(browser, there)).status).toBe(404);
    expect((await inspect(browser, there, { breakGlassId })).status).toBe(200);
    const seen = (await person(browser, there, { breakGlassId })).body as { stays: unknown[] };
    expect(seen.stays).toHaveLength(1);
    expect((await inspect(browser, here, { breakGlassId })).status).toBe(200);
    const elsewhere = await worlds.create('w20401');
    expect((await inspect(browser, elsewhere, { breakGlassId })).status).toBe(404);
    const rows = await api.build.rows<{ action: string }>(
      `SELECT action FROM audit_entry WHERE detail->>'breakGlassId' = $1 ORDER BY xact`,
      [breakGlassId],
    );
    expect(rows.map(({ action }) => action)).toEqual(['stay.inspect', 'person.view', 'stay.inspect']);
  });

  it('widens a search too, which is found by its id in the audit trail', async () => {
    const { browser } = await officerOf(here.wardId);
    const { breakGlassId } = await opened(browser);
    const search = async (change: object): Promise<number> => {
      api.clock.advance(1_000);
      const asked = { ...CASE, documentNumber: there.guestNumber, ...change };
      const answer = await browser.send('post', '/v1/police/searches', asked);
      if (answer.status !== 200) throw new Error(answer.text);
      return (answer.body as { total: number }).total;
    };
    expect([await search({}), await search({ breakGlassId }), await search({})]).toEqual([0, 1, 0]);
    const rows = await api.build.rows<{ rows: number }>(
      `SELECT row_count AS rows FROM audit_entry WHERE action = 'person.search' AND detail->>'breakGlassId' = $1`,
      [breakGlassId],
    );
    expect(rows).toEqual([{ rows: 1 }]);
  });

  it('is told to those looked at like any other look', async () => {
    const { browser } = await officerOf(here.wardId);
    const { breakGlassId } = await opened(browser);
    const world = await worlds.create('w20413');
    await person(browser, world, { breakGlassId });
    const citizen = await worlds.citizen(world.guestNumber);
    const { looks } = (await citizen.send('get', '/v1/self/looks')).body as { looks: object[] };
    expect(looks).toEqual([
      expect.objectContaining({ stayId: world.stayId, looker: 'ward-police', purpose: 'tim-nguoi' }),
    ]);
  });

  it('ends by the clock, without any program that does it', async () => {
    const { browser } = await officerOf(here.wardId);
    const { breakGlassId } = await opened(browser);
    for (let minutes = 0; minutes < 50; minutes += 10) {
      api.clock.advance(10 * MINUTE);
      expect((await inspect(browser, there, { breakGlassId })).status).toBe(200);
    }
    api.clock.advance(10 * MINUTE - 1);
    expect((await inspect(browser, there, { breakGlassId })).status).toBe(200);
    api.clock.advance(1);
    expect(codeOf(await inspect(browser, there, { breakGlassId }))).toBe('403 break-glass-not-open');
  });

  it('ends at once when its officer or the supervisor ends it', async () => {
    const [{ browser }, supervisor] = [await officerOf(here.wardId), await supervisorOf('p48')];
    const [first, second] = [await opened(browser), await opened(browser)];
    const end = await browser.send('post', '/v1/police/break-glass/end', { breakGlassId: first.breakGlassId });
    expect(end.body).toEqual({ ended: 1 });
    expect(codeOf(await inspect(browser, there, { breakGlassId: first.breakGlassId }))).toBe(
      '403 break-glass-not-open',
    );
    expect((await inspect(browser, there, { breakGlassId: second.breakGlassId })).status).toBe(200);
    const path = `/v1/police/break-glass/reviews/${second.breakGlassId}/end`;
    expect((await supervisor.send('post', path)).status).toBe(204);
    expect(codeOf(await supervisor.send('post', path))).toBe('409 break-glass-over');
    expect(codeOf(await inspect(browser, there, { breakGlassId: second.breakGlassId }))).toBe(
      '403 break-glass-not-open',
    );
    expect((await browser.send('post', '/v1/police/break-glass/end', {})).body).toEqual({ ended: 0 });
  });

  it('lends nothing to anybody else, and nothing for another purpose or case', async () => {
    const [{ browser }, { browser: other }] = [await officerOf(here.wardId), await officerOf(here.wardId)];
    const { breakGlassId } = await opened(browser);
    expect(codeOf(await inspect(other, there, { breakGlassId }))).toBe('403 break-glass-not-open');
    expect(codeOf(await inspect(browser, there, { breakGlassId: there.stayId }))).toBe('403 break-glass-not-open');
    for (const change of [
      { purpose: 'kiem-tra-luu-tru' },
      { caseNumber: 'KHAC-1' },
      { caseNumber: undefined, purpose: 'kiem-tra-luu-tru' },
    ]) {
      expect((await inspect(browser, there, { ...change, breakGlassId })).body).toMatchObject({
        errors: [{ code: 'break-glass-other-purpose', pointer: '/purpose' }],
      });
    }
    expect((await person(browser, there, { purpose: undefined, breakGlassId })).status).toBe(422);
  });

  it('needs a reason, a purpose, a unit of one’s own province, and to have said who one is within minutes', async () => {
    const who = await officerOf(here.wardId);
    const errors = async (change: object): Promise<string[]> => {
      const { body } = (await open(who.browser, change)) as { body: unknown };
      return ((body as { errors?: { code: string; pointer: string }[] }).errors ?? []).map(
        ({ code, pointer }) => `${pointer} ${code}`,
      );
    };
    expect(await errors({ reason: '  ' })).toEqual(['/reason field-required']);
    expect(await errors({ reason: undefined, unitId: undefined })).toEqual([
      '/unitId field-required',
      '/reason field-required',
    ]);
    expect(await errors({ purpose: 'to-mo' })).toEqual(['/purpose code-unknown']);
    expect(await errors({ caseNumber: undefined })).toEqual(['/caseNumber field-required']);
    for (const unitId of ['p01', 'nowhere']) expect(await errors({ unitId })).toEqual(['/unitId break-glass-unit']);
    expect(await errors({ unitId: ' ' })).toEqual(['/unitId field-required']);
    expect((await open(who.browser, { unitId: 'p48' })).status).toBe(201);
    api.clock.advance(5 * MINUTE + 1);
    expect(codeOf(await open(who.browser))).toBe('403 step-up-required');
    expect((await stepUp(who)).status).toBe(200);
    expect((await open(who.browser)).status).toBe(201);
  });

  it('is limited to two at once, however many are asked for at once', async () => {
    const { browser } = await officerOf(here.wardId);
    const answers = await Promise.all([open(browser), open(browser), open(browser), open(browser)]);
    expect(answers.map(codeOf).sort()).toEqual([
      '201 ',
      '201 ',
      '409 break-glass-too-many',
      '409 break-glass-too-many',
    ]);
  });

  it('is seen at once by who supervises all of the officer’s wards, and by no other supervisor', async () => {
    const own = await supervisorOf(here.wardId);
    const provincial = await supervisorOf('p48');
    const foreign = await supervisorOf('w20413');
    const { browser, accountId } = await officerOf(here.wardId);
    const { breakGlassId } = await opened(browser);
    for (const supervisor of [own, provincial]) {
      expect(await queue(supervisor)).toContainEqual(
        expect.objectContaining({
          breakGlassId,
          state: 'open',
          accountId,
          officerName: expect.stringMatching(/^Người/) as string,
        }),
      );
    }
    expect((await queue(foreign, 'all')).map((glass) => glass.breakGlassId)).not.toContain(breakGlassId);
    for (const path of [`reviews/${breakGlassId}`]) {
      expect((await foreign.send('get', `/v1/police/break-glass/${path}`)).status).toBe(404);
      expect((await foreign.send('post', `/v1/police/break-glass/${path}/end`)).status).toBe(404);
      const review = { verdict: 'justified', note: 'x' };
      expect((await foreign.send('post', `/v1/police/break-glass/${path}`, review)).status).toBe(404);
    }
    const notices = async (by: Browser): Promise<string[]> => {
      const { body } = (await by.send('get', '/v1/police/supervision/notices')) as { body: unknown };
      const found = (body as { notices: { kind: string; officerId: string }[] }).notices;
      return found.filter((notice) => notice.officerId === accountId).map(({ kind }) => kind);
    };
    api.clock.advance(1_000);
    await opened(browser);
    expect(await notices(own)).toEqual(['break-glass-opened', 'break-glass-opened']);
    expect(await notices(foreign)).toEqual([]);
    const provincialOfficer = await people.signedIn('provincial-police', { kind: 'unit', id: 'p48' });
    const wide = await opened(provincialOfficer.browser);
    expect((await queue(own, 'all')).map((glass) => glass.breakGlassId)).not.toContain(wide.breakGlassId);
    expect((await queue(provincial)).map((glass) => glass.breakGlassId)).toContain(wide.breakGlassId);
  });

  it('is reviewed once, after it is over, with all that was looked at in view', async () => {
    const [{ browser }, supervisor] = [await officerOf(here.wardId), await supervisorOf('p48')];
    const { breakGlassId } = await opened(browser);
    await person(browser, there, { breakGlassId });
    const path = `/v1/police/break-glass/reviews/${breakGlassId}`;
    const verdict = { verdict: 'not-justified', note: 'Phường bên đã trực, không cần tự tra cứu' };
    expect(codeOf(await supervisor.send('post', path, verdict))).toBe('409 break-glass-still-open');
    api.clock.advance(14 * MINUTE);
    await browser.send('post', '/v1/police/break-glass/end', {});
    expect((await supervisor.send('get', path)).body).toMatchObject({
      state: 'waiting',
      reason: WANTED.reason,
      uses: [{ action: 'person.view', subjectId: there.stayId }],
    });
    expect((await supervisor.send('post', path, verdict)).status).toBe(204);
    expect(codeOf(await supervisor.send('post', path, verdict))).toBe('409 break-glass-reviewed');
    expect((await supervisor.send('get', path)).body).toMatchObject({ ...verdict, state: 'reviewed' });
    const { breakGlasses } = (await browser.send('get', '/v1/police/break-glass')).body as { breakGlasses: Glass[] };
    expect(breakGlasses).toEqual([
      expect.objectContaining({ breakGlassId, state: 'reviewed', verdict: 'not-justified' }),
    ]);
    expect(await keptIn(api.build, 'break_glass', 'audit_entry')).not.toMatch(/Trẻ mất tích|Phường bên/);
  });

  it('is never reviewed by its own officer, a supervisor or not', async () => {
    const [one, other] = [
      await people.signedIn('police-supervisor', { kind: 'unit', id: here.wardId }),
      await supervisorOf('p48'),
    ];
    const { breakGlassId } = await opened(one.browser);
    api.clock.advance(5 * MINUTE);
    await one.browser.send('post', '/v1/police/break-glass/end', {});
    const path = `/v1/police/break-glass/reviews/${breakGlassId}`;
    const verdict = { verdict: 'justified', note: 'Cần thiết' };
    expect(codeOf(await one.browser.send('post', path, verdict))).toBe('403 break-glass-own-review');
    expect((await queue(one.browser, 'all')).map((glass) => glass.breakGlassId)).not.toContain(breakGlassId);
    await expect(
      api.build.rows(
        `UPDATE break_glass SET reviewed_at = now(), reviewed_by = account_id, verdict = 'justified' WHERE break_glass_id = $1`,
        [breakGlassId],
      ),
    ).rejects.toMatchObject({ code: '23514' });
    expect((await other.send('post', path, verdict)).status).toBe(204);
  });

  it('stops its officer from opening another while it waits for a review for three days', async () => {
    const who = await officerOf(here.wardId);
    const { breakGlassId } = await opened(who.browser);
    const until = async (iso: string): Promise<Browser> => {
      api.clock.set(iso);
      await who.browser.step('/v1/sign-in', { username: who.username, password: who.password });
      await who.browser.step('/v1/sign-in/second-factor', { code: who.code?.() });
      return who.browser;
    };
    expect((await open(await until('2026-11-26T15:55:00Z'))).status).toBe(201);
    const late = await until('2026-11-26T15:56:00Z');
    expect(codeOf(await open(late))).toBe('409 break-glass-review-overdue');
    const supervisor = await supervisorOf('p48');
    expect((await queue(supervisor)).find((glass) => glass.breakGlassId === breakGlassId)?.state).toBe('overdue');
    const verdict = { verdict: 'justified', note: 'Đúng' };
    expect((await supervisor.send('post', `/v1/police/break-glass/reviews/${breakGlassId}`, verdict)).status).toBe(204);
    expect((await open(late)).status).toBe(201);
  });

  it('is not for whoever is not of the police', async () => {
    const owner = await worlds.person(here, 'facility-owner');
    expect((await open(owner)).status).toBe(403);
    const declared = await api.declare(here.key, { ...guest(), facilityId: here.hotel.code });
    expect(declared.status).toBe(201);
  });
});
