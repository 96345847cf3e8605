/** What keeps two names from being the same; each costs so much of the log-odds. */
export type NameFeature =
  | 'diacritics-missing'
  | 'accent'
  | 'tone-alike'
  | 'tone-surname'
  | 'tone-middle'
  | 'tone-given'
  | 'vowel-surname'
  | 'vowel-middle'
  | 'vowel-given'
  | 'marks-lost'
  | 'input-remains'
  | 'variant'
  | 'regional'
  | 'regional-other-name'
  | 'misread'
  | 'transliteration'
  | 'vowels'
  | 'slip'
  | 'slip-short'
  | 'two-slips'
  | 'other-name-surname'
  | 'other-name-middle'
  | 'other-name-given'
  | 'other-name-foreign'
  | 'initial'
  | 'cut-off'
  | 'joined'
  | 'order-turned'
  | 'order-mixed'
  | 'order-foreign'
  | 'missing-surname'
  | 'missing-middle'
  | 'missing-middle-bits'
  | 'missing-given'
  | 'missing-foreign'
  | 'missing-particle'
  | 'differs-surname'
  | 'differs-middle'
  | 'differs-given'
  | 'differs-foreign';

export interface NameWeights {
  /** Log-odds of two names between which nothing stands. */
  readonly intercept: number;
  readonly costs: Readonly<Record<NameFeature, number>>;
}

export const NAME_WEIGHTS: NameWeights = {
  intercept: 5,
  costs: {
    'diacritics-missing': 1,
    accent: 0.2,
    'tone-alike': 1,
    'tone-surname': 4,
    'tone-middle': 4,
    'tone-given': 6,
    'vowel-surname': 4,
    'vowel-middle': 4,
    'vowel-given': 6,
    'marks-lost': 1,
    'input-remains': 0.6,
    variant: 0.8,
    regional: 1.5,
    'regional-other-name': 5,
    misread: 1.5,
    transliteration: 0.8,
    vowels: 2,
    slip: 2,
    'slip-short': 3.5,
    'two-slips': 3.5,
    'other-name-surname': 6,
    'other-name-middle': 6,
    'other-name-given': 7,
    'other-name-foreign': 5,
    initial: 2,
    'cut-off': 1.5,
    joined: 0.5,
    'order-turned': 0.6,
    'order-mixed': 4,
    'order-foreign': 0.5,
    'missing-surname': 4,
    'missing-middle': 1,
    'missing-middle-bits': 0.15,
    'missing-given': 6,
    'missing-foreign': 2,
    'missing-particle': 0.4,
    'differs-surname': 8,
    'differs-middle': 8,
    'differs-given': 9,
    'differs-foreign': 7,
  },
};
