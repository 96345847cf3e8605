import { Module } from '@nestjs/common';
import { ComplianceNoteReadModel } from './compliance-note.read-model';
import { ComplianceNoteService } from './compliance-note.service';
import { ComplianceReadModel } from './compliance.read-model';
import { MonthlySheetReadModel } from './monthly-sheet.read-model';

/** How facilities declare, and what officers note on visits; the reckoning itself is the worker's. */
@Module({
  providers: [ComplianceReadModel, ComplianceNoteReadModel, ComplianceNoteService, MonthlySheetReadModel],
  exports: [ComplianceReadModel, ComplianceNoteReadModel, ComplianceNoteService, MonthlySheetReadModel],
})
export class ComplianceModule {}
