import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type MailOptions, mailSender, type ReportCourier } from '@luutru/report-subscription';
import { SafeSender } from '@luutru/webhook';
import { type Mail, Mailbox, textOf } from './mailbox';
import { Browser, People, type TestPerson } from './people';
import { type ReportWorker, reportWorker } from './report-worker';
import { countStatistics } from './statistics';
import { createTestApi, type TestApi } from './test-api';
import { Worlds } from './world';

const LOOPBACK = { allowHttp: true, allowAddress: (address: string) => address === '127.0.0.1' };
export const SUBSCRIPTIONS = '/v1/statistics/subscriptions';
export const ADDRESS = 'can-bo@danang.example';
/** The arrivals of a day by mail, each morning at seven. */
export const WANTED = {
  ...{ report: 'figures', measures: 'arrivals', grain: 'day', format: 'csv', cadence: 'daily', hour: 7 },
  ...{ channel: 'mail', target: ADDRESS },
};
const EVENING = '2026-11-23T14:56:00Z';

interface Subscription {
  readonly subscriptionId: string;
  readonly state: string;
  readonly pausedBecause: string | null;
  readonly nextDue: string | null;
  readonly secret: string | null;
}

interface Delivery {
  readonly state: string;
  readonly kind: string;
  readonly reason: string | null;
  readonly attempts: number;
  readonly dueAt: string;
}

/** An analyst who subscribes to reports of a ward, the worker that makes them, and a mailbox and a webhook that take them in. */
export class ReportStage {
  analyst!: TestPerson;
  browser!: Browser;
  hooks: { readonly headers: Record<string, unknown>; readonly body: string }[] = [];
  hookStatus = 200;

  private constructor(
    readonly api: TestApi,
    readonly people: People,
    readonly mailbox: Mailbox,
    private readonly worker: ReportWorker,
    private readonly hook: Server,
  ) {}

  static async open(): Promise<ReportStage> {
    const api = await createTestApi({ webhook: LOOPBACK, reportDomains: ['danang.example', '127.0.0.1'] });
    await new Worlds(api).create('w20410');
    await countStatistics(api);
    await countStatistics(api);
    const hook = createServer();
    const people = new People(api.app, api.clock);
    const stage = new ReportStage(api, people, await Mailbox.open(), await reportWorker(api), hook);
    hook.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        stage.hooks.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
        response.writeHead(stage.hookStatus).end();
      });
    });
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
    return stage;
  }

  /** The evening before the first report, with nothing subscribed to, by an analyst of their own. */
  async reset(): Promise<void> {
    const { build } = this.api;
    await build.rows(`UPDATE report_delivery SET state = 'cancelled' WHERE state = 'pending'`);
    await build.rows(`UPDATE report_subscription SET state = 'removed', next_due = NULL, paused_because = NULL`);
    this.api.clock.set(EVENING);
    await this.enter('tourism-analyst');
    [this.mailbox.mails, this.mailbox.refuse, this.hooks, this.hookStatus] = [[], null, [], 200];
  }

  /** Somebody else subscribes from now on. */
  async enter(role: 'tourism-analyst' | 'provincial-police'): Promise<void> {
    this.analyst = await this.people.signedIn(role, { kind: 'unit', id: 'p48' });
    this.browser = this.analyst.browser;
  }

  async close(): Promise<void> {
    await this.worker.close();
    await this.mailbox.close();
    this.hook.close();
    await this.api.close();
  }

  get hookUrl(): string {
    return `http://127.0.0.1:${(this.hook.address() as AddressInfo).port}/reports`;
  }

  get mail(): MailOptions {
    return {
      smtpUrl: this.mailbox.url,
      from: 'luutru@danang.example',
      domains: ['danang.example', '127.0.0.1'],
      publicUrl: 'http://127.0.0.1',
    };
  }

  courier(mail = this.mail): ReportCourier {
    return this.worker.courier({ options: mail, mails: mailSender(mail), sender: new SafeSender(LOOPBACK) });
  }

  /** Plans what is due, without sending it. */
  async plan(): Promise<void> {
    await this.worker.planner.run();
  }

  async work(courier = this.courier()): Promise<void> {
    await this.plan();
    while (await courier.run());
  }

  async subscribe(change: object = {}, by = this.browser): Promise<Subscription> {
    const answer = await by.send('post', SUBSCRIPTIONS, { ...WANTED, ...change });
    expect([answer.status, answer.text]).toEqual([201, answer.text]);
    return answer.body as Subscription;
  }

  async confirmed(change: object = {}): Promise<Subscription> {
    const made = await this.subscribe(change);
    await this.work();
    const code = codeOf(this.mailbox.mails.at(-1));
    const answer = await this.browser.send('post', `${SUBSCRIPTIONS}/${made.subscriptionId}/confirm`, { code });
    expect([answer.status, answer.text]).toEqual([200, answer.text]);
    this.mailbox.mails = [];
    return answer.body as Subscription;
  }

  /** Signs in again where the session is over: days may have gone by. */
  async awake(): Promise<void> {
    if ((await this.browser.send('get', SUBSCRIPTIONS)).status !== 401) return;
    const { username, password } = this.analyst;
    this.browser = new Browser(this.api.app);
    await this.browser.step('/v1/sign-in', { username, password });
  }

  async deliveries(id: string): Promise<Delivery[]> {
    await this.awake();
    const answer = await this.browser.send('get', `${SUBSCRIPTIONS}/${id}/deliveries`);
    return (answer.body as { deliveries: Delivery[] }).deliveries;
  }

  async standing(id: string): Promise<Subscription | undefined> {
    await this.awake();
    const answer = await this.browser.send('get', SUBSCRIPTIONS);
    return (answer.body as { subscriptions: Subscription[] }).subscriptions.find(
      ({ subscriptionId }) => subscriptionId === id,
    );
  }

  /** As stored: of people too who may ask no longer. */
  async stored(id: string): Promise<{ state: string; because: string | null } | undefined> {
    const [row] = await this.api.build.rows<{ state: string; because: string | null }>(
      'SELECT state, paused_because AS because FROM report_subscription WHERE subscription_id = $1',
      [id],
    );
    return row;
  }
}

export const codeOf = (mail: Mail | undefined): string => /[0-9]{8}/.exec(textOf(mail))?.[0] ?? '';
