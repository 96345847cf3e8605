import { createHash } from 'node:crypto';
import { mayDo, type Principal, principalAt } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import { AppError, canonicalJson, type Clock, type Database, type KeyRing, STANDING_SCOPE } from '@luutru/platform';
import type { ReferenceDataService } from '@luutru/reference-data';
import type { ReportFile, StatisticsReports } from '@luutru/statistics';
import { nextAttempt, type SafeSender, signedHeaders } from '@luutru/webhook';
import { isAllowedDomain, readAddress } from './domain/target';
import type { Mail, MailFailure, MailOptions, MailSender } from './mail-sender';
import { confirmMail, reportMail } from './mail-texts';
import { type DueDelivery, ReportDeliveries } from './report-deliveries';
import { DELIVERY_SEAL, type PauseReason, questionAt, SUBSCRIPTION_SEAL } from './subscription.record';
import { unsubscribeToken } from './unsubscribe-link';

/** What the worker makes and sends reports with. */
export interface ReportTools {
  readonly database: Database;
  readonly keyRing: KeyRing;
  readonly reference: ReferenceDataService;
  readonly reports: StatisticsReports;
  readonly mails: MailSender | null;
  readonly options: MailOptions;
  readonly sender: SafeSender;
  readonly clock: Clock;
  readonly random: () => number;
}

/** Nothing is made, and the subscription stops. */
class Refused extends Error {
  constructor(readonly because: PauseReason) {
    super(because);
  }
}

/** Makes reports that are due and sends them. A line is leased; what was made is kept until it was sent. */
export class ReportCourier {
  private readonly deliveries: ReportDeliveries;

  constructor(private readonly tools: ReportTools) {
    this.deliveries = new ReportDeliveries(tools.database, tools.clock);
  }

  /** Works on the next line that is due; false when there is none. Any number of workers may run it at once. */
  async run(): Promise<boolean> {
    const due = await this.deliveries.claim();
    if (due) await this.work(due);
    return due !== null;
  }

  private async work(due: DueDelivery): Promise<void> {
    try {
      const failure = due.kind === 'confirm' ? await this.confirm(due) : await this.report(due);
      await this.record(due, failure);
    } catch (error) {
      if (isStillOpen(error)) await this.deliveries.postpone(due, 'period-open');
      else if (error instanceof Refused) await this.deliveries.refuse(due, error.because);
      else if (error instanceof AppError && error.kind !== 'unavailable')
        await this.deliveries.refuse(due, 'question-invalid');
      else await this.record(due, { reason: error instanceof AppError ? error.code : 'failed', forGood: false });
    }
  }

  private async record(due: DueDelivery, failure: MailFailure): Promise<void> {
    if (!failure) {
      await this.deliveries.sent(due);
      return;
    }
    const { clock, random } = this.tools;
    const retryAt = failure.forGood ? null : nextAttempt(due.attempts + 1, clock.now(), random());
    await this.deliveries.failed(due, failure, retryAt);
  }

  private async confirm(due: DueDelivery): Promise<MailFailure> {
    if (!due.confirm) return null;
    const code = await this.open(SUBSCRIPTION_SEAL.confirm, due, due.confirm);
    const mail = { id: due.deliveryId, to: await this.target(due), unsubscribeUrl: null, attachment: null };
    await this.assertOurs(due);
    return this.mail({ ...mail, ...confirmMail(code, due.language) });
  }

  /** With the rights of this moment, also when it was made before and could not be sent. */
  private async report(due: DueDelivery): Promise<MailFailure> {
    const { database, reference, clock } = this.tools;
    const principal = await principalAt(database, reference.adminUnits, due.accountId, clock.now());
    if (!principal) throw new Refused('account-disabled');
    if (!mayDo(principal, 'statistics.read')) throw new Refused('no-permission');
    const target = await this.target(due);
    const file = await this.fileOf(due, principal);
    await this.assertOurs(due);
    const secret = await this.open(SUBSCRIPTION_SEAL.secret, due, due.secret);
    return due.channel === 'mail' ? this.byMail(due, target, file, secret) : this.byWebhook(due, target, file, secret);
  }

