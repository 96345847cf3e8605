import { Module } from '@nestjs/common';
import { StatisticsModule } from '@luutru/statistics';
import { AnomaliesService } from './anomalies.service';

/** Notes on unusual days as they are read; finding them is the worker's. */
@Module({ imports: [StatisticsModule], providers: [AnomaliesService], exports: [AnomaliesService] })
export class AnomalyModule {}
