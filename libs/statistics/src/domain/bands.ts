/** One band: from this many (years, nights) on, up to where the next begins. */
export interface Band {
  readonly from: number;
  readonly id: string;
}

/** Whole years at the end of the year of arrival. */
export const AGE_BANDS: readonly Band[] = [
  { from: 0, id: '0-14' },
  { from: 15, id: '15-24' },
  { from: 25, id: '25-34' },
  { from: 35, id: '35-44' },
  { from: 45, id: '45-54' },
  { from: 55, id: '55-64' },
  { from: 65, id: '65+' },
];

/** Nights from arrival to departure, the expected one until it has come. Who stays without an end is `open`. */
export const LENGTH_BANDS: readonly Band[] = [
  { from: 0, id: '0' },
  { from: 1, id: '1' },
  { from: 2, id: '2-3' },
  { from: 4, id: '4-7' },
  { from: 8, id: '8-14' },
  { from: 15, id: '15-29' },
  { from: 30, id: '30+' },
];

/** A night is over, and counted, at this hour of the day after. */
export const NIGHT_OVER_HOUR = 4;
