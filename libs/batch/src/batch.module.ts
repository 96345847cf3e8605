import { Module } from '@nestjs/common';
import { FacilityModule } from '@luutru/facility';
import { PatientModule } from '@luutru/patient';
import { BatchChoices } from './batch-choices';
import { BatchReadModel } from './batch.read-model';
import { BatchRepository } from './batch.repository';
import { BatchRunner } from './batch-runner';
import { BatchService } from './batch.service';
import { MendService } from './mend.service';
import { RefusedRowReadModel } from './refused-row.read-model';
import { RowCells } from './row-cells';
import { RowChecks } from './row-checks';
import { RowRehearsal } from './row-rehearsal';
import { RowStore } from './row-store';

/** Needs DeclarationModule.forRoot in the process. */
@Module({
  imports: [FacilityModule, PatientModule],
  providers: [
    BatchChoices,
    BatchReadModel,
    BatchRepository,
    BatchRunner,
    BatchService,
    MendService,
    RefusedRowReadModel,
    RowCells,
    RowChecks,
    RowRehearsal,
    RowStore,
  ],
  exports: [BatchChoices, BatchReadModel, BatchRunner, BatchService, MendService, RefusedRowReadModel],
})
export class BatchModule {}
