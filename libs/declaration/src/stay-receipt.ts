import { Inject, Injectable } from '@nestjs/common';
import { toLocalIso } from '@luutru/calendar';
import { BlindIndex, canonicalJson } from '@luutru/platform';
import { receiptClaims, type ReceiptClaims, type ReceiptKind, ReceiptSigner } from '@luutru/receipt';

/** How the platform calls itself in receipts: its public address. */
export const RECEIPT_ISSUER = Symbol('RECEIPT_ISSUER');

/** What a receipt is made of; the personal part goes into it as a keyed fingerprint only. */
export interface ReceiptedStay {
  readonly stayId: string;
  readonly facilityCode: string;
  readonly kind: string;
  readonly arrivedAt: Date;
  readonly declaredAt: Date;
  readonly dueAt: Date;
  readonly person: {
    readonly fullName: string;
    readonly birthDate: string;
    readonly documentType: number;
    readonly documentNumber: string | null;
  };
}

/** Issues the receipt of a declaration. Made again from the same stay and keys it is the same text. */
@Injectable()
export class StayReceipt {
  constructor(
    private readonly signer: ReceiptSigner,
    private readonly index: BlindIndex,
    @Inject(RECEIPT_ISSUER) private readonly issuer: string,
  ) {}

  issue(stay: ReceiptedStay): { receipt: string; claims: ReceiptClaims } {
    const { fullName, birthDate, documentType, documentNumber } = stay.person;
    const content = canonicalJson({
      fullName,
      birthDate,
      documentType,
      documentNumber,
      arrivedAt: toLocalIso(stay.arrivedAt),
    });
    const claims = receiptClaims({
      issuer: this.issuer,
      stayId: stay.stayId,
      version: 1,
      act: 'declared',
      facilityCode: stay.facilityCode,
      kind: stay.kind as ReceiptKind,
      arrivedAt: stay.arrivedAt,
      declaredAt: stay.declaredAt,
      dueAt: stay.dueAt,
      contentFingerprint: this.index.of('receipt-content', content).value.toString('base64url'),
      issuedAt: stay.declaredAt,
    });
    return { receipt: this.signer.issue(claims), claims };
  }
}
