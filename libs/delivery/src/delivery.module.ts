import { type DynamicModule, Module } from '@nestjs/common';
import { PopulationClient, type PopulationClientOptions } from '@luutru/population';
import { DeliverableRepository } from './deliverable.repository';
import { DELIVERY_OPTIONS, type DeliveryOptions } from './delivery.options';
import { DeliveryAdmin } from './delivery-admin.service';
import { DeliveryKeeping } from './delivery-keeping';
import { DeliveryMetrics } from './delivery-metrics';
import { DeliveryReadModel } from './delivery.read-model';
import { DeliveryService } from './delivery.service';
import { CircuitBreaker } from './domain/circuit-breaker';
import { OutboxRepository } from './outbox.repository';

/** Looking at the delivery and steering it, for processes that do not deliver. */
@Module({ providers: [DeliveryReadModel, DeliveryAdmin], exports: [DeliveryReadModel, DeliveryAdmin] })
export class DeliveryAdminModule {}

@Module({})
export class DeliveryModule {
  static forRoot(delivery: DeliveryOptions, population: PopulationClientOptions): DynamicModule {
    return {
      module: DeliveryModule,
      providers: [
        DeliveryService,
        DeliveryReadModel,
        DeliveryKeeping,
        DeliveryMetrics,
        DeliverableRepository,
        OutboxRepository,
        { provide: DELIVERY_OPTIONS, useValue: delivery },
        { provide: CircuitBreaker, useFactory: () => new CircuitBreaker(delivery.breaker) },
        { provide: PopulationClient, useFactory: () => new PopulationClient(population) },
      ],
      exports: [
        DeliveryService,
        DeliveryReadModel,
        DeliveryKeeping,
        DeliveryMetrics,
        DeliverableRepository,
        OutboxRepository,
        CircuitBreaker,
        PopulationClient,
        DELIVERY_OPTIONS,
      ],
    };
  }
}
