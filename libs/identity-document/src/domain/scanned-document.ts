import type { Finding } from './finding';

/** M nam, F nữ. */
export type Sex = 'M' | 'F';

/** `cccd-qr`: QR of a CCCD or Căn cước card; the others: machine readable zones of ICAO Doc 9303 parts 4 to 6. */
export type ScanFormat = 'cccd-qr' | 'mrz-td1' | 'mrz-td2' | 'mrz-td3';

/** What a scan says. A field that could not be read is absent, and a finding names it. */
export interface ScannedDocument {
  readonly format: ScanFormat;
  /** KBTT code: 1 Thẻ CCCD, 4 Hộ chiếu, 8 Thẻ Căn cước, 9 Giấy tờ khác (such as a foreign identity card). */
  readonly documentType?: number;
  readonly documentNumber?: string;
  /** The CMND number that the card replaced. */
  readonly oldDocumentNumber?: string;
  /** Unicode NFC, single spaces, in the order and case of the document. */
  readonly fullName?: string;
  /** `YYYY-MM-DD`, or `YYYY` when the document knows only the year. */
  readonly birthDate?: string;
  readonly sex?: Sex;
  /** ISO 3166-1 alpha-3 or an ICAO code, Germany `D`. */
  readonly nationality?: string;
  readonly address?: string;
  /** `YYYY-MM-DD` */
  readonly issuedOn?: string;
  /** `YYYY-MM-DD` */
  readonly expiresOn?: string;
  /** Same codes as the nationality. */
  readonly issuingState?: string;
  /** What the document says beyond the known fields, as it came; empty ones at the end are left out. */
  readonly extras: readonly string[];
}

export type ScanResult =
  | { readonly ok: true; readonly document: ScannedDocument; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Longest text that is looked at, in UTF-16 code units; the longest QR of a card seen is under 400. */
export const MAX_SCAN_LENGTH = 2_000;
