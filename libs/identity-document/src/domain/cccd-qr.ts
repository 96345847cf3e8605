import { readCardDate } from './calendar-date';
import { tidy, withoutInvisible } from './clean-text';
import { fault, type Finding, scanDoubt } from './finding';
import { foldName } from './fold-name';
import { normaliseName } from './name';
import { MAX_SCAN_LENGTH, type ScannedDocument, type ScanResult, type Sex } from './scanned-document';
import { hasLostDiacritics, hasTelexRemains, looksMistyped, looksSwallowed } from './typing-remains';

const MIN_FIELDS = 6;

/** The card is called Thẻ Căn cước from the day the Luật Căn cước 26/2023/QH15 took effect (Điều 46); before it is a CCCD. */
const IDENTITY_CARD_SINCE = '2024-07-01';
const CCCD = 1;
const IDENTITY_CARD = 8;

/**
 * Reads the text of the QR code on a CCCD or Căn cước card:
 * `number|old number or empty|full name|ddMMyyyy|Nam/Nữ|address|ddMMyyyy issued`, UTF-8. Cards and scanners also give six
 * fields (without the old number, or without the day of issue), eight and more (2024 cards: kept in `extras`), labels before
 * the values and other separators. A field that cannot be read is absent and a warning names it; only a text that is no
 * such code is refused. Never throws.
 */
export function parseCccdQr(text: string): ScanResult {
  if (text.length > MAX_SCAN_LENGTH) return refuse(fault('scan-too-long', 'scan', { max: MAX_SCAN_LENGTH }));
  const clean = withoutInvisible(text).trim();
  if (clean === '') return refuse(fault('scan-empty', 'scan'));
  const fields = splitFields(clean);
  if (!fields) return refuse(fault('scan-not-recognised', 'scan'));
  if (fields.length < MIN_FIELDS) {
    return refuse(fault('scan-too-few-fields', 'scan', { found: fields.length, needed: MIN_FIELDS }));
  }
  return readFields(fields);
}

const refuse = (finding: Finding): ScanResult => ({ ok: false, findings: [finding] });

/**
 * A bar is the separator of the standard; another one is believed only where it makes enough fields with a number before
 * the first. Null: there is nothing like fields.
 */
function splitFields(clean: string): string[] | null {
  if (clean.includes('|')) return clean.split('|').map(tidy);
  for (const separator of [/[│｜¦∣ǀ❘┃]/, '\t', ';', /\r\n|\r|\n/]) {
    const fields = clean.split(separator).map(tidy);
    if (fields.length >= MIN_FIELDS && personalNumber(fields[0] ?? '')) return fields;
  }
  return null;
}

interface Layout {
  readonly number: string;
  readonly oldNumber: string;
  readonly rest: readonly string[];
}

/** Without the old number the name comes second: letters stand there, and birth date and sex come one place earlier. */
function layOut(fields: readonly string[]): Layout {
  const [number = '', second = '', third = '', fourth = ''] = fields;
  const shifted = readCardDate(unlabelled(third)) !== null || sexOf(fourth) !== undefined;
  const nameIsSecond = /\p{L}/u.test(unlabelled(second)) && shifted;
  return nameIsSecond
    ? { number, oldNumber: '', rest: fields.slice(1) }
    : { number, oldNumber: second, rest: fields.slice(2) };
}

function readFields(fields: readonly string[]): ScanResult {
  const { number, oldNumber, rest } = layOut(fields);
  const [nameText = '', birthText = '', sexText = '', addressText = '', issuedText = '', ...extras] = rest;
  const birthDate = readCardDate(unlabelled(birthText)) ?? undefined;
  const documentNumber = personalNumber(number) ?? undefined;
  // One of them must be there, or the text is something else with bars in it.
  if (!birthDate && !documentNumber) return refuse(fault('scan-not-recognised', 'scan'));

  const issuedOn = fullDate(issuedText);
  const read = {
    documentNumber,
    oldDocumentNumber: oldIdNumber(oldNumber),
    fullName: nameOf(nameText),
    birthDate,
    sex: sexOf(sexText),
    address: withoutLabel(addressText, ADDRESS_LABEL) || undefined,
    issuedOn,
  };
  const findings = unreadable(read, { oldNumber, issuedText });
  if (birthDate?.length === 4) findings.push(scanDoubt('birth-date-year-only', 'birthDate'));
  findings.push(...mangled(nameText, addressText, sexText));
  const document: ScannedDocument = {
    format: 'cccd-qr',
    documentType: issuedOn !== undefined && issuedOn >= IDENTITY_CARD_SINCE ? IDENTITY_CARD : CCCD,
    ...definedOnly(read),
    nationality: 'VNM',
    issuingState: 'VNM',
    extras: withoutEmptyEnd(extras),
  };
  return { ok: true, document, findings };
}

