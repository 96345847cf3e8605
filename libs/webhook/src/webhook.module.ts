import { type DynamicModule, Module } from '@nestjs/common';
import { SafeSender, type SenderOptions } from './safe-sender';
import { WebhooksService } from './webhooks.service';

@Module({})
export class WebhookModule {
  static forRoot(options: SenderOptions): DynamicModule {
    return {
      module: WebhookModule,
      providers: [WebhooksService, { provide: SafeSender, useFactory: () => new SafeSender(options) }],
      exports: [WebhooksService, SafeSender],
    };
  }
}
