import { Module } from '@nestjs/common';
import { KbttAccountService } from './kbtt-account.service';

/** What a facility says of forwarding. Needs DeclarationModule.forRoot in the process. */
@Module({ providers: [KbttAccountService], exports: [KbttAccountService] })
export class KbttForwardingModule {}
