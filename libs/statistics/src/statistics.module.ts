import { Module } from '@nestjs/common';
import { DisclosureGate } from './disclosure-gate';
import { NowReadModel } from './now.read-model';
import { StatisticsReadModel } from './statistics.read-model';
import { StatisticsReports } from './statistics-reports';

/** Figures of stays for those who may read them; the counting itself is the worker's. */
@Module({
  providers: [DisclosureGate, NowReadModel, StatisticsReadModel, StatisticsReports],
  exports: [NowReadModel, StatisticsReadModel, StatisticsReports],
})
export class StatisticsModule {}
