import { Inject, Injectable } from '@nestjs/common';
import { toLocalIso } from '@luutru/calendar';
import { BlindIndex, canonicalJson } from '@luutru/platform';
import { type ReceiptAct, receiptClaims, type ReceiptClaims, type ReceiptKind, ReceiptSigner } from '@luutru/receipt';
import type { StayView } from './stay.row';

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

/** A later version that gets a receipt of its own. */
export interface ReceiptedVersion {
  readonly version: number;
  readonly act: ReceiptAct;
  readonly issuedAt: Date;
  /** The receipt before it, as it was issued. */
  readonly previousReceipt: string;
}

/** Issues receipts. Made again from the same facts and keys a receipt is the same text. */
@Injectable()
export class StayReceipt {
  constructor(
    private readonly signer: ReceiptSigner,
    private readonly index: BlindIndex,
    @Inject(RECEIPT_ISSUER) private readonly issuer: string,
  ) {}

  /** @param later left out: the receipt of the declaration itself */
  issue(stay: ReceiptedStay, later?: ReceiptedVersion): { receipt: string; claims: ReceiptClaims } {
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
      ...(later ?? { version: 1, act: 'declared', issuedAt: stay.declaredAt }),
      facilityCode: stay.facilityCode,
      kind: stay.kind as ReceiptKind,
      arrivedAt: stay.arrivedAt,
      declaredAt: stay.declaredAt,
      dueAt: stay.dueAt,
      contentFingerprint: this.index.of('receipt-content', content).value.toString('base64url'),
    });
    return { receipt: this.signer.issue(claims), claims };
  }

  /** The receipt that a stay got when it was declared; only while no correction has changed what it says. */
  ofDeclaration(stay: StayView, facilityCode: string): { receipt: string; claims: ReceiptClaims } {
    const { personal, documentType } = stay;
    return this.issue({ ...stay, facilityCode, person: { ...personal, documentType } });
  }
}
