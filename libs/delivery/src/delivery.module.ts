import { type DynamicModule, Module } from '@nestjs/common';
import { PopulationClient, type PopulationClientOptions } from '@luutru/population';
import { DeliverableRepository } from './deliverable.repository';
import { DELIVERY_OPTIONS, type DeliveryOptions } from './delivery.options';
import { DeliveryService } from './delivery.service';
import { CircuitBreaker } from './domain/circuit-breaker';
import { OutboxRepository } from './outbox.repository';

@Module({})
export class DeliveryModule {
  static forRoot(delivery: DeliveryOptions, population: PopulationClientOptions): DynamicModule {
    return {
      module: DeliveryModule,
      providers: [
        DeliveryService,
        DeliverableRepository,
        OutboxRepository,
        { provide: DELIVERY_OPTIONS, useValue: delivery },
        { provide: CircuitBreaker, useFactory: () => new CircuitBreaker(delivery.breaker) },
        { provide: PopulationClient, useFactory: () => new PopulationClient(population) },
      ],
      exports: [
        DeliveryService,
        DeliverableRepository,
        OutboxRepository,
        CircuitBreaker,
        PopulationClient,
        DELIVERY_OPTIONS,
      ],
    };
  }
}
