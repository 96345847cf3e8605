import { Module } from '@nestjs/common';
import { EditionReadModel } from './edition.read-model';
import { NowReadModel } from './now.read-model';
import { OpenDataReadModel } from './open-data.read-model';
import { StatisticsReadModel } from './statistics.read-model';
import { StatisticsReports } from './statistics-reports';

/** Figures of stays for those who may read them; the counting itself is the worker's. */
@Module({
  providers: [EditionReadModel, NowReadModel, OpenDataReadModel, StatisticsReadModel, StatisticsReports],
  exports: [NowReadModel, OpenDataReadModel, StatisticsReadModel, StatisticsReports],
})
export class StatisticsModule {}