type ReadFields = Partial<
  Pick<
    ScannedDocument,
    'documentNumber' | 'oldDocumentNumber' | 'fullName' | 'birthDate' | 'sex' | 'address' | 'issuedOn'
  >
>;

function unreadable(read: ReadFields, given: { oldNumber: string; issuedText: string }): Finding[] {
  const always = ['documentNumber', 'fullName', 'birthDate', 'sex', 'address'] as const;
  const missing: (keyof ReadFields)[] = always.filter((field) => read[field] === undefined);
  if (!read.oldDocumentNumber && !saysNothing(given.oldNumber)) missing.push('oldDocumentNumber');
  if (!read.issuedOn && !saysNothing(given.issuedText)) missing.push('issuedOn');
  return missing.map((field) => scanDoubt('scan-field-unreadable', field));
}

function mangled(nameText: string, addressText: string, sexText: string): Finding[] {
  const name = looksMistyped(nameText) || looksSwallowed(nameText) || hasLostDiacritics(`${nameText} ${addressText}`);
  const address = hasTelexRemains(addressText);
  const sex = sexOf(sexText) === 'F' && !WOMAN.has(sexWord(sexText));
  return [
    ...(name ? [scanDoubt('scan-keyboard-mangled', 'fullName')] : []),
    ...(address ? [scanDoubt('scan-keyboard-mangled', 'address')] : []),
    ...(sex ? [scanDoubt('scan-keyboard-mangled', 'sex')] : []),
  ];
}

/** A label has letters only and ends in a colon: `Số CCCD: 049...`. */
const LABEL = /^[\p{L}\p{M}\s./()]{1,60}[:：]\s*/u;
const unlabelled = (field: string): string => field.replace(LABEL, '');

const NAME_LABEL = /^(?:ho|ten|full name|name)\b/;
const ADDRESS_LABEL = /^(?:dia chi|noi|thuong tru|cu tru|que quan|address|place)\b/;

/** Names and addresses may hold a colon of their own, so only a known label is taken off. */
function withoutLabel(field: string, known: RegExp): string {
  const value = unlabelled(field);
  return known.test(foldName(field.slice(0, field.length - value.length))) ? value : field;
}

const digitsOf = (field: string): string => unlabelled(field).replace(/[\s.-]/g, '');

const personalNumber = (field: string): string | null => /^\d{12}$/.exec(digitsOf(field))?.[0] ?? null;
const oldIdNumber = (field: string): string | undefined => /^(?:\d{9}|\d{12})$/.exec(digitsOf(field))?.[0];

const saysNothing = (field: string): boolean => /^(?:|0+|khong(?: co)?|null)$/.test(foldName(unlabelled(field)));

function nameOf(field: string): string | undefined {
  const name = normaliseName(withoutLabel(field, NAME_LABEL));
  return /\p{L}/u.test(name) ? name : undefined;
}

function fullDate(field: string): string | undefined {
  const date = readCardDate(unlabelled(field));
  return date?.length === 10 ? date : undefined;
}

const WOMAN: ReadonlySet<string> = new Set(['nữ', 'f', 'female']);
const sexWord = (field: string): string => unlabelled(field).toLowerCase();

/** `Nam` is plain ASCII and survives every keyboard; `Nữ` comes as Nu, Nuwx, Nu74, N? and worse. */
function sexOf(field: string): Sex | undefined {
  const word = sexWord(field);
  if (/^(?:nam|m|male)$/.test(foldName(word))) return 'M';
  if (WOMAN.has(word) || /^n(?:[uw]{1,3}[sfrxj]?|u[0-9]{1,2})$/.test(foldName(word))) return 'F';
  return /^n(?:[?\uFFFD]+|á»¯)$/.test(word) ? 'F' : undefined;
}

function withoutEmptyEnd(fields: readonly string[]): readonly string[] {
  return fields.slice(0, fields.findLastIndex((field) => field !== '') + 1);
}

const definedOnly = (read: ReadFields): ReadFields =>
  Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
