import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DELIVERY_OPTIONS, type DeliveryOptions, type DeliverStayEvent, POPULATION_TOPIC } from '@luutru/delivery';
import { JobWorker, type Logger, LOGGER, type QueueConnection } from '@luutru/platform';
import { DeliverStayEventHandler } from './deliver-stay-event.handler';

/** Injection token of the {@link QueueConnection}. */
export const QUEUE_CONNECTION = Symbol('QueueConnection');

/** Runs the handlers of the population queue. */
@Injectable()
export class PopulationWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private worker?: JobWorker<DeliverStayEvent>;

  constructor(
    private readonly handler: DeliverStayEventHandler,
    @Inject(QUEUE_CONNECTION) private readonly connection: QueueConnection,
    @Inject(DELIVERY_OPTIONS) private readonly options: DeliveryOptions,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.worker = new JobWorker<DeliverStayEvent>(POPULATION_TOPIC, this.connection, {
      concurrency: this.options.concurrency,
      handlers: new Map([[DeliverStayEventHandler.jobName, (payload) => this.handler.handle(payload)]]),
      logger: this.logger,
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker?.close();
  }
}
