/**
 * Identity documents at the desk: scans of cards and passports, numbers, names and birth dates. Pure functions without
 * clock or I/O; they report findings by code (findingCatalogue explains each) and throw nothing.
 */
export { BIRTH_PROVINCES, isBirthRegistrationCode } from './domain/birth-province';
export { type BirthDateResult, parseBirthDate } from './domain/calendar-date';
export { parseCccdQr } from './domain/cccd-qr';
export { checkDocument, type DocumentInput } from './domain/check-document';
export { isKnownNationality } from './domain/country-code';
export { DOCUMENT_TYPES, type DocumentType, normaliseDocumentNumber, type NumberRule } from './domain/document-type';
export { type DocumentField, type Finding, FINDING_CODES, type FindingCode, type Severity } from './domain/finding';
export { foldName } from './domain/fold-name';
export { type MrzOptions, parseMrz } from './domain/mrz';
export { checkName, normaliseName } from './domain/name';
export { NAME_VARIANTS, nameKey } from './domain/name-key';
export { normalisePhone } from './domain/phone-number';
export { parsePersonalNumber, type PersonalNumber } from './domain/personal-number';
export type { ScanFormat, ScannedDocument, ScanResult, Sex } from './domain/scanned-document';
export { restoreTelex } from './domain/restore-telex';
export { soundKey } from './domain/sound-key';
export { findingCatalogue } from './finding.catalogue';
