import { Module } from '@nestjs/common';
import { StatisticsReadModel } from './statistics.read-model';

/** Figures of stays for those who may read them; the counting itself is the worker's. */
@Module({ providers: [StatisticsReadModel], exports: [StatisticsReadModel] })
export class StatisticsModule {}
