import { type DynamicModule, Module } from '@nestjs/common';
import { StatisticsModule } from '@luutru/statistics';
import { SafeSender, type SenderOptions } from '@luutru/webhook';
import { REPORT_DOMAINS, ReportTargets } from './report-targets';
import { SubscriptionsService } from './subscriptions.service';
import { UnsubscribeService } from './unsubscribe.service';

@Module({})
export class ReportSubscriptionModule {
  /** @param domains that mails and webhooks may go to */
  static forRoot(options: { readonly domains: readonly string[]; readonly webhook: SenderOptions }): DynamicModule {
    return {
      module: ReportSubscriptionModule,
      imports: [StatisticsModule],
      providers: [
        ReportTargets,
        SubscriptionsService,
        UnsubscribeService,
        { provide: REPORT_DOMAINS, useValue: options.domains },
        { provide: SafeSender, useFactory: () => new SafeSender(options.webhook) },
      ],
      exports: [SubscriptionsService, UnsubscribeService],
    };
  }
}
