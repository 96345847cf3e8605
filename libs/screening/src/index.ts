/**
 * How likely two descriptions of a person are the same person, explainably. Pure functions without clock or I/O; nothing
 * throws. Scores are probabilities at even odds (bench/names says what they are worth); reasons say what they are made of.
 */
export { compareNames, type NameScore } from './domain/compare-names';
export { comparePersons, type PersonScore } from './domain/compare-persons';
export { expandName, type NameExpansion } from './domain/expand-name';
export { type MatchReason, REASON_CODES, type ReasonCode } from './domain/match-reason';
export type { NameRarity } from './domain/name-rarity';
export type { PartialDate, PersonDescription } from './domain/person-description';
export { ScreeningIndex } from './domain/screening-index';
export type { ScreeningEntry, ScreeningHit } from './domain/screening-segment';
export { explain, reasonCatalogue } from './screening.catalogue';
