import { parseCardDate } from './calendar-date';
import { doubt, type DocumentField, fault, type Finding } from './finding';
import { foldName, hasKeyRemains, normaliseName } from './name';
import type { ScannedDocument, ScanResult, Sex } from './scanned-document';

const MAX_LENGTH = 2_000;
const MIN_FIELDS = 6;
const KNOWN_FIELDS = 7;

/** From this day cards are issued as "Thẻ Căn cước" (Luật Căn cước 26/2023/QH15, in force 2024-07-01); before as CCCD. */
const NEW_CARD_FROM = '2024-07-01';
const CCCD = 1;
const CAN_CUOC = 8;

const SEPARATORS = ['|', '│', '¦', '\t', ';'];

/**
 * Reads the text of the QR code on a Vietnamese identity card: number | old number | name | birth date | sex | address |
 * issue date. Six fields and more than seven occur; a field that cannot be read is left to the clerk.
 */
export function parseCccdQr(text: string): ScanResult {
  if (text.length > MAX_LENGTH) return { ok: false, findings: [fault('scan-too-long', 'scan', { max: MAX_LENGTH })] };
  const clean = text
    .normalize('NFC')
    .replace(/[\uFEFF\r\n]+/g, '')
    .trim();
  if (clean === '') return { ok: false, findings: [fault('scan-empty', 'scan')] };
  const fields = splitFields(clean);
  const documentNumber = digitsOf(fields[0]);
  if (fields.length < MIN_FIELDS || documentNumber?.length !== 12) {
    return { ok: false, findings: [fault('scan-not-recognised', 'scan')] };
  }
  const findings: Finding[] = [];
  const unreadable = (field: DocumentField): undefined => void findings.push(doubt('scan-field-unreadable', field));
  const date = (value: string | undefined, field: 'birthDate' | 'issuedOn'): string | undefined => {
    if (!value && field === 'issuedOn') return undefined;
    const parsed = parseCardDate(value ?? '');
    return parsed.ok ? parsed.value : unreadable(field);
  };

  const fullName = nameOf(fields[2]) ?? unreadable('fullName');
  if (fullName !== undefined && looksMangled(fullName)) findings.push(doubt('scan-keyboard-mangled', 'fullName'));
  const oldNumber = digitsOf(fields[1]);
  const issuedOn = date(fields[6], 'issuedOn');
  const document: ScannedDocument = {
    format: 'cccd-qr',
    documentType: issuedOn !== undefined && issuedOn >= NEW_CARD_FROM ? CAN_CUOC : CCCD,
    documentNumber,
    oldDocumentNumber: oldNumber?.length === 9 ? oldNumber : undefined,
    fullName,
    birthDate: date(fields[3], 'birthDate'),
    sex: sexOf(fields[4]) ?? unreadable('sex'),
    nationality: 'VNM',
    address: fields[5] || undefined,
    issuedOn,
    issuingState: 'VNM',
    extras: fields.slice(KNOWN_FIELDS),
  };
  return { ok: true, document, findings };
}

function splitFields(text: string): string[] {
  const separator = SEPARATORS.find((candidate) => text.split(candidate).length >= MIN_FIELDS) ?? '|';
  return text.split(separator).map((field) => withoutLabel(field.replace(/\s+/gu, ' ').trim()));
}

/** Some readers put the meaning before the value: `Số CCCD: 0491...`. */
const withoutLabel = (field: string): string => field.replace(/^\p{L}[\p{L}\s./]{1,30}:\s*/u, '');

function digitsOf(field: string | undefined): string | undefined {
  const digits = field?.replace(/[\s.-]/g, '');
  return digits !== undefined && /^\d+$/.test(digits) ? digits : undefined;
}

function nameOf(field: string | undefined): string | undefined {
  const name = normaliseName(field ?? '');
  return /\p{L}/u.test(name) && !/\p{N}/u.test(name) ? name : undefined;
}

function sexOf(field: string | undefined): Sex | undefined {
  const word = foldName(field ?? '');
  if (word === 'nam' || word === 'm' || word === 'male') return 'M';
  // Input methods turn "Nữ" into Nuwx, Nu74 or N~u; scanners without Vietnamese send "N".
  return /^(?:nu(?:w?x|wx|74|7)?|f|female)$/.test(word.replace(/ /g, '')) ? 'F' : undefined;
}

/**
 * A scanner that types through a Vietnamese input method loses or doubles marks: question marks, key remains, or words
 * without a vowel.
 */
function looksMangled(name: string): boolean {
  const wordWithoutVowel = foldName(name)
    .split(' ')
    .some((word) => !/[aeiouy]/.test(word));
  return wordWithoutVowel || hasKeyRemains(name) || /[?\uFFFD^`~*]/.test(name);
}
