import { get as httpGet, type IncomingMessage } from 'node:http';
import { type BuiltFacility, guest, nextPersonalNumber } from '../support/builders';
import { keptIn } from '../support/legible';
import { People, type TestPerson } from '../support/people';
import { createTestApi, type TestApi } from '../support/test-api';
import { openScreening, type ScreeningDesk, WatchBuilder } from '../support/watch-lists';

interface Header {
  readonly alertId: string;
  readonly facilityId: string;
  readonly state: string;
  readonly version: number;
  readonly desk: string;
  readonly actions: string[];
  readonly escalatedAt: string | null;
}

const HERE = { kind: 'unit', id: 'w20410' } as const;
const THERE = { kind: 'unit', id: 'w20413' } as const;
const PROVINCE = { kind: 'unit', id: 'p48' } as const;
const BORN = '1990-08-15';

describe('alerts', () => {
  let api: TestApi;
  let desk: ScreeningDesk;
  let watch: WatchBuilder;
  let hotel: BuiltFacility;
  let key: string;
  let ward: TestPerson;
  let next: TestPerson;
  let commander: TestPerson;
  let province: TestPerson;

  beforeAll(async () => {
    api = await createTestApi();
    const people = new People(api.app, api.clock);
    watch = new WatchBuilder(api);
    desk = await openScreening(api);
    hotel = await api.build.facility({ name: 'Khách sạn Sông Hoài' });
    key = await api.build.apiKey([hotel]);
    ward = await people.signedIn('ward-police', HERE);
    next = await people.signedIn('ward-police', THERE);
    commander = await people.signedIn('police-supervisor', HERE);
    province = await people.signedIn('provincial-police', PROVINCE);
  });
  beforeEach(async () => {
    api.clock.set('2026-11-23T14:56:00Z');
    await watch.clear();
  });
  afterAll(async () => {
    await desk.close();
    await api.close();
  });

  const person = (change: Record<string, unknown> = {}) => ({
    fullName: 'Trần Thị Bình',
    birthDate: BORN,
    sex: 'F',
    document: { type: 1, number: nextPersonalNumber() },
    ...change,
  });
  const declare = async (who: object = person(), by = key): Promise<string> => {
    const answer = await api.declare(by, { ...guest(), person: who });
    if (answer.status !== 201) throw new Error(answer.text);
    await desk.screen();
    return (answer.body as { stayId: string }).stayId;
  };
  const list = async (who: TestPerson, query = ''): Promise<Header[]> => {
    const answer = await who.browser.send('get', `/v1/police/alerts${query}`);
    expect(answer.status).toBe(200);
    return (answer.body as { alerts: Header[] }).alerts;
  };
  const act = (who: TestPerson, alertId: string, action: string, body: object) =>
    who.browser.send('post', `/v1/police/alerts/${alertId}/${action}`, body);
  const only = async (): Promise<Header> => {
    const [alert, ...others] = await list(province, '?show=all&state=any');
    if (!alert || others.length > 0) throw new Error('There is not one alert');
    return alert;
  };

  it('show whom the desk has to look for, for the purpose of the list, and every look is on record', async () => {
    const listId = await watch.list({ legalBasis: 'Quyết định truy nã 12/2026' });
    await watch.entry(listId, { note: 'Có vết sẹo', photoRef: 'HS-1' });
    const stayId = await declare();
    const [header] = await list(ward);
    expect(JSON.stringify(header)).not.toContain('Bình');
    expect(header).toMatchObject({
      state: 'open',
      desk: 'ward',
      actions: ['acknowledge'],
      listKind: 'truy-na',
      stayId,
    });
    const answer = await ward.browser.send('get', `/v1/police/alerts/${header?.alertId}`);
    expect(answer.body).toMatchObject({
      legalBasis: 'Quyết định truy nã 12/2026',
      stay: { stayId, person: { fullName: 'Trần Thị Bình', birthDate: BORN } },
      listed: { entry: { names: ['Trần Thị Bình'], note: 'Có vết sẹo', photoRef: 'HS-1' } },
      history: [{ action: 'raise', by: 'system:worker' }],
      decisionId: null,
    });
    const { reasons } = answer.body as { reasons: { code: string; text: { vi: string; en: string } }[] };
    expect(reasons.length).toBeGreaterThan(0);
    const [look] = await api.build.rows<{ looker: string; purpose: string; late: boolean }>(
      `SELECT looker, purpose, visible_from >= at + interval '90 days' AS late FROM look WHERE stay_id = $1`,
      [stayId],
    );
    expect(look).toEqual({ looker: 'ward-police', purpose: 'dieu-tra', late: true });
    const [entry] = await api.build.rows(
      `SELECT purpose, row_count, actor_id FROM audit_entry WHERE action = 'alert.read' AND subject_id = $1`,
      [header?.alertId],
    );
    expect(entry).toEqual({ purpose: 'dieu-tra', row_count: 1, actor_id: ward.accountId });
  });

  it('are closed to everybody while looks cannot be vouched for', async () => {
    await watch.entry(await watch.list());
    await declare();
    const { alertId } = await only();
    await api.build.rows(`UPDATE audit_sealer SET checked_at = now() - interval '1 hour'`);
    api.clock.advance(2_000);
    const answer = await ward.browser.send('get', `/v1/police/alerts/${alertId}`);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([503, 'audit-seal-stale']);
    await api.build.rows(`UPDATE audit_sealer SET checked_at = now() + interval '1 day'`);
    api.clock.advance(2_000);
    expect((await ward.browser.send('get', `/v1/police/alerts/${alertId}`)).status).toBe(200);
  });

  it('live by their table: taken, handed over, taken by somebody else, closed; whoever comes late is told', async () => {
    await watch.entry(await watch.list());
    await declare();
    const { alertId } = await only();
    expect((await act(ward, alertId, 'close', { version: 1, outcome: 'confirmed' })).body).toMatchObject({
      code: 'alert-action-not-allowed',
    });
    const [one, two] = await Promise.all([
      act(ward, alertId, 'acknowledge', { version: 1 }),
      act(commander, alertId, 'acknowledge', { version: 1 }),
    ]);
    expect([one.status, two.status].sort()).toEqual([200, 409]);
    const late = [one, two].find(({ status }) => status === 409);
    expect(late?.body).toMatchObject({ code: 'alert-changed' });
    expect((await only()).actions).toEqual(['hand-over', 'close']);
    const over = { version: 2, to: 'supervisor', note: 'Khách chưa về phòng' };
    expect((await act(ward, alertId, 'hand-over', over)).body).toMatchObject({ version: 3, state: 'handed-over' });
    expect(await list(commander)).toMatchObject([{ alertId, desk: 'supervisor' }]);
    expect((await act(commander, alertId, 'acknowledge', { version: 3 })).body).toMatchObject({ version: 4 });
    const end = { version: 4, outcome: 'confirmed', note: 'Đã bắt giữ' };
    expect((await act(commander, alertId, 'close', end)).body).toMatchObject({ state: 'closed', decisionId: null });
    expect((await act(commander, alertId, 'acknowledge', { version: 5 })).status).toBe(409);
    const { history } = (await ward.browser.send('get', `/v1/police/alerts/${alertId}`)).body as {
      history: { action: string; note: string | null; outcome: string | null; byName: string | null }[];
    };
    expect(history.map(({ byName }) => byName !== null)).toEqual([false, true, true, true, true]);
    expect(history.map(({ action, note, outcome }) => [action, note, outcome])).toEqual([
      ['raise', null, null],
      ['acknowledge', null, null],
      ['hand-over', 'Khách chưa về phòng', null],
      ['acknowledge', null, null],
      ['close', 'Đã bắt giữ', 'confirmed'],
    ]);
    expect(await keptIn(api.build, 'watch_alert_history')).not.toMatch(/giữ|Khách chưa/);
    expect(await list(ward)).toEqual([]);
  });

  it('climb when nobody takes them: to the commander, then to the province, each with as much time again', async () => {
    await watch.entry(await watch.list({ acknowledgeMinutes: 10 }));
    await declare();
    const desks = async () =>
      [await list(ward), await list(commander), await list(province)].map(({ length }) => length);
    expect(await desks()).toEqual([1, 0, 0]);
    api.clock.advance(9 * 60_000);
    expect(await desk.keeping.run()).toMatchObject({ escalated: 0 });
    api.clock.advance(60_000);
    expect(await desk.keeping.run()).toMatchObject({ escalated: 1 });
    expect(await desks()).toEqual([1, 1, 0]);
    expect(await desk.keeping.run()).toMatchObject({ escalated: 0 });
    api.clock.advance(10 * 60_000);
    await desk.keeping.run();
    expect(await desks()).toEqual([1, 1, 1]);
    const { alertId, escalatedAt } = await only();
    expect(escalatedAt).not.toBeNull();
    // The officer who saw it open may still take it: time has not made another version of it.
    expect((await act(ward, alertId, 'acknowledge', { version: 1 })).status).toBe(200);
    api.clock.advance(60 * 60_000);
    expect(await desk.keeping.run()).toMatchObject({ escalated: 0 });
  });

  it('of another area are not there: not in lists, not by id, not to be acted on', async () => {
    await watch.entry(await watch.list());
    await declare();
    const { alertId } = await only();
    expect(await list(next, '?show=all&state=any')).toEqual([]);
    expect((await next.browser.send('get', `/v1/police/alerts/${alertId}`)).status).toBe(404);
    for (const [action, body] of [
      ['acknowledge', { version: 1 }],
      ['hand-over', { version: 1, to: 'ward' }],
      ['close', { version: 1, outcome: 'no-action' }],
    ] as const) {
      expect((await act(next, alertId, action, body)).status).toBe(404);
    }
    expect((await next.browser.send('delete', `/v1/police/alerts/${alertId}/decision`)).status).toBe(404);
  });

  it('of a list that begins at the province are not there for wards and their commanders', async () => {
    await watch.entry(await watch.list({ firstDesk: 2, kind: 'cam-xuat-canh' }));
    await declare();
    const { alertId } = await only();
    expect(await list(province)).toMatchObject([{ alertId, desk: 'province' }]);
    for (const officer of [ward, commander]) {
      expect(await list(officer, '?show=all&state=any')).toEqual([]);
      expect((await officer.browser.send('get', `/v1/police/alerts/${alertId}`)).status).toBe(404);
      expect((await act(officer, alertId, 'acknowledge', { version: 1 })).status).toBe(404);
    }
  });

  it('are listed page by page', async () => {
    await watch.entry(await watch.list());
    for (let n = 0; n < 5; n += 1) {
      await declare();
      api.clock.advance(1_000);
    }
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const answer = await ward.browser.send('get', `/v1/police/alerts?limit=2${cursor}`);
      const page = answer.body as { alerts: Header[]; next: string | null };
      seen.push(...page.alerts.map(({ alertId }) => alertId));
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    expect([seen.length, new Set(seen).size]).toEqual([5, 5]);
    expect((await ward.browser.send('get', '/v1/police/alerts?cursor=x')).body).toMatchObject({
      code: 'cursor-invalid',
    });
  });

  describe('that somebody is not the person', () => {
    const clear = async (): Promise<string> => {
      const { alertId } = await only();
      await act(ward, alertId, 'acknowledge', { version: 1 });
      const answer = await act(ward, alertId, 'close', { version: 2, outcome: 'not-the-person' });
      expect((answer.body as { decisionId: string | null }).decisionId).not.toBeNull();
      return alertId;
    };
    const count = async (): Promise<number> => (await list(province, '?show=all&state=any')).length;

    it('is remembered: the next check-in raises none, of that entry and that person only', async () => {
      const listId = await watch.list();
      await watch.entry(listId);
      const who = person();
      await declare(who);
      await clear();
      const otherHotel = await api.build.apiKey([await api.build.facility()]);
      await declare({ ...who, fullName: 'TRẦN THỊ BÌNH' }, otherHotel);
      expect(await count()).toBe(1);
      await declare(person(), otherHotel);
      expect(await count()).toBe(2);
      await watch.entry(listId);
      await declare(who, await api.build.apiKey([await api.build.facility()]));
      expect(await count()).toBe(3);
      expect(await keptIn(api.build, 'watch_decision')).not.toContain(who.document.number);
    });

    it('may be taken back: then whoever is in house is held against the entry again', async () => {
      await watch.entry(await watch.list());
      const who = person();
      await declare(who);
      const alertId = await clear();
      const suppressed = await declare(who, await api.build.apiKey([await api.build.facility()]));
      const raised = async (): Promise<number> =>
        (await api.build.rows('SELECT FROM watch_alert WHERE stay_id = $1', [suppressed])).length;
      await desk.rescreen();
      expect(await raised()).toBe(0);
      expect((await commander.browser.send('delete', `/v1/police/alerts/${alertId}/decision`)).status).toBe(204);
      expect((await commander.browser.send('delete', `/v1/police/alerts/${alertId}/decision`)).status).toBe(404);
      await desk.rescreen();
      expect(await raised()).toBe(1);
    });

    it('is not remembered when the officer says so', async () => {
      await watch.entry(await watch.list());
      const who = person();
      await declare(who);
      const { alertId } = await only();
      await act(ward, alertId, 'acknowledge', { version: 1 });
      await act(ward, alertId, 'close', { version: 2, outcome: 'not-the-person', remember: false });
      await declare(who, await api.build.apiKey([await api.build.facility()]));
      expect(await count()).toBe(2);
    });
  });

  describe('at the duty desk', () => {
    const streams: Stream[] = [];
    const open = async (who: TestPerson, query = '', headers: Record<string, string> = {}): Promise<Stream> => {
      const stream = await Stream.open(`${await api.url()}/v1/police/alerts/events${query}`, {
        Cookie: who.browser.cookie,
        ...headers,
      });
      streams.push(stream);
      return stream;
    };
    afterEach(() => {
      for (const stream of streams.splice(0)) stream.close();
    });

    it('arrive as they happen, at the desks of the area only, and name nobody', async () => {
      await watch.entry(await watch.list({ nameVi: 'Truy nã' }));
      const [here, there, above] = [await open(ward), await open(next), await open(commander)];
      expect(here.contentType).toContain('text/event-stream');
      const stayId = await declare();
      const raised = await here.event('alert');
      expect(raised.data).toMatchObject({
        action: 'raise',
        state: 'open',
        listKind: 'truy-na',
        facilityName: 'Khách sạn Sông Hoài',
        scoreClass: 'high',
        stayId,
      });
      expect(here.text).not.toContain('Bình');
      const { alertId } = raised.data as { alertId: string };
      await act(ward, alertId, 'acknowledge', { version: 1 });
      expect((await here.event('alert')).data).toMatchObject({
        action: 'acknowledge',
        state: 'acknowledged',
        version: 2,
        acknowledgedBy: ward.accountId,
        acknowledgedByName: expect.stringContaining('Thử Nghiệm') as string,
      });
      await act(ward, alertId, 'hand-over', { version: 2, to: 'supervisor' });
      expect((await here.event('alert')).data).toMatchObject({ action: 'hand-over', desk: 'supervisor' });
      // What has come to the commander's desk is there from its beginning when it connects again.
      expect((await above.event('alert')).data).toMatchObject({ alertId, action: 'hand-over' });
      await there.heartbeat();
      expect(there.text).not.toContain(alertId);
    });

    it('go on where the desk was cut off, without a gap and without a repeat', async () => {
      await watch.entry(await watch.list());
      const first = await open(ward);
      await declare();
      const { id } = await first.event('alert');
      first.close();
      await declare();
      await declare();
      const second = await open(ward, '', { 'Last-Event-ID': id });
      const ids = [(await second.event('alert')).id, (await second.event('alert')).id].map(Number);
      expect(ids).toEqual([Number(id) + 1, Number(id) + 2]);
      await second.heartbeat();
      expect(second.text.match(/^id: /gm)).toHaveLength(2);
      const listed = await ward.browser.send('get', '/v1/police/alerts');
      expect((listed.body as { position: number }).position).toBe(Number(id) + 2);
      const third = await open(ward, `?after=${id}`);
      expect(Number((await third.event('alert')).id)).toBe(Number(id) + 1);
    });

    it('end when the session ends, when the grant is revoked, and when the time asked for is over', async () => {
      const people = new People(api.app, api.clock);
      const leaving = await people.signedIn('ward-police', HERE);
      const ended = await open(leaving);
      expect((await leaving.browser.send('delete', '/v1/session')).status).toBeLessThan(300);
      expect((await ended.event('over')).data).toEqual({ code: 'session-over' });
      await ended.end();

      const revoked = await people.signedIn('ward-police', HERE);
      const cut = await open(revoked);
      await api.build.rows(`UPDATE account_grant SET revoked_at = now(), revoked_by = 'test' WHERE account_id = $1`, [
        revoked.accountId,
      ]);
      expect((await cut.event('over')).data).toEqual({ code: 'permission-missing' });
      await cut.end();

      const short = await open(ward, '?seconds=0');
      await short.end();
      expect(short.text).not.toContain('event:');
    });

    it('are no sign of life: whoever only watches is signed out like everybody else', async () => {
      const watcher = await new People(api.app, api.clock).signedIn('ward-police', HERE);
      const stream = await open(watcher);
      api.clock.advance(10 * 60_000);
      await stream.heartbeat();
      api.clock.advance(6 * 60_000);
      expect((await stream.event('over')).data).toEqual({ code: 'session-over' });
    });

    it('are followed in so many places by one account and no more', async () => {
      const officer = await new People(api.app, api.clock).signedIn('ward-police', HERE);
      for (let n = 0; n < 10; n += 1) await open(officer);
      const refused = await officer.browser.send('get', '/v1/police/alerts/events?seconds=0');
      expect([refused.status, (refused.body as { code: string }).code]).toEqual([429, 'too-many-desks']);
    });
  });

  it('keep nothing readable in the database', async () => {
    await watch.entry(await watch.list(), { note: 'Ghi chú riêng' });
    await declare();
    for (const table of ['watch_list_entry', 'watch_list_entry_version', 'watch_alert', 'watch_alert_history'])
      expect([table, /Bình|Ghi chú|1990-08-15/.test(await keptIn(api.build, table))]).toEqual([table, false]);
  });
});

