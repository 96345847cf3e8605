import type { MailSender } from '@luutru/report-subscription';
import { SafeSender } from '@luutru/webhook';
import { type Answered, ask } from './opened-answer';
import { textOfFile } from './opened-file';
import type { Browser } from './people';
import type { ReportWorker } from './report-worker';
import type { TestApi } from './test-api';

type Mail = Parameters<MailSender['send']>[0];
const SUBSCRIPTIONS = '/v1/statistics/subscriptions';
const OPTIONS = { from: 'luutru@danang.example', domains: ['danang.example'], publicUrl: 'http://127.0.0.1' };
const BY = ['', 'ward', 'kind', 'department', 'employer', 'employer-zone', 'route'];

/** Everything about reports at fixed times: what asking for them answers, and each mail with its file. */
export async function* scheduledReports(
  api: TestApi,
  { planner, courier }: ReportWorker,
  browser: Browser,
): AsyncGenerator<Answered> {
  const mails: Mail[] = [];
  const send: MailSender['send'] = async (mail) => (mails.push(mail), null);
  const sending = courier({ mails: { send }, options: OPTIONS, sender: new SafeSender() });
  const work = async (): Promise<void> => {
    await planner.run();
    while (await sending.run());
  };
  const when = { cadence: 'monthly', hour: 7, onDay: 12, channel: 'mail', target: 'can-bo@danang.example' };
  for (const [at, by] of [...BY, 'form'].entries()) {
    const asked = by === 'form' ? { report: 'form-015n' } : { report: 'figures', measures: 'arrivals', by };
    for (const format of ['csv', 'xlsx', 'pdf']) {
      const language = at % 2 === 0 ? 'vi' : 'en';
      const made = await ask(browser, 'post', SUBSCRIPTIONS, { ...asked, ...when, format, language });
      yield made;
      const { subscriptionId, state } = JSON.parse(made.text) as { subscriptionId?: string; state?: string };
      if (state !== 'unconfirmed') continue;
      await work();
      const code = /[0-9]{8}/.exec(mails.at(-1)?.text ?? '')?.[0];
      yield ask(browser, 'post', `${SUBSCRIPTIONS}/${subscriptionId}/confirm`, { code });
    }
  }
  // It is the day on which those of the last month are due.
  await api.build.rows(
    `UPDATE report_subscription SET next_due = $1::timestamptz - interval '1 day' WHERE state = 'active'`,
    [api.clock.now()],
  );
  await work();
  for (const { attachment, subject, text, unsubscribeUrl } of mails) {
    const file = attachment ? await textOfFile(attachment.body) : '';
    const asked = `MAIL ${attachment?.fileName ?? ''}`;
    yield { asked, status: 200, headers: {}, text: [subject, text, unsubscribeUrl, file].join('\n') };
    if (unsubscribeUrl !== null) {
      const { pathname, search } = new URL(unsubscribeUrl);
      yield ask(browser, 'get', `${pathname}${search}`);
    }
  }
  const list = await ask(browser, 'get', SUBSCRIPTIONS);
  yield list;
  const { subscriptions } = JSON.parse(list.text) as { subscriptions: { subscriptionId: string }[] };
  for (const { subscriptionId } of subscriptions)
    yield ask(browser, 'get', `${SUBSCRIPTIONS}/${subscriptionId}/deliveries`);
}
