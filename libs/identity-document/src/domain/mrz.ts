import { withoutInvisible } from './clean-text';
import { isKnownNationality } from './country-code';
import { doubt, fault, type Finding, scanDoubt } from './finding';
import { readMrzBirthDate, readMrzExpiry } from './mrz-date';
import { mrzCandidates } from './mrz-layout';
import { readMrzName } from './mrz-name';
import { type MrzZone, readZone } from './mrz-zone';
import { MAX_SCAN_LENGTH, type ScannedDocument, type ScanResult, type Sex } from './scanned-document';

export interface MrzOptions {
  /** `YYYY-MM-DD`: decides the century of a birth, and whether the document has expired. Without it the expiry decides. */
  readonly today?: string;
}

const CCCD = 1;
const PASSPORT = 4;
const OTHER_PAPER = 9;

/**
 * Reads the machine readable zone of a card (TD1, TD2) or passport (TD3) after ICAO Doc 9303, with or without line breaks.
 * A value whose check digit does not fit is kept and a warning names it. Refused are a text in which no check digit fits
 * and a visa, whose number is not the passport's. Never throws.
 */
export function parseMrz(text: string, options: MrzOptions = {}): ScanResult {
  if (text.length > MAX_SCAN_LENGTH) return refuse(fault('scan-too-long', 'scan', { max: MAX_SCAN_LENGTH }));
  const clean = withoutInvisible(text)
    .replace(/[^\P{Cc}\r\n\t]/gu, '')
    .trim();
  if (clean === '') return refuse(fault('scan-empty', 'scan'));
  const { candidates, visa } = mrzCandidates(clean);
  let best: MrzZone | null = null;
  let most = -1;
  for (const candidate of candidates) {
    const zone = readZone(candidate);
    const likely = zone.passed + (candidate.whole ? WHOLE_COUNTS : 0);
    if (likely > most) [best, most] = [zone, likely];
  }
  if (visa && (best?.passed ?? 0) < MANY_CHECKS) return refuse(fault('scan-is-visa', 'scan'));
  if (best && best.passed > 0) return describe(best, options);
  return refuse(fault(best ? 'mrz-all-checks-failed' : 'scan-not-recognised', 'scan'));
}

/**
 * A zone with one misread digit still has two or three check digits that fit; by chance so has now and then what is cut out of
 * the middle of it under another layout. That the lines are as long as they should be counts as much as two check digits.
 */
const WHOLE_COUNTS = 2;

/** With so many fitting check digits there is a document beside the visa, not a chance likeness within it. */
const MANY_CHECKS = 3;

const refuse = (finding: Finding): ScanResult => ({ ok: false, findings: [finding] });

function describe(zone: MrzZone, { today }: MrzOptions): ScanResult {
  const expiresOn = readMrzExpiry(zone.expiry.value) ?? undefined;
  const latestBirth = today ?? (expiresOn === LIFELONG ? BEFORE_LIFELONG : expiresOn);
  const birthDate = (latestBirth && readMrzBirthDate(zone.birth.value, latestBirth)) || undefined;
  const name = readMrzName(zone.name);
  const document: ScannedDocument = {
    format: zone.format,
    documentType: documentType(zone),
    ...(zone.number.number && { documentNumber: zone.number.number }),
    ...(name.fullName && { fullName: name.fullName }),
    ...(birthDate && { birthDate }),
    ...(isSex(zone.sex) && { sex: zone.sex }),
    ...(zone.nationality.code && { nationality: zone.nationality.code }),
    ...(expiresOn && { expiresOn }),
    ...(zone.issuingState.code && { issuingState: zone.issuingState.code }),
    extras: zone.extras,
  };
  const findings = [
    ...checkDigitFindings(zone),
    ...unreadable(document, zone),
    ...nameFindings(document, name.truncated),
  ];
  if (birthDate?.length === 4) findings.push(scanDoubt('birth-date-year-only', 'birthDate'));
  if (document.nationality && !isKnownNationality(document.nationality)) {
    findings.push(doubt('nationality-unknown', 'nationality'));
  }
  if (today && expiresOn && expiresOn < today) findings.push(doubt('document-expired', 'expiresOn'));
  return { ok: true, document, findings };
}

/** How Vietnamese cards valid for life are marked; they are given from about the age of 60, so to people born in 19xx. */
const LIFELONG = '2099-12-31';
const BEFORE_LIFELONG = '1999-12-31';

/**
 * The zone does not say when a Vietnamese card was issued, so CCCD and Thẻ Căn cước cannot be told apart: CCCD is taken.
 * An identity card of another country is another paper to the portal.
 */
function documentType(zone: MrzZone): number {
  if (zone.format === 'mrz-td3') return PASSPORT;
  return zone.vietnameseCard ? CCCD : OTHER_PAPER;
}

const isSex = (text: string): text is Sex => text === 'M' || text === 'F';

function checkDigitFindings({ number, birth, expiry, nationality, whole }: MrzZone): Finding[] {
  const outcomes = [
    ['documentNumber', number.outcome],
    ['birthDate', birth.outcome],
    ['expiresOn', expiry.outcome],
    ['nationality', nationality.repaired ? 'repaired' : 'fits'],
  ] as const;
  const failed = outcomes.filter(([, outcome]) => outcome === 'failed').map(([field]) => field);
  const repaired = outcomes.filter(([, outcome]) => outcome === 'repaired').map(([field]) => field);
  // The composite check digit covers the fields again: alone it tells that something between them was misread.
  const rest: ('scan' | (typeof failed)[number])[] = failed.length === 0 && whole === 'failed' ? ['scan'] : failed;
  if (whole === 'repaired' && repaired.length === 0)
    return [...rest.map(checkFailed), scanDoubt('mrz-repaired', 'scan')];
  return [...rest.map(checkFailed), ...repaired.map((field) => scanDoubt('mrz-repaired', field))];
}

const checkFailed = (field: Finding['field']): Finding => scanDoubt('check-digit-failed', field);

function unreadable(document: ScannedDocument, zone: MrzZone): Finding[] {
  const missing = (['documentNumber', 'fullName', 'birthDate', 'nationality'] as const).filter(
    (field) => !document[field],
  );
  const findings = missing.map((field) => scanDoubt('scan-field-unreadable', field));
  // Not every card expires: then the field holds fillers.
  if (!document.expiresOn && /[^<]/.test(zone.expiry.value))
    findings.push(scanDoubt('scan-field-unreadable', 'expiresOn'));
  // X and a filler both stand for "unspecified".
  if (!document.sex)
    findings.push(scanDoubt(/[<X]/.test(zone.sex) ? 'sex-unspecified' : 'scan-field-unreadable', 'sex'));
  return findings;
}

function nameFindings(document: ScannedDocument, truncated: boolean): Finding[] {
  if (!document.fullName) return [];
  const vietnamese = document.nationality === 'VNM' || document.issuingState === 'VNM';
  return [
    ...(vietnamese ? [scanDoubt('name-without-diacritics', 'fullName')] : []),
    ...(truncated ? [scanDoubt('name-truncated', 'fullName')] : []),
  ];
}
