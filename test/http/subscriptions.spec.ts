import { createHmac } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MailOptions, mailSender, type ReportCourier, type ReportPlanner } from '@luutru/report-subscription';
import { SafeSender } from '@luutru/webhook';
import { type Mail, Mailbox, textOf } from '../support/mailbox';
import { Browser, People, type TestPerson } from '../support/people';
import { reportWorker } from '../support/report-worker';
import { countStatistics } from '../support/statistics';
import { createTestApi, type TestApi } from '../support/test-api';
import { Worlds } from '../support/world';

const LOOPBACK = { allowHttp: true, allowAddress: (address: string) => address === '127.0.0.1' };
const PATH = '/v1/statistics/subscriptions';
const WANTED = { report: 'figures', measures: 'arrivals', grain: 'day', format: 'csv', cadence: 'daily', hour: 7 };
const ADDRESS = 'can-bo@danang.example';

interface Subscription {
  readonly subscriptionId: string;
  readonly state: string;
  readonly pausedBecause: string | null;
  readonly nextDue: string | null;
  readonly secret: string | null;
}

describe('reports that are subscribed to', () => {
  let api: TestApi;
  let people: People;
  let analyst: TestPerson;
  let browser: Browser;
  let mailbox: Mailbox;
  let hook: Server;
  let hookUrl: string;
  let options: MailOptions;
  let planner: ReportPlanner;
  let close: () => Promise<void>;
  let courier: (mail?: MailOptions) => ReportCourier;
  let hooks: { headers: Record<string, unknown>; body: string }[] = [];
  let hookStatus = 200;
  beforeAll(async () => {
    api = await createTestApi({ webhook: LOOPBACK, reportDomains: ['danang.example', '127.0.0.1'] });
    people = new People(api.app, api.clock);
    const worlds = new Worlds(api);
    await worlds.create('w20410');
    await countStatistics(api);
    await countStatistics(api);
    mailbox = await Mailbox.open();
    hook = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        hooks.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
        response.writeHead(hookStatus).end();
      });
    });
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
    hookUrl = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/reports`;
    options = {
      smtpUrl: mailbox.url,
      from: 'luutru@danang.example',
      domains: ['danang.example', '127.0.0.1'],
      publicUrl: 'http://127.0.0.1',
    };
    const worker = await reportWorker(api);
    ({ planner, close } = worker);
    courier = (mail = options) =>
      worker.courier({ options: mail, mails: mailSender(mail), sender: new SafeSender(LOOPBACK) });
  });
  beforeEach(async () => {
    await api.build.rows(`UPDATE report_delivery SET state = 'cancelled' WHERE state = 'pending'`);
    await api.build.rows(`UPDATE report_subscription SET state = 'removed', next_due = NULL, paused_because = NULL`);
    api.clock.set('2026-11-23T14:56:00Z');
    analyst = await people.signedIn('tourism-analyst', { kind: 'unit', id: 'p48' });
    ({ browser } = analyst);
    [mailbox.mails, mailbox.refuse, hooks, hookStatus] = [[], null, [], 200];
  });
  afterAll(async () => {
    await close();
    await mailbox.close();
    hook.close();
    await api.close();
  });

  const work = async (one = courier()): Promise<void> => {
    await planner.run();
    while (await one.run());
  };
  const subscribe = async (change: object = {}, by = browser): Promise<Subscription> => {
    const answer = await by.send('post', PATH, { ...WANTED, channel: 'mail', target: ADDRESS, ...change });
    expect([answer.status, answer.text]).toEqual([201, answer.text]);
    return answer.body as Subscription;
  };
  const codeOf = (mail: Mail | undefined): string => /[0-9]{8}/.exec(textOf(mail))?.[0] ?? '';
  const confirmed = async (change: object = {}): Promise<Subscription> => {
    const made = await subscribe(change);
    await work();
    const answer = await browser.send('post', `${PATH}/${made.subscriptionId}/confirm`, {
      code: codeOf(mailbox.mails.at(-1)),
    });
    expect([answer.status, answer.text]).toEqual([200, answer.text]);
    mailbox.mails = [];
    return answer.body as Subscription;
  };
  /** Signs in again where the session is over: days may have gone by. */
  const awake = async (): Promise<void> => {
    if ((await browser.send('get', PATH)).status !== 401) return;
    browser = new Browser(api.app);
    await browser.step('/v1/sign-in', { username: analyst.username, password: analyst.password });
  };
  const deliveries = async (id: string) => {
    await awake();
    return (
      (await browser.send('get', `${PATH}/${id}/deliveries`)).body as {
        deliveries: { state: string; kind: string; reason: string | null; attempts: number; dueAt: string }[];
      }
    ).deliveries;
  };
  const standing = async (id: string): Promise<Subscription | undefined> => {
    await awake();
    const { subscriptions } = (await browser.send('get', PATH)).body as { subscriptions: Subscription[] };
    return subscriptions.find(({ subscriptionId }) => subscriptionId === id);
  };
  const errorsOf = (answer: { body: unknown }): string[] =>
    ((answer.body as { errors?: { pointer: string; code: string }[] }).errors ?? []).map(
      ({ pointer, code }) => `${pointer} ${code}`,
    );

  describe('by mail', () => {
    it('go nowhere until the person has given the code that went to the address', async () => {
      const made = await subscribe();
      expect([made.state, made.nextDue, made.secret]).toEqual(['unconfirmed', null, null]);
      await work();
      expect(mailbox.mails.map(({ to }) => to)).toEqual([[ADDRESS]]);
      api.clock.advance(23 * 3_600_000);
      await work();
      expect(mailbox.mails).toHaveLength(1);
      await awake();
      const confirm = (code: string) => browser.send('post', `${PATH}/${made.subscriptionId}/confirm`, { code });
      expect((await confirm('wrong')).body).toMatchObject({ status: 409, code: 'subscription-code-wrong' });
      const right = codeOf(mailbox.mails[0]);
      expect((await confirm(right)).body).toMatchObject({ state: 'active', nextDue: '2026-11-25T07:00:00+07:00' });
      // The address is known to be theirs from now on, of another person not.
      expect((await subscribe()).state).toBe('active');
      const other = (await people.signedIn('tourism-analyst', { kind: 'unit', id: 'p48' })).browser;
      expect((await subscribe({}, other)).state).toBe('unconfirmed');
    });

    it('are not confirmed by guessing, nor late', async () => {
      const made = await subscribe();
      await work();
      const confirm = (code: string) => browser.send('post', `${PATH}/${made.subscriptionId}/confirm`, { code });
      for (let guess = 0; guess < 5; guess += 1) expect((await confirm('00000000')).status).toBe(409);
      expect((await confirm(codeOf(mailbox.mails[0]))).status).toBe(409);
      const late = await subscribe();
      await work();
      api.clock.advance(24 * 3_600_000);
      await awake();
      const answer = await browser.send('post', `${PATH}/${late.subscriptionId}/confirm`, {
        code: codeOf(mailbox.mails.at(-1)),
      });
      expect(answer.status).toBe(409);
      expect((await standing(late.subscriptionId))?.state).toBe('unconfirmed');
    });

    it('hold the file and nothing of a person, and say how to stop', async () => {
      const { subscriptionId, nextDue } = await confirmed();
      expect(nextDue).toBe('2026-11-24T07:00:00+07:00');
      api.clock.set('2026-11-24T00:00:01Z');
      await work();
      expect(mailbox.mails).toHaveLength(1);
      const [mail] = mailbox.mails;
      expect([mail?.from, mail?.to]).toEqual(['luutru@danang.example', [ADDRESS]]);
      expect(mail?.raw).toMatch(
        /^Content-Disposition: attachment;\s+filename=thong-ke-2026-11-23-2026-11-23\.csv\r?$/m,
      );
      expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
      expect(mail?.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
      expect(textOf(mail)).toContain('Số liệu lưu trú 23/11/2026');
      expect(mail?.raw).not.toMatch(/Người Thử Nghiệm|thu\.nghiem/);
      expect(await deliveries(subscriptionId)).toMatchObject([
        { kind: 'report', state: 'sent', dueAt: '2026-11-24T07:00:00+07:00' },
        { kind: 'confirm', state: 'sent' },
      ]);
      const files = await api.build.rows<{ n: number }>(
        'SELECT count(file_sealed)::integer AS n FROM report_delivery WHERE subscription_id = $1',
        [subscriptionId],
      );
      expect(files).toEqual([{ n: 0 }]);
      const actions = await api.build.rows<{ action: string }>(
        `SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY at, audit_id`,
        [subscriptionId],
      );
      expect(actions.map(({ action }) => action).sort()).toEqual([
        'subscription.confirm',
        'subscription.create',
        'subscription.send',
        'subscription.send-code',
      ]);
    });

    it('are made once for each due time, by however many workers, and for each that was missed', async () => {
      const { subscriptionId } = await confirmed();
      api.clock.set('2026-11-27T02:00:00Z');
      await Promise.all([1, 2, 3, 4].map(() => work(courier())));
      await work();
      expect(mailbox.mails.map(({ raw }) => /filename=(\S+)/.exec(raw)?.[1]).sort()).toEqual([
        'thong-ke-2026-11-23-2026-11-23.csv',
        'thong-ke-2026-11-24-2026-11-24.csv',
        'thong-ke-2026-11-25-2026-11-25.csv',
        'thong-ke-2026-11-26-2026-11-26.csv',
      ]);
      const rows = await api.build.rows<{ due: number; made: number }>(
        `SELECT count(*)::integer AS due, count(DISTINCT due_at)::integer AS made FROM report_delivery
         WHERE subscription_id = $1 AND kind = 'report' AND state = 'sent'`,
        [subscriptionId],
      );
      expect(rows).toEqual([{ due: 4, made: 4 }]);
    });

    it('are taken over from a worker that died, under the same message id', async () => {
      await confirmed();
      api.clock.set('2026-11-24T00:00:01Z');
      await planner.run();
      // It claimed the line and died.
      await api.build.rows(
        `UPDATE report_delivery SET claim_number = claim_number + 1, available_at = $1::timestamptz + interval '2 minutes' WHERE state = 'pending'`,
        [api.clock.now()],
      );
      await work();
      expect(mailbox.mails).toHaveLength(0);
      api.clock.advance(121_000);
      await work();
      expect(mailbox.mails).toHaveLength(1);
    });

    it('are tried again with pauses, made once, and given up with the reason shown; three in a row stop it', async () => {
      const { subscriptionId } = await confirmed();
      mailbox.refuse = { code: 451, at: 'data' };
      api.clock.set('2026-11-24T00:00:01Z');
      await work();
      await work();
      expect(await deliveries(subscriptionId)).toMatchObject([
        { state: 'pending', attempts: 1, reason: 'smtp-451' },
        {},
      ]);
      mailbox.refuse = null;
      api.clock.advance(10_000);
      await work();
      expect(mailbox.mails).toHaveLength(1);
      const exports = await api.build.rows<{ n: number }>(
        `SELECT count(*)::integer AS n FROM audit_entry WHERE action = 'statistics.export' AND actor_id = $1`,
        [analyst.accountId],
      );
      expect(exports).toEqual([{ n: 1 }]);
      mailbox.refuse = { code: 451, at: 'data' };
      for (let hours = 0; hours < 240; hours += 8) {
        api.clock.advance(8 * 3_600_000);
        await work();
      }
      const stopped = await standing(subscriptionId);
      expect([stopped?.state, stopped?.pausedBecause]).toEqual(['paused', 'undeliverable']);
      expect((await deliveries(subscriptionId)).filter(({ state }) => state === 'dead').length).toBeGreaterThanOrEqual(
        3,
      );
    });

    it('stop at once where the mailbox does not exist', async () => {
      const { subscriptionId } = await confirmed();
      mailbox.refuse = { code: 550, at: 'recipient' };
      api.clock.set('2026-11-24T00:00:01Z');
      await work();
      expect(await deliveries(subscriptionId)).toMatchObject([{ state: 'dead', reason: 'smtp-550', attempts: 1 }, {}]);
      expect((await standing(subscriptionId))?.pausedBecause).toBe('undeliverable');
    });

    it('are left in a folder where no server is configured, and wait where neither is', async () => {
      const { subscriptionId } = await confirmed();
      const folder = mkdtempSync(join(tmpdir(), 'mail-'));
      try {
        api.clock.set('2026-11-24T00:00:01Z');
        const { smtpUrl: _none, ...without } = options;
        await work(courier(without));
        expect(await deliveries(subscriptionId)).toMatchObject([
          { state: 'pending', reason: 'mail-not-configured' },
          {},
        ]);
        api.clock.advance(10_000);
        await work(courier({ ...without, folder }));
        const [file = ''] = readdirSync(folder);
        expect(readFileSync(join(folder, file), 'utf8')).toContain(`To: ${ADDRESS}`);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  });

  describe('are made with the rights that the person has then', () => {
    const grantsOf = async (): Promise<string> => {
      const [row] = await api.build.rows<{ id: string }>(
        'SELECT grant_id AS id FROM account_grant WHERE account_id = $1',
        [analyst.accountId],
      );
      return row?.id ?? '';
    };
    const stateOf = async (id: string) =>
      (
        await api.build.rows<{ state: string; because: string | null }>(
          'SELECT state, paused_because AS because FROM report_subscription WHERE subscription_id = $1',
          [id],
        )
      )[0];

    it('none without the role, and the subscription says why', async () => {
      const { subscriptionId } = await confirmed();
      await api.build.rows('UPDATE account_grant SET revoked_at = $2 WHERE grant_id = $1', [
        await grantsOf(),
        api.clock.now(),
      ]);
      api.clock.set('2026-11-24T00:00:01Z');
      await work();
      expect(mailbox.mails).toEqual([]);
      expect(await stateOf(subscriptionId)).toEqual({ state: 'paused', because: 'no-permission' });
    });

    it('none of an account that was disabled', async () => {
      const { subscriptionId } = await confirmed();
      await api.build.rows(`UPDATE account SET disabled_at = $2, disabled_because = 'test' WHERE account_id = $1`, [
        analyst.accountId,
        api.clock.now(),
      ]);
      api.clock.set('2026-11-24T00:00:01Z');
      await work();
      expect([mailbox.mails, await stateOf(subscriptionId)]).toEqual([
        [],
        { state: 'paused', because: 'account-disabled' },
      ]);
    });

    it('also when it was made before and could not be sent: less then, nothing then', async () => {
      const { subscriptionId } = await confirmed();
      mailbox.refuse = { code: 451, at: 'data' };
      api.clock.set('2026-11-24T00:00:01Z');
      await work();
      mailbox.refuse = null;
      await api.build.rows('UPDATE account_grant SET revoked_at = $2 WHERE grant_id = $1', [
        await grantsOf(),
        api.clock.now(),
      ]);
      api.clock.advance(10_000);
      await work();
      expect([mailbox.mails, await stateOf(subscriptionId)]).toEqual([
        [],
        { state: 'paused', because: 'no-permission' },
      ]);
    });

    it('of the area that they have then', async () => {
      analyst = await people.signedIn('provincial-police', { kind: 'unit', id: 'p48' });
      ({ browser } = analyst);
      await confirmed({ by: 'ward', measures: 'rooms', grain: undefined });
      const read = (): string[] => {
        const [, body = ''] = /filename=\S+\.csv[^]*?\r\n\r\n([^]*?)\r\n--/.exec(mailbox.mails.at(-1)?.raw ?? '') ?? [];
        return Buffer.from(body, 'base64')
          .toString()
          .split('\n')
          .filter((line) => /Hội An/.test(line));
      };
      await api.build.rows(`UPDATE account_grant SET scope_id = 'w20413' WHERE grant_id = $1`, [await grantsOf()]);
      api.clock.set('2026-11-24T00:00:01Z');
      await work();
      expect(mailbox.mails).toHaveLength(1);
      expect(read()).toEqual([]);
    });
  });

  it('of a month that is not given out yet wait for it, without an attempt being counted', async () => {
    const { subscriptionId } = await subscribe({
      ...{ channel: 'webhook', target: hookUrl, cadence: 'monthly', onDay: 1, grain: undefined, by: 'kind' },
    });
    api.clock.set('2026-12-01T00:00:01Z');
    await countStatistics(api);
    await countStatistics(api);
    await work();
    const [row] = await api.build.rows<object>(
      'SELECT state, attempts, reason FROM report_delivery WHERE subscription_id = $1',
      [subscriptionId],
    );
    expect([row, hooks]).toEqual([{ state: 'pending', attempts: 0, reason: 'period-open' }, []]);
    api.clock.set('2026-12-11T00:00:01Z');
    await countStatistics(api);
    await countStatistics(api);
    await work();
    expect(hooks.map(({ body }) => (JSON.parse(body) as { data: { fileName: string } }).data.fileName)).toEqual([
      'thong-ke-2026-11-01-2026-11-30.csv',
    ]);
  });

  describe('end', () => {
    const linkOf = (mail: Mail | undefined): string => {
      const [, link = ''] = /List-Unsubscribe:\s*<([^]*?)>/.exec(mail?.raw ?? '') ?? [];
      return new URL(link.replace(/\s/g, '')).search;
    };

    it('by the link of the mail: not by opening it, but by its button or by a mail program, and nobody else’s link', async () => {
      const { subscriptionId } = await confirmed();
      api.clock.set('2026-11-24T00:00:01Z');
      await work();
      const path = `${PATH}/unsubscribe${linkOf(mailbox.mails[0])}`;
      const opened = await api.call('get', path);
      expect([opened.status, opened.text.includes('<button>')]).toEqual([200, true]);
      const stateOf = async () =>
        (
          await api.build.rows<{ state: string }>('SELECT state FROM report_subscription WHERE subscription_id = $1', [
            subscriptionId,
          ])
        )[0]?.state;
      expect(await stateOf()).toBe('active');
      const form = (to: string) =>
        api
          .call('post', to)
          .set('Content-Type', 'application/x-www-form-urlencoded')
          .send('List-Unsubscribe=One-Click');
      for (const forged of [`${path}x`, path.replace(/token=.{8}/, 'token=00000000'), `${PATH}/unsubscribe?token=x`]) {
        expect([forged, (await form(forged)).status]).toEqual([forged, 404]);
      }
      expect(await stateOf()).toBe('active');
      expect((await form(path)).status).toBe(200);
      expect((await form(path)).status).toBe(200);
      expect(await stateOf()).toBe('paused');
      api.clock.advance(86_400_000);
      await work();
      expect(mailbox.mails).toHaveLength(1);
    });

    it('by pausing and deleting; what was due meanwhile is not made up for', async () => {
      const { subscriptionId } = await confirmed();
      const paused = await browser.send('post', `${PATH}/${subscriptionId}/pause`);
      expect(paused.body).toMatchObject({ state: 'paused', pausedBecause: 'person', nextDue: null });
      const resumed = await browser.send('post', `${PATH}/${subscriptionId}/resume`);
      expect(resumed.body).toMatchObject({ state: 'active', nextDue: '2026-11-24T07:00:00+07:00' });
      const changed = await browser.send('patch', `${PATH}/${subscriptionId}`, {
        cadence: 'weekly',
        onDay: 5,
        hour: 9,
      });
      expect(changed.body).toMatchObject({ nextDue: '2026-11-27T09:00:00+07:00', asked: { period: 'yesterday' } });
      expect((await browser.send('delete', `${PATH}/${subscriptionId}`)).status).toBe(204);
      expect((await browser.send('get', `${PATH}/${subscriptionId}/deliveries`)).status).toBe(404);
      api.clock.set('2026-11-28T00:00:00Z');
      await work();
      expect(mailbox.mails).toEqual([]);
    });

    it('not by somebody else', async () => {
      const { subscriptionId } = await confirmed();
      const other = (await people.signedIn('tourism-analyst', { kind: 'unit', id: 'p48' })).browser;
      for (const [method, path] of [
        ['post', '/pause'],
        ['post', '/resume'],
        ['delete', ''],
        ['get', '/deliveries'],
      ] as const) {
        expect((await other.send(method, `${PATH}/${subscriptionId}${path}`)).status).toBe(404);
      }
      expect((await other.send('patch', `${PATH}/${subscriptionId}`, { hour: 1 })).status).toBe(404);
      expect((await other.send('get', PATH)).body).toEqual({ subscriptions: [] });
    });
  });

  it('are pushed to a webhook of an allowed domain, signed, with the file', async () => {
    const { secret, state, subscriptionId } = await subscribe({ channel: 'webhook', target: hookUrl, format: 'pdf' });
    expect(state).toBe('active');
    api.clock.set('2026-11-24T00:00:01Z');
    hookStatus = 503;
    await work();
    hookStatus = 200;
    api.clock.advance(10_000);
    await work();
    expect(hooks.map(({ headers }) => headers['webhook-id'])).toEqual([
      hooks[0]?.headers['webhook-id'],
      hooks[0]?.headers['webhook-id'],
    ]);
    const { headers, body } = hooks[1] ?? { headers: {}, body: '' };
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    const wanted = createHmac('sha256', Buffer.from(secret?.slice(6) ?? '', 'base64'))
      .update(signed)
      .digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${wanted}`);
    const { data } = JSON.parse(body) as { data: { subscriptionId: string; contentBase64: string } };
    expect(data.subscriptionId).toBe(subscriptionId);
    expect(Buffer.from(data.contentBase64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('are refused to strangers, for what names no receiver, and for what cannot be answered', async () => {
    const attempt = async (change: object) =>
      errorsOf(await browser.send('post', PATH, { ...WANTED, channel: 'mail', target: ADDRESS, ...change }));
    expect(await attempt({ target: 'x@evil.example' })).toEqual(['/target target-domain-not-allowed']);
    expect(await attempt({ target: 'x@notdanang.example' })).toEqual(['/target target-domain-not-allowed']);
    expect(await attempt({ target: 'a@danang.example\r\nBcc: x@evil.example' })).toEqual(['/target address-malformed']);
    expect(await attempt({ target: 'a@danang.example\nBcc: x@evil.example' })).toEqual(['/target address-malformed']);
    expect(await attempt({ target: 'a@danang.example, b@danang.example' })).toEqual(['/target address-malformed']);
    expect(await attempt({ channel: 'webhook', target: 'https://8.8.8.8/x' })).toEqual([
      '/target target-domain-not-allowed',
    ]);
    expect(await attempt({ channel: 'webhook', target: 'https://10.0.0.1/x' })).toEqual([
      '/target webhook-url-internal',
    ]);
    expect(await attempt({ measures: 'all' })).toEqual(['/measures value-not-allowed']);
    expect(await attempt({ measures: undefined })).toEqual(['/measures field-required']);
    expect(await attempt({ measures: 'rooms', by: 'nationality', grain: undefined })).toEqual(['/by measure-not-by']);
    expect(await attempt({ cadence: 'weekly', onDay: 8 })).toEqual(['/onDay subscription-day-out-of-range']);
    expect(await attempt({ hour: 24 })).toEqual(['/hour number-out-of-range']);
    expect(mailbox.mails).toEqual([]);
  });

  it('go to no domain that is not allowed any more', async () => {
    await confirmed();
    api.clock.set('2026-11-24T00:00:01Z');
    await work(courier({ ...options, domains: ['other.example'] }));
    expect(mailbox.mails).toEqual([]);
    const [row] = await api.build.rows<{ because: string }>(
      `SELECT paused_because AS because FROM report_subscription WHERE state = 'paused' ORDER BY created_at DESC LIMIT 1`,
    );
    expect(row?.because).toBe('target-not-allowed');
  });

  it('are few', async () => {
    for (let count = 0; count < 20; count += 1) await subscribe({ channel: 'webhook', target: hookUrl });
    const more = await browser.send('post', PATH, { ...WANTED, channel: 'webhook', target: hookUrl });
    expect(more.body).toMatchObject({ status: 409, code: 'subscriptions-too-many' });
  });
});
