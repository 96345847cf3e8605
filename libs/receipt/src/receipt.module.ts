import { type DynamicModule, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { CLOCK, type Clock, Database, type SigningKey, SigningKeyRepository } from '@luutru/platform';
import { RECEIPT_SIGNING_KEY, ReceiptSigner } from './receipt.signer';
import { ReceiptVerifier } from './receipt.verifier';

/** Signing and checking receipts; give the key that signs from now on. */
@Module({})
export class ReceiptModule implements OnModuleInit {
  constructor(
    private readonly database: Database,
    @Inject(RECEIPT_SIGNING_KEY) private readonly key: SigningKey,
  ) {}

  /** Nothing is signed with a key that nobody could check. */
  async onModuleInit(): Promise<void> {
    await new SigningKeyRepository(this.database).publish('receipt', this.key);
  }

  static forRoot({ signingKey }: { readonly signingKey: SigningKey }): DynamicModule {
    return {
      module: ReceiptModule,
      global: true,
      providers: [
        { provide: RECEIPT_SIGNING_KEY, useValue: signingKey },
        ReceiptSigner,
        {
          provide: ReceiptVerifier,
          useFactory: (db: Database, clock: Clock) => new ReceiptVerifier(new SigningKeyRepository(db), clock),
          inject: [Database, CLOCK],
        },
      ],
      exports: [ReceiptSigner, ReceiptVerifier],
    };
  }
}
