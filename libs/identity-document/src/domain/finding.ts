/** Every code this library reports; the catalogue has a text for each (finding.catalogue.spec.ts proves it). */
export const FINDING_CODES = [
  'scan-empty',
  'scan-too-long',
  'scan-not-recognised',
  'scan-too-few-fields',
  'scan-is-visa',
  'scan-field-unreadable',
  'scan-keyboard-mangled',
  'mrz-all-checks-failed',
  'mrz-repaired',
  'check-digit-failed',
  'birth-date-year-only',
  'sex-unspecified',
  'nationality-unknown',
  'document-expired',
  'name-without-diacritics',
  'name-truncated',
  'name-empty',
  'name-too-long',
  'name-has-digits',
  'name-has-symbols',
  'name-not-latin',
  'name-single-word',
  'name-looks-mistyped',
  'document-type-unknown',
  'document-type-not-for-nationality',
  'document-number-required',
  'document-number-twelve-digits',
  'document-number-nine-or-twelve-digits',
  'document-number-letters-digits',
  'document-number-free-text',
  'document-description-required',
  'personal-number-province',
  'personal-number-birth-year',
  'personal-number-sex',
  'date-malformed',
  'date-not-in-calendar',
] as const;

/** Stable code of a finding. */
export type FindingCode = (typeof FINDING_CODES)[number];

/** `error`: cannot be declared like this; `warning`: can be declared, a person should look again. */
export type Severity = 'error' | 'warning';

/** The field of a document that a finding concerns; `scan` is the scanned text as a whole. */
export type DocumentField =
  | 'documentType'
  | 'documentNumber'
  | 'oldDocumentNumber'
  | 'fullName'
  | 'birthDate'
  | 'sex'
  | 'nationality'
  | 'address'
  | 'issuedOn'
  | 'expiresOn'
  | 'scan';

/** A fault or a doubt about one field. `params` hold limits and field names, never what the document says. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly field: DocumentField;
  readonly params?: Readonly<Record<string, string | number>>;
}

const finding = (severity: Severity, code: FindingCode, field: DocumentField, params: Finding['params']): Finding => ({
  code,
  severity,
  field,
  ...(params && { params }),
});

export const fault = (code: FindingCode, field: DocumentField, params?: Finding['params']): Finding =>
  finding('error', code, field, params);

export const doubt = (code: FindingCode, field: DocumentField, params?: Finding['params']): Finding =>
  finding('warning', code, field, params);

/** A doubt about one field of a scan. The field is a parameter too: the caller may show all of them beside the scan. */
export const scanDoubt = (code: FindingCode, field: DocumentField): Finding => doubt(code, field, { field });