interface ServerEvent {
  readonly id: string;
  readonly data: unknown;
}

/** Reads a stream of server-sent events as a browser would. */
class Stream {
  text = '';
  private at = 0;
  private over = false;

  private constructor(private readonly answer: IncomingMessage) {
    answer.setEncoding('utf8');
    answer.on('data', (chunk: string) => (this.text += chunk));
    answer.on('close', () => (this.over = true));
    answer.on('error', () => undefined);
  }

  static open(url: string, headers: Record<string, string>): Promise<Stream> {
    return new Promise((resolve, reject) => {
      httpGet(url, { headers }, (answer) => {
        const stream = new Stream(answer);
        if (answer.statusCode === 200) resolve(stream);
        else reject(new Error(`The stream was answered ${answer.statusCode}`));
      }).on('error', reject);
    });
  }

  get contentType(): string {
    return this.answer.headers['content-type'] ?? '';
  }

  /** The next event of a name. */
  async event(name: string): Promise<ServerEvent> {
    for (;;) {
      const block = await this.block();
      if (!block.includes(`event: ${name}`)) continue;
      return {
        id: /^id: (.*)$/m.exec(block)?.[1] ?? '',
        data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? 'null') as unknown,
      };
    }
  }

  /** Two signs of life later than everything so far: what had to come has come. */
  async heartbeat(): Promise<void> {
    for (let beats = 0; beats < 3;) if ((await this.block()) === ':') beats += 1;
  }

  async end(): Promise<void> {
    await this.until(() => this.over);
  }

  close(): void {
    this.answer.destroy();
  }

  private async block(): Promise<string> {
    await this.until(() => this.text.includes('\n\n', this.at) || this.over);
    const end = this.text.indexOf('\n\n', this.at);
    if (end < 0) throw new Error(`The stream has ended: ${this.text.slice(this.at)}`);
    const block = this.text.slice(this.at, end);
    this.at = end + 2;
    return block;
  }

  private async until(done: () => boolean): Promise<void> {
    for (const limit = Date.now() + 10_000; !done();) {
      if (Date.now() > limit) throw new Error(`The stream says nothing more: ${this.text.slice(-200)}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}
