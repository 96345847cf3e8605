import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AccessModule, ApiKey, ApiKeyFacility } from '@luutru/access';
import { DeclarationModule } from '@luutru/declaration';
import { Department, Facility, FacilityModule, IndustrialZone, Room, Route, Vehicle } from '@luutru/facility';
import { Patient, PatientModule } from '@luutru/patient';
import { type Clock, type KeySet, type Logger, PlatformModule } from '@luutru/platform';
import { ReferenceDataModule } from '@luutru/reference-data';
import { Trip, TripModule } from '@luutru/trip';
import { FacilityController } from './facility/facility.controller';
import { HealthController } from './health/health.controller';
import { AccessGuard } from './http/access.guard';
import { FacilityChoice } from './http/facility-choice';
import { ProblemCatalogue } from './http/problem';
import { ProblemFilter } from './http/problem.filter';
import { PatientController } from './patient/patient.controller';
import { problemCatalogue } from './problem-catalogue';
import { ProblemsController } from './problems/problems.controller';
import { ReferenceController } from './reference/reference.controller';
import { StayController } from './stay/stay.controller';
import { StayPresenter } from './stay/stay.presenter';
import { TripController } from './trip/trip.controller';

export interface ApiOptions {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly masterKeys: KeySet;
  readonly indexKeys: KeySet;
  readonly clock: Clock;
  readonly logger: Logger;
}

const ENTITIES = [ApiKey, ApiKeyFacility, Department, Facility, IndustrialZone, Patient, Room, Route, Trip, Vehicle];

@Module({})
export class ApiModule {
  static forRoot(options: ApiOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forRoot({
          ...options,
          database: {
            url: options.databaseUrl,
            poolSize: options.poolSize,
            applicationName: 'luutru-api',
            entities: ENTITIES,
          },
        }),
        AccessModule,
        ReferenceDataModule,
        FacilityModule,
        TripModule,
        PatientModule,
        DeclarationModule,
      ],
      controllers: [
        StayController,
        TripController,
        PatientController,
        FacilityController,
        ReferenceController,
        ProblemsController,
        HealthController,
      ],
      providers: [
        { provide: ProblemCatalogue, useValue: problemCatalogue },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        FacilityChoice,
        StayPresenter,
      ],
    };
  }
}
