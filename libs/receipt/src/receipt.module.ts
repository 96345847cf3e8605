import { type DynamicModule, Module } from '@nestjs/common';
import { CLOCK, type Clock, Database, type SigningKey, SigningKeyRepository } from '@luutru/platform';
import { RECEIPT_SIGNING_KEY, ReceiptSigner } from './receipt.signer';
import { ReceiptVerifier } from './receipt.verifier';

/** Signing and checking receipts; give the key that signs from now on. */
@Module({})
export class ReceiptModule {
  static forRoot({ signingKey }: { readonly signingKey: SigningKey }): DynamicModule {
    return {
      module: ReceiptModule,
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
