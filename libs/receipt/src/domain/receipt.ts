import { createHash } from 'node:crypto';
import { localDate, toLocalIso } from '@luutru/calendar';

/** The `typ` of a receipt; a statement of another type is never taken for one. */
export const RECEIPT_TYPE = 'luutru-receipt+jwt';

/** What happened to the declaration. */
export const RECEIPT_ACTS = ['declared', 'corrected', 'cancelled'] as const;
export type ReceiptAct = (typeof RECEIPT_ACTS)[number];

/** Kinds of stays, as declarations name them. */
export const RECEIPT_KINDS = ['guest', 'tenant', 'patient', 'relative', 'passenger'] as const;
export type ReceiptKind = (typeof RECEIPT_KINDS)[number];

/** What a receipt says. Holds nothing that names, describes or reaches a person. Moments are ISO 8601 with +07:00. */
export interface ReceiptClaims {
  readonly iss: string;
  /** The id of the stay. */
  readonly rid: string;
  /** The version of the stay, from 1. */
  readonly ver: number;
  readonly act: ReceiptAct;
  /** The facility's code. */
  readonly fac: string;
  readonly kind: ReceiptKind;
  readonly arr: string;
  readonly dec: string;
  readonly due: string;
  readonly late: boolean;
  /** {@link receiptHash} of the receipt of the version before, where there was one. */
  readonly prev?: string;
  /** Fingerprint of what was declared, base64url of 16 to 64 bytes. */
  readonly cnt: string;
  /** When it was issued, in seconds since 1970 (RFC 7519). */
  readonly iat: number;
}

/** An accepted version of a declaration, as the one who accepted it knows it. */
export interface ReceiptFacts {
  readonly issuer: string;
  readonly stayId: string;
  readonly version: number;
  readonly act: ReceiptAct;
  readonly facilityCode: string;
  readonly kind: ReceiptKind;
  readonly arrivedAt: Date;
  readonly declaredAt: Date;
  readonly dueAt: Date;
  /** The receipt of the version before, as it was issued. */
  readonly previousReceipt?: string;
  /**
   * Fingerprint of the declared content, base64url of 16 to 64 bytes. It must be keyed or salted: a bare hash of a name
   * and a document number is found again by trying them all.
   */
  readonly contentFingerprint: string;
  readonly issuedAt: Date;
}

/** The claims of a receipt. Late is declared after the deadline, at the deadline is in time. */
export function receiptClaims(facts: ReceiptFacts): ReceiptClaims {
  return {
    iss: facts.issuer,
    rid: facts.stayId,
    ver: facts.version,
    act: facts.act,
    fac: facts.facilityCode,
    kind: facts.kind,
    arr: toLocalIso(facts.arrivedAt),
    dec: toLocalIso(facts.declaredAt),
    due: toLocalIso(facts.dueAt),
    late: facts.declaredAt > facts.dueAt,
    ...(facts.previousReceipt === undefined ? {} : { prev: receiptHash(facts.previousReceipt) }),
    cnt: facts.contentFingerprint,
    iat: Math.floor(facts.issuedAt.getTime() / 1000),
  };
}

/** SHA-256 of a receipt as it was issued, base64url: what the next version's receipt and the digest refer to it by. */
export const receiptHash = (jws: string): string => createHash('sha256').update(jws).digest('base64url');

/** The Vietnamese day a receipt was issued on, the day of the digest that counts it. */
export const issuedOn = ({ iat }: Pick<ReceiptClaims, 'iat'>): string => localDate(new Date(iat * 1000));
