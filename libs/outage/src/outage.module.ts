import { Module } from '@nestjs/common';
import { Outages } from './outages';

@Module({ providers: [Outages], exports: [Outages] })
export class OutageModule {}
