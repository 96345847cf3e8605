import { type DynamicModule, Module } from '@nestjs/common';
import {
  NATIONAL_IDENTITY_OPTIONS,
  type NationalIdentityOptions,
  NationalIdentityService,
} from './national-identity.service';

@Module({})
export class NationalIdentityModule {
  static forRoot(options: NationalIdentityOptions): DynamicModule {
    return {
      module: NationalIdentityModule,
      providers: [{ provide: NATIONAL_IDENTITY_OPTIONS, useValue: options }, NationalIdentityService],
      exports: [NationalIdentityService],
    };
  }
}
