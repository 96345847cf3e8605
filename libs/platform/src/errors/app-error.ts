/** What a failure means to its caller; the HTTP filter and the queue each map it in one place. */
export type ErrorKind =
  'invalid' | 'unauthenticated' | 'forbidden' | 'not-found' | 'conflict' | 'limited' | 'unavailable';

/** Values that may be shown to anyone: counts, limits, field names, codes. Never what a person typed. */
export type SafeParams = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** A text in both languages of the platform; Vietnamese is the first. */
export interface LocalizedText {
  readonly vi: string;
  readonly en: string;
}

/**
 * One fault or doubt about one field of an input.
 * `pointer` is an RFC 6901 JSON pointer into the input as it was sent ("" is the whole of it).
 */
export interface Issue {
  readonly code: string;
  readonly pointer: string;
  readonly params?: SafeParams;
}

/** What an issue code says and how to mend it. `{name}` in a text is replaced by the parameter of that name. */
export interface IssueDefinition {
  readonly code: string;
  /** The kind of value that was found or wanted, for machines: date, number, code, text, reference, ... */
  readonly valueClass: string;
  readonly message: LocalizedText;
  readonly fix: LocalizedText;
}

/** The only error a library throws on purpose. `code` is stable and has an entry in the error catalogue. */
export class AppError extends Error {
  constructor(
    readonly code: string,
    readonly kind: ErrorKind,
    readonly params: SafeParams = {},
    readonly issues: readonly Issue[] = [],
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'AppError';
  }
}
