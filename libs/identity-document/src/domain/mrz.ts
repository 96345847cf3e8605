import { doubt, fault, type Finding, type DocumentField } from './finding';
import { parseBirthDate } from './calendar-date';
import { asDigits, checkDigit } from './mrz-check';
import type { ScannedDocument, ScanResult } from './scanned-document';

const MAX_LENGTH = 500;
const CCCD = 1;
const PASSPORT = 4;

/** Reads the machine-readable zone (ICAO Doc 9303) of a card (TD1, 3 x 30) or a passport (TD3, 2 x 44). */
export function parseMrz(text: string, reference: { readonly today?: string } = {}): ScanResult {
  if (text.length > MAX_LENGTH) return { ok: false, findings: [fault('scan-too-long', 'scan', { max: MAX_LENGTH })] };
  const lines = toLines(text);
  if (lines.length === 0) return { ok: false, findings: [fault('scan-empty', 'scan')] };
  const td1 = lines.length >= 3 && lines.slice(0, 3).every((line) => line.length === 30);
  const td3 = lines.length >= 2 && lines.slice(0, 2).every((line) => line.length === 44) && lines[0]?.startsWith('P');
  const [first = '', second = '', third = ''] = lines;
  if (td1) return new MrzReader('mrz-td1', reference.today).td1(first, second, third);
  if (td3) return new MrzReader('mrz-td3', reference.today).td3(first, second);
  return { ok: false, findings: [fault('scan-not-recognised', 'scan')] };
}

/** Lines as printed, however the reader sent them: one run, lower case, spaces or guillemets for the filler. */
function toLines(text: string): string[] {
  const upper = text.toUpperCase().replace(/[«‹]/g, '<');
  const broken = upper
    .split(/[\r\n]+/)
    .map((line) => line.trimStart().replace(/ /g, '<'))
    .filter((line) => /[A-Z0-9]/.test(line));
  if (broken.length > 1) return broken.map(fit);
  const [run = ''] = broken;
  const compact = run.replace(/[^A-Z0-9<]/g, '');
  if (compact.length >= 88 && compact.startsWith('P')) return [compact.slice(0, 44), compact.slice(44, 88)];
  if (compact.length >= 90) return [compact.slice(0, 30), compact.slice(30, 60), compact.slice(60, 90)];
  return compact ? [compact] : [];
}

/** A filler run that lost or gained a character at its end is put right; anything else keeps its length and is refused. */
function fit(line: string): string {
  const clean = line.replace(/[^A-Z0-9<]/g, '');
  for (const width of [30, 44]) {
    if (clean.length > width && clean.length <= width + 6 && /^<*$/.test(clean.slice(width)))
      return clean.slice(0, width);
    if (clean.length < width && clean.length >= width - 4 && /[A-Z0-9]<<.*<$|<<$/.test(clean))
      return clean.padEnd(width, '<');
  }
  return clean;
}

class MrzReader {
  private readonly findings: Finding[] = [];
  private failedChecks = 0;
  private checks = 0;

  constructor(
    private readonly format: 'mrz-td1' | 'mrz-td3',
    private readonly today: string | undefined,
  ) {}

