/**
 * Log-odds of what two descriptions agree or differ in: the logarithm of how often it is seen between two descriptions of
 * one person over how often between strangers. Strangers agree by chance in the day of birth once in 60 years of days and
 * in the sex every second time; how often people and clerks err is an ASSUMPTION, named beside each figure.
 */
export const PERSON_WEIGHTS = {
  /** Where nothing is known. The score is the chance at these odds: one in 3,000 that one looks at is the listed one. */
  start: -8,
  /** The words of names depend on one another, so that what they add up to is cut off here. */
  mostAgreement: 16,
  /** Nothing to compare the name with. */
  'name-unknown': -4,
  'same-number': 18,
  /** One digit mistyped or two swapped; neighbours in a register have such numbers too. */
  'number-one-digit-differs': 5,
  /** Two personal numbers: a person has one for life, unless a clerk erred. */
  'number-differs': -6,
  /** ln(365 × 60) less what the most common years add. */
  'birth-date-same': 9,
  'birth-month-same': 6.4,
  'birth-date-partial': 4,
  /** 1 in 30 dates is taken down the wrong way round. */
  'birth-day-month-swapped': 5.5,
  /** 1 in 50 dates has one part wrong. */
  'birth-date-one-part-differs': 2.5,
  'birth-year-same': -0.5,
  'birth-year-near': -2.5,
  'birth-date-differs': -6,
  'sex-same': 0.6,
  'sex-differs': -4,
  'nationality-same-vnm': 0.1,
  'nationality-same': 2,
  'nationality-differs': -2.5,
  /** The same number outweighs all else down to this: a person under another name with the same card is looked at. */
  leastBesideNumber: -6,
} as const;
