import type { Finding } from './finding';

/** M nam, F nữ. */
export type Sex = 'M' | 'F';

/** What a scan says. A field that could not be read is absent and a finding names it. */
export interface ScannedDocument {
  readonly format: 'cccd-qr' | 'mrz-td1' | 'mrz-td3';
  /** Code of the table `document-type`. */
  readonly documentType?: number;
  readonly documentNumber?: string;
  /** The 9-digit CMND number that the card replaced. */
  readonly oldDocumentNumber?: string;
  readonly fullName?: string;
  /** `YYYY-MM-DD`, or `YYYY` when the card knows only the year. */
  readonly birthDate?: string;
  readonly sex?: Sex;
  /** ISO 3166-1 alpha-3, Germany `D`. */
  readonly nationality?: string;
  readonly address?: string;
  readonly issuedOn?: string;
  readonly expiresOn?: string;
  readonly issuingState?: string;
  /** Fields beyond the known ones, kept as they came. */
  readonly extras: readonly string[];
}

export type ScanResult =
  | { readonly ok: true; readonly document: ScannedDocument; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };
