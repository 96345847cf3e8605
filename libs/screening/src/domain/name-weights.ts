/**
 * Weights of compareNames: log-odds that what stands between two names takes away. Made by bench/names/fit-weights.ts
 * (`npm run bench -- names-fit`) from the dev halves of bench/names/data; not written by hand.
 */
export const NAME_WEIGHTS = {
  intercept: 5.66,
  costs: {
    'diacritics-missing': 0.5,
    accent: 0.1,
    'tone-alike': 0.59,
    'tone-surname': 5.94,
    'tone-middle': 4,
    'tone-given': 9.91,
    'vowel-surname': 4,
    'vowel-middle': 4,
    'vowel-given': 9.92,
    'marks-lost': 1,
    'input-remains': 0.3,
    variant: 0.4,
    regional: 0.75,
    'regional-other-name': 7.51,
    misread: 0.75,
    transliteration: 0.4,
    vowels: 1.49,
    slip: 1,
    'slip-short': 3.78,
    'two-slips': 2.84,
    'other-name-surname': 5.84,
    'other-name-middle': 6.96,
    'other-name-given': 10.23,
    'other-name-foreign': 6.95,
    initial: 1,
    'cut-off': 0.77,
    joined: 0.25,
    'order-turned': 0.3,
    'order-mixed': 3.16,
    'order-foreign': 0.25,
    'missing-surname': 4,
    'missing-middle': 0.5,
    'missing-middle-bits': 0.08,
    'missing-given': 6,
    'missing-foreign': 1.38,
    'missing-particle': 0.4,
    'differs-surname': 10.57,
    'differs-middle': 10.55,
    'differs-given': 10.95,
    'differs-foreign': 10.34,
  },
} as const;

/** What keeps two names from being the same. */
export type NameFeature = keyof (typeof NAME_WEIGHTS)['costs'];

export interface NameWeights {
  /** Log-odds of two names between which nothing stands. */
  readonly intercept: number;
  readonly costs: Readonly<Record<NameFeature, number>>;
}
