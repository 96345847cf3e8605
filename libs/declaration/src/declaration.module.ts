import { type DynamicModule, Module } from '@nestjs/common';
import { FacilityModule } from '@luutru/facility';
import { OutageModule } from '@luutru/outage';
import { PatientModule } from '@luutru/patient';
import { TripModule } from '@luutru/trip';
import { BulkDeclarationService } from './bulk-declaration.service';
import { ContextBuilder } from './context-builder';
import { DeclarationService } from './declaration.service';
import { KnownPeople } from './known-people';
import { OUTBOX_TOPICS, type OutboxTopics, USUAL_TOPICS } from './outbox-topics';
import { PersonCheck } from './person-check';
import { PoliceNotices } from './police-notices';
import { ReceiptService } from './receipt.service';
import { RECEIPT_ISSUER, StayReceipt } from './stay-receipt';
import { StayActionRepository } from './stay-action.repository';
import { StayActionService } from './stay-action.service';
import { StayColumns } from './stay-columns';
import { StayHistoryReadModel } from './stay-history.read-model';
import { StayReadModel } from './stay.read-model';
import { StayRepository } from './stay.repository';

@Module({
  imports: [OutageModule, FacilityModule, TripModule, PatientModule],
  providers: [
    DeclarationService,
    ContextBuilder,
    KnownPeople,
    PersonCheck,
    PoliceNotices,
    ReceiptService,
    StayReceipt,
    StayColumns,
    StayRepository,
    StayActionRepository,
    StayActionService,
    BulkDeclarationService,
    StayReadModel,
    StayHistoryReadModel,
  ],
  exports: [
    KnownPeople,
    PersonCheck,
    PoliceNotices,
    DeclarationService,
    BulkDeclarationService,
    StayActionService,
    ReceiptService,
    StayReadModel,
    StayHistoryReadModel,
  ],
})
export class DeclarationModule {
  /**
   * @param options.issuer how the platform calls itself in receipts
   * @param options.topics whom events of stays are queued for
   */
  static forRoot(options: { readonly issuer: string; readonly topics?: OutboxTopics }): DynamicModule {
    return {
      module: DeclarationModule,
      global: true,
      providers: [
        { provide: RECEIPT_ISSUER, useValue: options.issuer },
        { provide: OUTBOX_TOPICS, useValue: options.topics ?? USUAL_TOPICS },
      ],
      exports: [OUTBOX_TOPICS],
    };
  }
}
