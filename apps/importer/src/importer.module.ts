import { type DynamicModule, Module } from '@nestjs/common';
import { BatchModule } from '@luutru/batch';
import { DeclarationModule, TOPICS_WITH_KBTT } from '@luutru/declaration';
import { Department, Facility, IndustrialZone, Room, Route, Vehicle } from '@luutru/facility';
import { Patient } from '@luutru/patient';
import { type Clock, type KeySet, type Logger, PlatformModule, type SigningKey } from '@luutru/platform';
import { ReceiptModule } from '@luutru/receipt';
import { ReferenceDataModule } from '@luutru/reference-data';
import { Trip } from '@luutru/trip';
import { HealthController } from './health.controller';
import { Importer, IMPORT_POLL_MS } from './importer';

export interface ImporterOptions {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly masterKeys: KeySet;
  readonly indexKeys: KeySet;
  readonly receiptKey: SigningKey;
  /** How the platform calls itself in receipts. */
  readonly issuer: string;
  /** Queues stays for the national portal as well, of facilities that have a user there. */
  readonly kbttForwarding?: boolean;
  readonly pollMs: number;
  readonly clock: Clock;
  readonly logger: Logger;
}

const ENTITIES = [Department, Facility, IndustrialZone, Patient, Room, Route, Trip, Vehicle];

@Module({})
export class ImporterModule {
  static forRoot(options: ImporterOptions): DynamicModule {
    return {
      module: ImporterModule,
      imports: [
        PlatformModule.forRoot({
          ...options,
          database: {
            url: options.databaseUrl,
            poolSize: options.poolSize,
            applicationName: 'luutru-importer',
            entities: ENTITIES,
          },
        }),
        ReferenceDataModule,
        ReceiptModule.forRoot({ signingKey: options.receiptKey }),
        DeclarationModule.forRoot({
          issuer: options.issuer,
          ...(options.kbttForwarding && { topics: TOPICS_WITH_KBTT }),
        }),
        BatchModule,
      ],
      controllers: [HealthController],
      providers: [Importer, { provide: IMPORT_POLL_MS, useValue: options.pollMs }],
    };
  }
}
