import { Module } from '@nestjs/common';
import { ReferenceDataModule } from '@luutru/reference-data';
import { AccessService } from './access.service';
import { AccountNames } from './account-names';
import { AccountRepository } from './account.repository';
import { AccountService } from './account.service';
import { ApiKeyRepository } from './api-key.repository';
import { DelegationService } from './delegation.service';
import { PartnerKeyService } from './partner-key.service';
import { PartnerTokenService } from './partner-token.service';
import { SecondFactorService } from './second-factor.service';
import { SessionRepository } from './session.repository';
import { SessionService } from './session.service';
import { StaffService } from './staff.service';
import { SignInService } from './sign-in.service';

@Module({
  imports: [ReferenceDataModule],
  providers: [
    AccessService,
    AccountNames,
    AccountRepository,
    AccountService,
    ApiKeyRepository,
    DelegationService,
    PartnerKeyService,
    PartnerTokenService,
    SecondFactorService,
    SessionRepository,
    SessionService,
    SignInService,
    StaffService,
  ],
  exports: [
    AccessService,
    AccountNames,
    AccountService,
    ApiKeyRepository,
    DelegationService,
    PartnerKeyService,
    PartnerTokenService,
    SecondFactorService,
    SessionService,
    SignInService,
    StaffService,
  ],
})
export class AccessModule {}
