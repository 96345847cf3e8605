import { Module } from '@nestjs/common';
import { FacilityModule } from '@luutru/facility';
import { KbttService } from './kbtt.service';

/** Needs DeclarationModule.forRoot in the process. */
@Module({ imports: [FacilityModule], providers: [KbttService], exports: [KbttService] })
export class KbttModule {}
