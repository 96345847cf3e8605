import { Module } from '@nestjs/common';
import { AccessService } from './access.service';
import { ApiKeyRepository } from './api-key.repository';

@Module({ providers: [AccessService, ApiKeyRepository], exports: [AccessService, ApiKeyRepository] })
export class AccessModule {}
