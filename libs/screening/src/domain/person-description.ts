/** A birth date of which day and month, or the day alone, may not be known. */
export interface PartialDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** What is known of a person; every part but the names may be missing. */
export interface PersonDescription {
  /** Full names in any order of words, with or without diacritics; several when there are aliases. */
  readonly names: readonly string[];
  /** Numbers of identity documents, as normaliseDocumentNumber() of identity-document leaves them, or as typed. */
  readonly documentNumbers: readonly string[];
  /** Several when it is uncertain which one is right. */
  readonly birthDates: readonly PartialDate[];
  readonly sex: 'M' | 'F' | null;
  /** ISO 3166-1 alpha-3, Germany `D`. */
  readonly nationality: string | null;
}
