import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, Database, KeyRing, type Logger, LOGGER } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { type MailOptions, mailSender, ReportCourier, ReportPlanner } from '@luutru/report-subscription';
import { StatisticsReports } from '@luutru/statistics';
import { SafeSender, type SenderOptions } from '@luutru/webhook';
import { RepeatedWork } from '../repeated-work';
import { WEBHOOK_OPTIONS } from '../webhook/webhook.worker';

export const MAIL_OPTIONS = Symbol('MAIL_OPTIONS');
const INTERVAL_MS = 5_000;

/** Makes reports that people subscribed to and sends them. */
@Injectable()
export class ReportWorker extends RepeatedWork {
  private readonly planner: ReportPlanner;
  private readonly courier: ReportCourier;

  constructor(
    reports: StatisticsReports,
    reference: ReferenceDataService,
    database: Database,
    keyRing: KeyRing,
    @Inject(MAIL_OPTIONS) options: MailOptions,
    @Inject(WEBHOOK_OPTIONS) webhook: SenderOptions,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOGGER) logger: Logger,
  ) {
    super('report-subscription', INTERVAL_MS, logger);
    this.planner = new ReportPlanner(database, clock);
    this.courier = new ReportCourier({
      ...{ database, keyRing, reference, reports, options, clock },
      mails: mailSender(options),
      sender: new SafeSender(webhook),
      random: Math.random,
    });
  }

  protected async work(): Promise<void> {
    await this.planner.run();
    while (await this.courier.run());
  }
}
