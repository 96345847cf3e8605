/** Every code a comparison can give; the catalogue has a text for each (screening.catalogue.spec.ts proves it). */
export const REASON_CODES = [
  'name-same',
  'name-similar',
  'name-diacritics-missing',
  'name-marks-lost',
  'name-tone-differs',
  'name-vowel-differs',
  'name-input-remains',
  'name-typing-slip',
  'name-misread',
  'name-regional-spelling',
  'name-variant',
  'name-transliteration',
  'name-order',
  'name-joined',
  'name-initial',
  'name-cut-off',
  'middle-name-missing',
  'name-word-missing',
  'name-word-near',
  'name-word-differs',
  'same-number',
  'number-one-digit-differs',
  'number-differs',
  'birth-date-same',
  'birth-date-partial',
  'birth-day-month-swapped',
  'birth-date-one-part-differs',
  'birth-year-same',
  'birth-year-near',
  'birth-date-differs',
  'sex-same',
  'sex-differs',
  'nationality-same',
  'nationality-differs',
] as const;

/** Stable code of a reason. */
export type ReasonCode = (typeof REASON_CODES)[number];

/**
 * Why a comparison came out as it did. `params` may hold words of the names compared: personal data, for the eyes of those
 * who may see both people.
 */
export interface MatchReason {
  readonly code: ReasonCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** What the reason adds to the log-odds that both are the same person: negative against, positive for. */
  readonly weight: number;
}
