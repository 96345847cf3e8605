/**
 * Reads identity documents as they come from scanners and clerks. Pure functions; nothing is refused that a clerk could
 * still put right by hand. Sources: ICAO Doc 9303 (MRZ), NĐ 137/2015/NĐ-CP (personal number), Luật Căn cước 26/2023/QH15.
 */
export type { ScannedDocument, ScanResult, Sex } from './domain/scanned-document';
export type { DocumentField, Finding, FindingCode, Severity } from './domain/finding';
/** Reads the QR text of an identity card (up to 2,000 characters). Never throws. */
export { parseCccdQr } from './domain/cccd-qr';
/** Reads the MRZ of a card (TD1) or passport (TD3). `today` (`YYYY-MM-DD`) fixes centuries and finds expired documents. */
export { parseMrz } from './domain/mrz';
/** The ICAO 9303 check digit of a field of `A-Z0-9<`. */
export { checkDigit } from './domain/mrz-check';
export { parsePersonalNumber, type PersonalNumber } from './domain/personal-number';
export { checkDocument, DOCUMENT_TYPES, type DocumentTypeRule, normaliseDocumentNumber } from './domain/document-rules';
export { checkName, foldName, nameKey, normaliseName } from './domain/name';
export { type DateReading, parseBirthDate } from './domain/calendar-date';
export { findingCatalogue } from './finding.catalogue';
