/** A fine the law gives for a number of guests, as a range. */
export interface FineBand {
  readonly fromGuests: number;
  /** Null: no upper end. */
  readonly toGuests: number | null;
  readonly minVnd: number;
  readonly maxVnd: number;
}

/** The band for that many guests not declared, or null. Nothing is decided by it: an officer reads it beside the law. */
export const fineBand = (bands: readonly FineBand[], guests: number): FineBand | null =>
  bands.find(({ fromGuests, toGuests }) => guests >= fromGuests && (toGuests === null || guests <= toGuests)) ?? null;
