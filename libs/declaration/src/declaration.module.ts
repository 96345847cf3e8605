import { type DynamicModule, Module } from '@nestjs/common';
import { FacilityModule } from '@luutru/facility';
import { PatientModule } from '@luutru/patient';
import { TripModule } from '@luutru/trip';
import { ContextBuilder } from './context-builder';
import { DeclarationService } from './declaration.service';
import { ReceiptService } from './receipt.service';
import { RECEIPT_ISSUER, StayReceipt } from './stay-receipt';
import { StayReadModel } from './stay.read-model';
import { StayRepository } from './stay.repository';

@Module({
  imports: [FacilityModule, TripModule, PatientModule],
  providers: [DeclarationService, ContextBuilder, ReceiptService, StayReceipt, StayRepository, StayReadModel],
  exports: [DeclarationService, ReceiptService, StayReadModel],
})
export class DeclarationModule {
  /** @param issuer how the platform calls itself in receipts */
  static forRoot({ issuer }: { readonly issuer: string }): DynamicModule {
    return { module: DeclarationModule, providers: [{ provide: RECEIPT_ISSUER, useValue: issuer }] };
  }
}
