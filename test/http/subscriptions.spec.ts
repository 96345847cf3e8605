import { createHmac } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Mailbox, textOf } from '../support/mailbox';
import { ADDRESS, codeOf, ReportStage, SUBSCRIPTIONS, WANTED } from '../support/report-stage';
import { countStatistics } from '../support/statistics';
import type { TestApi } from '../support/test-api';

describe('reports that are subscribed to', () => {
  let stage: ReportStage;
  let api: TestApi;
  let mailbox: Mailbox;
  beforeAll(async () => {
    stage = await ReportStage.open();
    ({ api, mailbox } = stage);
  });
  beforeEach(() => stage.reset());
  afterAll(() => stage.close());

  const errorsOf = (answer: { body: unknown }): string[] =>
    ((answer.body as { errors?: { pointer: string; code: string }[] }).errors ?? []).map(
      ({ pointer, code }) => `${pointer} ${code}`,
    );

  describe('by mail', () => {
    it('go nowhere until the person has given the code that went to the address', async () => {
      const made = await stage.subscribe();
      expect([made.state, made.nextDue, made.secret]).toEqual(['unconfirmed', null, null]);
      await stage.work();
      expect(mailbox.mails.map(({ to }) => to)).toEqual([[ADDRESS]]);
      api.clock.advance(23 * 3_600_000);
      await stage.work();
      expect(mailbox.mails).toHaveLength(1);
      await stage.awake();
      const confirm = (code: string) =>
        stage.browser.send('post', `${SUBSCRIPTIONS}/${made.subscriptionId}/confirm`, { code });
      expect((await confirm('wrong')).body).toMatchObject({ status: 409, code: 'subscription-code-wrong' });
      const right = codeOf(mailbox.mails[0]);
      expect((await confirm(right)).body).toMatchObject({ state: 'active', nextDue: '2026-11-25T07:00:00+07:00' });
      // The address is known to be theirs from now on, of another person not.
      expect((await stage.subscribe()).state).toBe('active');
      const other = (await stage.people.signedIn('tourism-analyst', { kind: 'unit', id: 'p48' })).browser;
      expect((await stage.subscribe({}, other)).state).toBe('unconfirmed');
    });

    it('are not confirmed by guessing, nor late', async () => {
      const made = await stage.subscribe();
      await stage.work();
      const confirm = (code: string) =>
        stage.browser.send('post', `${SUBSCRIPTIONS}/${made.subscriptionId}/confirm`, { code });
      for (let guess = 0; guess < 5; guess += 1) expect((await confirm('00000000')).status).toBe(409);
      expect((await confirm(codeOf(mailbox.mails[0]))).status).toBe(409);
      const late = await stage.subscribe();
      await stage.work();
      api.clock.advance(24 * 3_600_000);
      await stage.awake();
      const answer = await stage.browser.send('post', `${SUBSCRIPTIONS}/${late.subscriptionId}/confirm`, {
        code: codeOf(mailbox.mails.at(-1)),
      });
      expect(answer.status).toBe(409);
      expect((await stage.standing(late.subscriptionId))?.state).toBe('unconfirmed');
    });

    it('hold the file and nothing of a person, and say how to stop', async () => {
      const { subscriptionId, nextDue } = await stage.confirmed();
      expect(nextDue).toBe('2026-11-24T07:00:00+07:00');
      api.clock.set('2026-11-24T00:00:01Z');
      await stage.work();
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
      expect(await stage.deliveries(subscriptionId)).toMatchObject([
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
      const { subscriptionId } = await stage.confirmed();
      api.clock.set('2026-11-27T02:00:00Z');
      await Promise.all([1, 2, 3, 4].map(() => stage.work(stage.courier())));
      await stage.work();
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
      await stage.confirmed();
      api.clock.set('2026-11-24T00:00:01Z');
      await stage.plan();
      // It claimed the line and died.
      await api.build.rows(
        `UPDATE report_delivery SET claim_number = claim_number + 1, available_at = $1::timestamptz + interval '2 minutes' WHERE state = 'pending'`,
        [api.clock.now()],
      );
      await stage.work();
      expect(mailbox.mails).toHaveLength(0);
      api.clock.advance(121_000);
      await stage.work();
      expect(mailbox.mails).toHaveLength(1);
    });

    it('are tried again with pauses, made once, and given up with the reason shown; three in a row stop it', async () => {
      const { subscriptionId } = await stage.confirmed();
      mailbox.refuse = { code: 451, at: 'data' };
      api.clock.set('2026-11-24T00:00:01Z');
      await stage.work();
      await stage.work();
      expect(await stage.deliveries(subscriptionId)).toMatchObject([
        { state: 'pending', attempts: 1, reason: 'smtp-451' },
        {},
      ]);
      mailbox.refuse = null;
      api.clock.advance(10_000);
      await stage.work();
      expect(mailbox.mails).toHaveLength(1);
      const exports = await api.build.rows<{ n: number }>(
        `SELECT count(*)::integer AS n FROM audit_entry WHERE action = 'statistics.export' AND actor_id = $1`,
        [stage.analyst.accountId],
      );
      expect(exports).toEqual([{ n: 1 }]);
      mailbox.refuse = { code: 451, at: 'data' };
      for (let hours = 0; hours < 240; hours += 8) {
        api.clock.advance(8 * 3_600_000);
        await stage.work();
      }
      const stopped = await stage.standing(subscriptionId);
      expect([stopped?.state, stopped?.pausedBecause]).toEqual(['paused', 'undeliverable']);
      expect(
        (await stage.deliveries(subscriptionId)).filter(({ state }) => state === 'dead').length,
      ).toBeGreaterThanOrEqual(3);
    });

    it('stop at once where the mailbox does not exist', async () => {
      const { subscriptionId } = await stage.confirmed();
      mailbox.refuse = { code: 550, at: 'recipient' };
      api.clock.set('2026-11-24T00:00:01Z');
      await stage.work();
      expect(await stage.deliveries(subscriptionId)).toMatchObject([
        { state: 'dead', reason: 'smtp-550', attempts: 1 },
        {},
      ]);
      expect((await stage.standing(subscriptionId))?.pausedBecause).toBe('undeliverable');
    });

    it('are left in a folder where no server is configured, and wait where neither is', async () => {
      const { subscriptionId } = await stage.confirmed();
      const folder = mkdtempSync(join(tmpdir(), 'mail-'));
      try {
        api.clock.set('2026-11-24T00:00:01Z');
        const { smtpUrl: _none, ...without } = stage.mail;
        await stage.work(stage.courier(without));
        expect(await stage.deliveries(subscriptionId)).toMatchObject([
          { state: 'pending', reason: 'mail-not-configured' },
          {},
        ]);
        api.clock.advance(10_000);
        await stage.work(stage.courier({ ...without, folder }));
        const [file = ''] = readdirSync(folder);
        expect(readFileSync(join(folder, file), 'utf8')).toContain(`To: ${ADDRESS}`);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  });

  it('of a month that is not given out yet wait for it, without an attempt being counted', async () => {
    const { subscriptionId } = await stage.subscribe({
      ...{ channel: 'webhook', target: stage.hookUrl, cadence: 'monthly', onDay: 1, grain: undefined, by: 'kind' },
    });
    api.clock.set('2026-12-01T00:00:01Z');
    await countStatistics(api);
    await countStatistics(api);
    await stage.work();
    const [row] = await api.build.rows<object>(
      'SELECT state, attempts, reason FROM report_delivery WHERE subscription_id = $1',
      [subscriptionId],
    );
    expect([row, stage.hooks]).toEqual([{ state: 'pending', attempts: 0, reason: 'period-open' }, []]);
    api.clock.set('2026-12-11T00:00:01Z');
    await countStatistics(api);
    await countStatistics(api);
    await stage.work();
    expect(stage.hooks.map(({ body }) => (JSON.parse(body) as { data: { fileName: string } }).data.fileName)).toEqual([
      'thong-ke-2026-11-01-2026-11-30.csv',
    ]);
  });

  it('are pushed to a webhook of an allowed domain, signed, with the file', async () => {
    const { secret, state, subscriptionId } = await stage.subscribe({
      channel: 'webhook',
      target: stage.hookUrl,
      format: 'pdf',
    });
    expect(state).toBe('active');
    api.clock.set('2026-11-24T00:00:01Z');
    stage.hookStatus = 503;
    await stage.work();
    stage.hookStatus = 200;
    api.clock.advance(10_000);
    await stage.work();
    expect(stage.hooks.map(({ headers }) => headers['webhook-id'])).toEqual([
      stage.hooks[0]?.headers['webhook-id'],
      stage.hooks[0]?.headers['webhook-id'],
    ]);
    const { headers, body } = stage.hooks[1] ?? { headers: {}, body: '' };
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
      errorsOf(await stage.browser.send('post', SUBSCRIPTIONS, { ...WANTED, ...change }));
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

  it('are few', async () => {
    for (let count = 0; count < 20; count += 1) await stage.subscribe({ channel: 'webhook', target: stage.hookUrl });
    const more = await stage.browser.send('post', SUBSCRIPTIONS, {
      ...WANTED,
      channel: 'webhook',
      target: stage.hookUrl,
    });
    expect(more.body).toMatchObject({ status: 409, code: 'subscriptions-too-many' });
  });
});
