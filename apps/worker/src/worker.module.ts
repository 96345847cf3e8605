import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DeliveryModule, type DeliveryOptions, type DeliverStayEvent, POPULATION_TOPIC } from '@luutru/delivery';
import { type Clock, JobQueue, type KeySet, type Logger, PlatformModule, type QueueConnection } from '@luutru/platform';
import type { PopulationClientOptions } from '@luutru/population';
import { HealthController } from './health/health.controller';
import { MaintenanceService } from './maintenance/maintenance.service';
import { OutboxRelay } from './outbox/outbox-relay';
import { DeliverStayEventHandler } from './population/deliver-stay-event.handler';
import { PopulationWorker, QUEUE_CONNECTION } from './population/population-worker';

export interface WorkerOptions {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly masterKeys: KeySet;
  readonly queue: QueueConnection;
  readonly delivery: DeliveryOptions;
  readonly population: Omit<PopulationClientOptions, 'now'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

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
        DeliveryModule.forRoot(options.delivery, { ...options.population, now: () => options.clock.now() }),
      ],
      controllers: [HealthController],
      providers: [
        { provide: QUEUE_CONNECTION, useValue: options.queue },
        { provide: JobQueue, useFactory: () => new JobQueue(POPULATION_TOPIC, options.queue, options.logger) },
        MaintenanceService,
        OutboxRelay,
        DeliverStayEventHandler,
        PopulationWorker,
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close();
  }
}