  /** What somebody else has taken over is theirs to send. */
  private async assertOurs(due: DueDelivery): Promise<void> {
    if (!(await this.deliveries.hold(due))) throw new AppError('lease-lost', 'unavailable');
  }

  private async fileOf(due: DueDelivery, principal: Principal): Promise<ReportFile> {
    const rights = rightsOf(principal);
    const { keyRing, reports } = this.tools;
    if (due.file && due.fileName !== null && due.mediaType !== null && due.rights === rights) {
      const text = await keyRing.open(DELIVERY_SEAL.table, DELIVERY_SEAL.file, due.deliveryId, due.file);
      return { fileName: due.fileName, mediaType: due.mediaType, body: Buffer.from(text, 'base64') };
    }
    const caller = { principal, requestId: `report-${due.deliveryId}` };
    const file = await reports.make(caller, questionAt(due.asked, due.dueAt), due.format, due.language);
    const { table, file: column } = DELIVERY_SEAL;
    const sealed = await keyRing.seal(STANDING_SCOPE, table, column, due.deliveryId, file.body.toString('base64'));
    await this.deliveries.made(due, file, sealed, rights);
    return file;
  }

  private byMail(due: DueDelivery, to: string, file: ReportFile, secret: string): Promise<MailFailure> {
    const token = unsubscribeToken(due.subscriptionId, secret);
    const link = new URL('/v1/statistics/subscriptions/unsubscribe', this.tools.options.publicUrl);
    link.searchParams.set('token', token);
    const texts = reportMail(questionAt(due.asked, due.dueAt), due.dueAt, due.language, link.href);
    return this.mail({ id: due.deliveryId, to, unsubscribeUrl: link.href, attachment: file, ...texts });
  }

  private async mail(mail: Mail): Promise<MailFailure> {
    const { mails } = this.tools;
    return mails ? mails.send(mail) : { reason: 'mail-not-configured', forGood: false };
  }

  private async byWebhook(due: DueDelivery, url: string, file: ReportFile, secret: string): Promise<MailFailure> {
    const body = JSON.stringify({
      type: 'report.made',
      data: {
        subscriptionId: due.subscriptionId,
        dueAt: toLocalIso(due.dueAt),
        fileName: file.fileName,
        mediaType: file.mediaType,
        contentBase64: file.body.toString('base64'),
      },
    });
    const headers = signedHeaders([secret], { id: due.deliveryId, at: this.tools.clock.now(), body });
    const sent = await this.tools.sender.post(url, headers, body);
    if (sent.status !== null && sent.status >= 200 && sent.status < 300) return null;
    return { reason: sent.error ?? `http-${sent.status}`, forGood: sent.status === 410 };
  }

  /** Whether it may be sent to is asked again: what was allowed once may not be any more. */
  private async target(due: DueDelivery): Promise<string> {
    const target = await this.open(SUBSCRIPTION_SEAL.target, due, due.target);
    const domain = due.channel === 'mail' ? readAddress(target)?.domain : new URL(target).hostname;
    if (domain === undefined || !isAllowedDomain(domain, this.tools.options.domains))
      throw new Refused('target-not-allowed');
    return target;
  }

  private open(column: string, { subscriptionId }: DueDelivery, box: Buffer): Promise<string> {
    return this.tools.keyRing.open(SUBSCRIPTION_SEAL.table, column, subscriptionId, box);
  }
}

/** The month that is asked for has not been given out yet: it will be, some days after its end. */
export const isStillOpen = (error: unknown): boolean =>
  error instanceof AppError &&
  error.issues.length > 0 &&
  error.issues.every(({ code }) => code === 'statistics-period-open');

/** The same as long as somebody may see the same. */
const rightsOf = ({ grants }: Principal): string =>
  createHash('sha256')
    .update(
      canonicalJson(
        grants.map(({ role, permissions, reach }) => ({ role, permissions: [...permissions].sort(), reach })),
      ),
    )
    .digest('base64url');
