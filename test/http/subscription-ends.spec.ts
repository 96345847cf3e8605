import type { Mail, Mailbox } from '../support/mailbox';
import { ReportStage, SUBSCRIPTIONS } from '../support/report-stage';
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

  describe('are made with the rights that the person has then', () => {
    const grantsOf = async (): Promise<string> => {
      const [row] = await api.build.rows<{ id: string }>(
        'SELECT grant_id AS id FROM account_grant WHERE account_id = $1',
        [stage.analyst.accountId],
      );
      return row?.id ?? '';
    };
    it('none without the role, and the subscription says why', async () => {
      const { subscriptionId } = await stage.confirmed();
      await api.build.rows('UPDATE account_grant SET revoked_at = $2 WHERE grant_id = $1', [
        await grantsOf(),
        api.clock.now(),
      ]);
      api.clock.set('2026-11-24T00:00:01Z');
      await stage.work();
      expect(mailbox.mails).toEqual([]);
      expect(await stage.stored(subscriptionId)).toEqual({ state: 'paused', because: 'no-permission' });
    });

    it('none of an account that was disabled', async () => {
      const { subscriptionId } = await stage.confirmed();
      await api.build.rows(`UPDATE account SET disabled_at = $2, disabled_because = 'test' WHERE account_id = $1`, [
        stage.analyst.accountId,
        api.clock.now(),
      ]);
      api.clock.set('2026-11-24T00:00:01Z');
      await stage.work();
      expect([mailbox.mails, await stage.stored(subscriptionId)]).toEqual([
        [],
        { state: 'paused', because: 'account-disabled' },
      ]);
    });

    it('also when it was made before and could not be sent: less then, nothing then', async () => {
      const { subscriptionId } = await stage.confirmed();
      mailbox.refuse = { code: 451, at: 'data' };
      api.clock.set('2026-11-24T00:00:01Z');
      await stage.work();
      mailbox.refuse = null;
      await api.build.rows('UPDATE account_grant SET revoked_at = $2 WHERE grant_id = $1', [
        await grantsOf(),
        api.clock.now(),
      ]);
      api.clock.advance(10_000);
      await stage.work();
      expect([mailbox.mails, await stage.stored(subscriptionId)]).toEqual([
        [],
        { state: 'paused', because: 'no-permission' },
      ]);
    });

    it('of the area that they have then', async () => {
      await stage.enter('provincial-police');
      const wards = { by: 'ward', grain: undefined };
      await stage.confirmed(wards);
      await stage.subscribe({ ...wards, hour: 8 });
      const told = (): string => {
        const [, file = ''] = /filename=\S+\.csv[^]*?\r\n\r\n([^]*?)\r\n--/.exec(mailbox.mails.at(-1)?.raw ?? '') ?? [];
        return Buffer.from(file, 'base64').toString();
      };
      api.clock.set('2026-11-24T00:00:01Z');
      await stage.work();
      expect(told()).toMatch(/^2026-11-23,2026-11-23,Phường Hội An,[1-9]/m);
      await api.build.rows(`UPDATE account_grant SET scope_id = 'w20413' WHERE grant_id = $1`, [await grantsOf()]);
      api.clock.set('2026-11-24T01:00:01Z');
      await stage.work();
      expect(mailbox.mails).toHaveLength(2);
      expect([told().split(',')[0], told().includes('Hội An')]).toEqual(['\ufeffTừ ngày', false]);
    });
  });

  describe('end', () => {
    const linkOf = (mail: Mail | undefined): string => {
      const [, link = ''] = /List-Unsubscribe:\s*<([^]*?)>/.exec(mail?.raw ?? '') ?? [];
      return new URL(link.replace(/\s/g, '')).search;
    };

    it('by the link of the mail: not by opening it, but by its button or by a mail program, and nobody else’s link', async () => {
      const { subscriptionId } = await stage.confirmed();
      api.clock.set('2026-11-24T00:00:01Z');
      await stage.work();
      const path = `${SUBSCRIPTIONS}/unsubscribe${linkOf(mailbox.mails[0])}`;
      const opened = await api.call('get', path);
      expect([opened.status, opened.text.includes('<button>')]).toEqual([200, true]);
      expect((await stage.stored(subscriptionId))?.state).toBe('active');
      const form = (to: string) =>
        api
          .call('post', to)
          .set('Content-Type', 'application/x-www-form-urlencoded')
          .send('List-Unsubscribe=One-Click');
      for (const forged of [
        `${path}x`,
        path.replace(/token=.{8}/, 'token=00000000'),
        `${SUBSCRIPTIONS}/unsubscribe?token=x`,
      ]) {
        expect([forged, (await form(forged)).status]).toEqual([forged, 404]);
      }
      expect((await stage.stored(subscriptionId))?.state).toBe('active');
      expect((await form(path)).status).toBe(200);
      expect((await form(path)).status).toBe(200);
      expect((await stage.stored(subscriptionId))?.state).toBe('paused');
      api.clock.advance(86_400_000);
      await stage.work();
      expect(mailbox.mails).toHaveLength(1);
    });

    it('by pausing and deleting; what was due meanwhile is not made up for', async () => {
      const { subscriptionId } = await stage.confirmed();
      const paused = await stage.browser.send('post', `${SUBSCRIPTIONS}/${subscriptionId}/pause`);
      expect(paused.body).toMatchObject({ state: 'paused', pausedBecause: 'person', nextDue: null });
      const resumed = await stage.browser.send('post', `${SUBSCRIPTIONS}/${subscriptionId}/resume`);
      expect(resumed.body).toMatchObject({ state: 'active', nextDue: '2026-11-24T07:00:00+07:00' });
      const changed = await stage.browser.send('patch', `${SUBSCRIPTIONS}/${subscriptionId}`, {
        cadence: 'weekly',
        onDay: 5,
        hour: 9,
      });
      expect(changed.body).toMatchObject({ nextDue: '2026-11-27T09:00:00+07:00', asked: { period: 'yesterday' } });
      expect((await stage.browser.send('delete', `${SUBSCRIPTIONS}/${subscriptionId}`)).status).toBe(204);
      expect((await stage.browser.send('get', `${SUBSCRIPTIONS}/${subscriptionId}/deliveries`)).status).toBe(404);
      api.clock.set('2026-11-28T00:00:00Z');
      await stage.work();
      expect(mailbox.mails).toEqual([]);
    });

    it('not by somebody else', async () => {
      const { subscriptionId } = await stage.confirmed();
      const other = (await stage.people.signedIn('tourism-analyst', { kind: 'unit', id: 'p48' })).browser;
      for (const [method, path] of [
        ['post', '/pause'],
        ['post', '/resume'],
        ['delete', ''],
        ['get', '/deliveries'],
      ] as const) {
        expect((await other.send(method, `${SUBSCRIPTIONS}/${subscriptionId}${path}`)).status).toBe(404);
      }
      expect((await other.send('patch', `${SUBSCRIPTIONS}/${subscriptionId}`, { hour: 1 })).status).toBe(404);
      expect((await other.send('get', SUBSCRIPTIONS)).body).toEqual({ subscriptions: [] });
    });
  });

  it('go to no domain that is not allowed any more', async () => {
    await stage.confirmed();
    api.clock.set('2026-11-24T00:00:01Z');
    await stage.work(stage.courier({ ...stage.mail, domains: ['other.example'] }));
    expect(mailbox.mails).toEqual([]);
    const [row] = await api.build.rows<{ because: string }>(
      `SELECT paused_because AS because FROM report_subscription WHERE state = 'paused' ORDER BY created_at DESC LIMIT 1`,
    );
    expect(row?.because).toBe('target-not-allowed');
  });
});