  td1(first: string, second: string, third: string): ScanResult {
    const issuingState = stateOf(first.slice(2, 5));
    const number = this.td1Number(first, issuingState);
    const birth = this.checked(second.slice(0, 6), second[6], 'birthDate', true);
    const expiry = this.checked(second.slice(8, 14), second[14], 'expiresOn', true);
    const composite = first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29);
    return this.result({
      documentType: issuingState === 'VNM' ? CCCD : undefined,
      documentNumber: number,
      names: third,
      birth,
      expiry,
      sex: second[7],
      nationality: stateOf(second.slice(15, 18)),
      issuingState,
      compositeFits: checkDigit(composite) === second[29],
    });
  }

  td3(first: string, second: string): ScanResult {
    const number = this.checked(second.slice(0, 9), second[9], 'documentNumber', false);
    const birth = this.checked(second.slice(13, 19), second[19], 'birthDate', true);
    const expiry = this.checked(second.slice(21, 27), second[27], 'expiresOn', true);
    const composite = second.slice(0, 10) + second.slice(13, 20) + second.slice(21, 43);
    return this.result({
      documentType: PASSPORT,
      documentNumber: number.replace(/</g, ''),
      names: first.slice(5),
      birth,
      expiry,
      sex: second[20],
      nationality: stateOf(second.slice(10, 13)),
      issuingState: stateOf(first.slice(2, 5)),
      compositeFits: checkDigit(composite) === second[43],
    });
  }

  /**
   * Vietnamese cards print the last 9 digits of the number with a check digit, then the whole 12-digit number with `<<`
   * and its own. Elsewhere a number longer than 9 runs on in the optional field after a filler.
   */
  private td1Number(first: string, issuingState: string): string {
    const short = first.slice(5, 14);
    const optional = first.slice(15, 30);
    if (issuingState === 'VNM') {
      const whole = this.checked(optional.slice(0, 12), optional[14], 'documentNumber', true);
      this.checked(short, first[14], 'documentNumber', true);
      if (/^\d{12}$/.test(whole)) return whole;
    }
    if (first[14] === '<') {
      const rest = optional.replace(/<+$/, '');
      return this.checked(short + rest.slice(0, -1), rest.slice(-1), 'documentNumber', false).replace(/</g, '');
    }
    return this.checked(short, first[14], 'documentNumber', false).replace(/</g, '');
  }

  /** Takes a field when its check digit fits, or the field with misread digits put right when that fits. */
  private checked(field: string, digit: string | undefined, name: DocumentField, numeric: boolean): string {
    this.checks += 1;
    const wanted = asDigits(digit ?? '');
    if (checkDigit(field) === digit) return field;
    const repaired = numeric ? asDigits(field) : field;
    if (checkDigit(repaired) === wanted) {
      this.findings.push(doubt('mrz-repaired', name));
      return repaired;
    }
    this.failedChecks += 1;
    this.findings.push(doubt('mrz-check-digit', name));
    return field;
  }

  private result(read: {
    documentType: number | undefined;
    documentNumber: string;
    names: string;
    birth: string;
    expiry: string;
    sex: string | undefined;
    nationality: string;
    issuingState: string;
    compositeFits: boolean;
  }): ScanResult {
    if (this.failedChecks === this.checks) return { ok: false, findings: [fault('scan-not-recognised', 'scan')] };
    if (!read.compositeFits && this.findings.length === 0) this.findings.push(doubt('mrz-check-digit', 'scan'));
    const expiresOn = this.date(read.expiry, 'expiresOn', '2100');
    const latestBirth = this.today ?? expiresOn ?? '2100';
    const document: ScannedDocument = {
      format: this.format,
      documentType: read.documentType,
      documentNumber: read.documentNumber || undefined,
      fullName: this.name(read.names, read.nationality),
      birthDate: this.date(read.birth, 'birthDate', latestBirth),
      sex: read.sex === 'M' || read.sex === 'F' ? read.sex : this.unspecifiedSex(),
      nationality: read.nationality || undefined,
      expiresOn,
      issuingState: read.issuingState || undefined,
      extras: [],
    };
    if (this.today && expiresOn && expiresOn < this.today) this.findings.push(doubt('document-expired', 'expiresOn'));
    return { ok: true, document, findings: this.findings };
  }

  private unspecifiedSex(): undefined {
    this.findings.push(doubt('mrz-sex-unspecified', 'sex'));
  }

  private name(field: string, nationality: string): string | undefined {
    const name = asLetters(field).replace(/</g, ' ').replace(/ +/g, ' ').trim();
    if (!name) {
      this.findings.push(doubt('scan-field-unreadable', 'fullName'));
      return undefined;
    }
    if (nationality === 'VNM') this.findings.push(doubt('name-without-diacritics', 'fullName'));
    return name;
  }

  /** YYMMDD with the century that keeps the date from lying after `latest`; unknown month or day leave the year. */
  private date(field: string, name: 'birthDate' | 'expiresOn', latest: string): string | undefined {
    const [, year, month, day] = /^(\d{2})(\d{2}|<<)(\d{2}|<<)$/.exec(field) ?? [];
    if (!year || !month || !day) {
      this.findings.push(doubt('scan-field-unreadable', name));
      return undefined;
    }
    const known = month !== '<<' && day !== '<<' && month !== '00' && day !== '00';
    const rest = known ? `-${month}-${day}` : '';
    const full = `20${year}${rest}`;
    const value = full.slice(0, latest.length) > latest ? `19${year}${rest}` : full;
    if (!known || parseBirthDate(value).ok) return value;
    this.findings.push(doubt('scan-field-unreadable', name));
    return undefined;
  }
}

const asLetters = (field: string): string => field.replace(/[015 8]/g, (digit) => LETTERS[digit] ?? digit);
const LETTERS: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '5': 'S', '8': 'B' };

const stateOf = (field: string): string => asLetters(field).replace(/</g, '');
