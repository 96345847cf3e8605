/** Every code this library reports; the catalogue has a text for each (finding.catalogue.spec.ts). */
export type FindingCode =
  | 'scan-empty'
  | 'scan-too-long'
  | 'scan-not-recognised'
  | 'scan-keyboard-mangled'
  | 'scan-field-unreadable'
  | 'mrz-repaired'
  | 'mrz-check-digit'
  | 'mrz-sex-unspecified'
  | 'name-without-diacritics'
  | 'name-empty'
  | 'name-has-digits'
  | 'name-looks-mistyped'
  | 'document-expired'
  | 'document-number-required'
  | 'document-number-format'
  | 'document-description-required'
  | 'document-type-unusual'
  | 'personal-number-province'
  | 'personal-number-birth-year'
  | 'personal-number-sex'
  | 'date-malformed'
  | 'date-not-in-calendar';

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

/** A fault or a doubt about one field. `params` never repeat what the document says. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly field: DocumentField;
  readonly params?: Readonly<Record<string, string | number>>;
}

export const fault = (code: FindingCode, field: DocumentField, params?: Finding['params']): Finding => ({
  code,
  severity: 'error',
  field,
  ...(params && { params }),
});

export const doubt = (code: FindingCode, field: DocumentField, params?: Finding['params']): Finding => ({
  code,
  severity: 'warning',
  field,
  ...(params && { params }),
});
