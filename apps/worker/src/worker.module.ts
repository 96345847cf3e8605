import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { AuditSealer, HeadsFolder, SealExporter } from '@luutru/audit';
import { DeliveryModule, type DeliveryOptions, type DeliverStayEvent, POPULATION_TOPIC } from '@luutru/delivery';
import {
  type Clock,
  Database,
  JobQueue,
  type KeySet,
  type Logger,
  PlatformModule,
  type QueueConnection,
  type SigningKey,
} from '@luutru/platform';
import { FigureFeedModule } from '@luutru/figure-feed';
import { ReferenceDataModule } from '@luutru/reference-data';
import type { MailOptions } from '@luutru/report-subscription';
import { StatisticsModule } from '@luutru/statistics';
import type { SenderOptions } from '@luutru/webhook';
import type { PopulationClientOptions } from '@luutru/population';
import { AnomalyWorker } from './anomaly/anomaly.worker';
import { AuditSealWorker } from './audit/audit-seal.worker';
import { DeliveryKeepingWorker } from './delivery/delivery-keeping.worker';
import { ComplianceWorker } from './compliance/compliance.worker';
import { FigureFeedWorker } from './figure-feed/figure-feed.worker';
import { HealthController } from './health/health.controller';
import { KbttForwardWorker, PORTAL_OPTIONS, type PortalOptions } from './kbtt/kbtt-forward.worker';
import { MaintenanceService } from './maintenance/maintenance.service';
import { MAIL_OPTIONS, ReportWorker } from './report-subscription/report.worker';
import { OutboxRelay } from './outbox/outbox-relay';
import { DeliverStayEventHandler } from './population/deliver-stay-event.handler';
import { OutageWorker } from './outage/outage.worker';
import { SCREENING_OPTIONS, type ScreeningOptions, ScreeningWorker } from './screening/screening.worker';
import { EditionWorker } from './statistics/edition.worker';
import { StatisticsWorker } from './statistics/statistics.worker';
import { GuestEntryWorker } from './stay/guest-entry.worker';
import { OverdueWorker } from './stay/overdue.worker';
import { MovementWorker } from './police/movement.worker';
import { WEBHOOK_OPTIONS, WebhookWorker } from './webhook/webhook.worker';
import { PopulationWorker, QUEUE_CONNECTION } from './population/population-worker';

export interface WorkerOptions {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly masterKeys: KeySet;
  readonly queue: QueueConnection;
  readonly delivery: DeliveryOptions;
  readonly population: Omit<PopulationClientOptions, 'now'>;
  readonly audit: {
    readonly sealKey: SigningKey;
    /** Folders that the heads of the seals are kept in. */
    readonly headsFolders: readonly string[];
  };
  /** An endpoint that speaks the national portal's protocol; absent: nothing is forwarded. */
  readonly portal?: PortalOptions;
  /** How often declarations are looked for, and how far back changed lists reach. */
  readonly screening: ScreeningOptions;
  /** Where webhooks may go besides the public Internet; for development only. */
  readonly webhook?: SenderOptions;
  /** How reports that people subscribed to leave; none do unless given. */
  readonly mail?: MailOptions;
  readonly clock: Clock;
  readonly logger: Logger;
}

const NO_MAIL: MailOptions = { from: 'luutru@localhost.localdomain', publicUrl: 'http://127.0.0.1', domains: [] };

@Module({})
export class WorkerModule implements OnApplicationShutdown {
  constructor(private readonly queue: JobQueue<DeliverStayEvent>) {}

  static forRoot(options: WorkerOptions): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot({
          ...options,
          database: {
            url: options.databaseUrl,
            poolSize: options.poolSize,
            applicationName: 'luutru-worker',
            entities: [],
          },
        }),
        ReferenceDataModule,
        FigureFeedModule,
        StatisticsModule,
        DeliveryModule.forRoot(options.delivery, { ...options.population, now: () => options.clock.now() }),
      ],
      controllers: [HealthController],
      providers: [
        { provide: QUEUE_CONNECTION, useValue: options.queue },
        { provide: JobQueue, useFactory: () => new JobQueue(POPULATION_TOPIC, options.queue, options.logger) },
        {
          provide: AuditSealer,
          useFactory: (database: Database) => new AuditSealer(database, options.audit.sealKey),
          inject: [Database],
        },
        {
          provide: SealExporter,
          useFactory: (database: Database) =>
            new SealExporter(
              database,
              options.audit.headsFolders.map((folder) => new HeadsFolder(folder)),
              options.logger,
            ),
          inject: [Database],
        },
        AuditSealWorker,
        DeliveryKeepingWorker,
        MaintenanceService,
        OutboxRelay,
        GuestEntryWorker,
        OverdueWorker,
        OutageWorker,
        ComplianceWorker,
        StatisticsWorker,
        EditionWorker,
        MovementWorker,
        FigureFeedWorker,
        AnomalyWorker,
        { provide: MAIL_OPTIONS, useValue: options.mail ?? NO_MAIL },
        ReportWorker,
        { provide: WEBHOOK_OPTIONS, useValue: options.webhook ?? {} },
        WebhookWorker,
        { provide: SCREENING_OPTIONS, useValue: options.screening },
        ScreeningWorker,
        ...(options.portal ? [{ provide: PORTAL_OPTIONS, useValue: options.portal }, KbttForwardWorker] : []),
        DeliverStayEventHandler,
        PopulationWorker,
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close();
  }
}
