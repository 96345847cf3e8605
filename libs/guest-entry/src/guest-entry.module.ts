import { Module } from '@nestjs/common';
import { FacilityModule } from '@luutru/facility';
import { DeskLinkService } from './desk-link.service';
import { EntryRepository } from './entry.repository';
import { EntrySecret } from './entry-secret';
import { GuestDeskService } from './guest-desk.service';
import { GuestEntryService } from './guest-entry.service';

@Module({
  imports: [FacilityModule],
  providers: [DeskLinkService, EntryRepository, EntrySecret, GuestDeskService, GuestEntryService],
  exports: [DeskLinkService, GuestDeskService, GuestEntryService],
})
export class GuestEntryModule {}
