import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AdminController } from './admin/admin.controller';
import { AnswerCounts } from './admin/answer-counts';
import { BehaviourService } from './behaviour/behaviour.service';
import { Database } from './database/database';
import { RequestPurge } from './database/request-purge';
import { FailureFilter } from './http/failure.filter';
import { HealthController } from './http/health.controller';
import { LedgerRepository } from './ledger/ledger.repository';
import { StayEventController } from './ledger/stay-event.controller';
import { OPTIONS, type PopulationMockOptions } from './options';
import { IdentityController } from './people/identity.controller';
import { PeopleRepository } from './people/people.repository';

@Module({})
export class PopulationMockModule {
  static forRoot(options: PopulationMockOptions): DynamicModule {
    return {
      module: PopulationMockModule,
      controllers: [IdentityController, StayEventController, AdminController, HealthController],
      providers: [
        { provide: OPTIONS, useValue: options },
        { provide: APP_FILTER, useClass: FailureFilter },
        Database,
        RequestPurge,
        BehaviourService,
        PeopleRepository,
        LedgerRepository,
        AnswerCounts,
      ],
    };
  }
}
