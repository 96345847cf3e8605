import { isCalendarDate, localDate } from '@luutru/calendar';
import {
  checkDocument,
  checkName,
  type DocumentField,
  type Finding as DocumentFinding,
  normaliseDocumentNumber,
  normaliseName,
  parseBirthDate,
  parseCccdQr,
  parseMrz,
  type ScannedDocument,
} from '@luutru/identity-document';
import type { DeclarationContext } from './declaration-context';
import type { PersonInput } from './declaration-input';
import { doubt, fault, type Finding } from './finding';
import { readResidence } from './residence';
import { type DeclaredPerson, VIETNAM } from './stay-draft';

/** Type 9 "Giấy tờ khác": also a person without papers, who is then described. */
const OTHER_PAPER = 9;
const PHONE = /^\+?[0-9]{8,15}$/;

const POINTERS: Readonly<Record<DocumentField, string>> = {
  documentType: '/person/document/type',
  documentNumber: '/person/document/number',
  oldDocumentNumber: '/person/document/number',
  fullName: '/person/fullName',
  birthDate: '/person/birthDate',
  sex: '/person/sex',
  nationality: '/person/nationality',
  address: '/person/residence/address',
  issuedOn: '/person',
  expiresOn: '/person',
  scan: '/person',
};

type PointerOf = (field: DocumentField) => string;

type FieldName = 'documentType' | 'documentNumber' | 'fullName' | 'birthDate' | 'sex' | 'nationality' | 'address';
type Fields = { -readonly [K in FieldName]?: ScannedDocument[K] };

/** Reads who the person is from scan and fields. `person` is left out when a fault keeps it from being complete. */
export function readPerson(
  input: PersonInput | undefined,
  context: DeclarationContext,
): { person?: DeclaredPerson; findings: Finding[] } {
  if (!input) return { findings: [fault('field-required', '/person')] };
  const scan = readScan(input, context.now);
  const { fields, pointerOf, findings: merged } = merge(input, scan.document, scan.pointer);
  const findings = [...scan.findings, ...merged, ...checkFields(input, fields, pointerOf, context)];
  const residence = readResidence(input.residence, fields.address, pointerOf('address'), context);
  findings.push(...residence.findings);

  const { documentType, fullName, birthDate, sex } = fields;
  const complete = documentType !== undefined && fullName !== undefined && birthDate !== undefined && sex !== undefined;
  if (!complete || findings.some((finding) => finding.severity === 'error')) return { findings };
  return {
    findings,
    person: {
      fullName,
      birthDate,
      sex,
      documentType,
      nationality: fields.nationality ?? VIETNAM,
      documentNumber: fields.documentNumber ?? null,
      documentDescription: input.document?.description?.trim() || null,
      phone: phone(input) ?? null,
      permitUntil:
        fields.nationality !== undefined && fields.nationality !== VIETNAM ? (input.permitUntil ?? null) : null,
      ...residence.value,
    },
  };
}

interface Scan {
  readonly document?: ScannedDocument;
  readonly pointer: string;
  readonly findings: Finding[];
}

function readScan(input: PersonInput, now: Date): Scan {
  if (input.qr !== undefined && input.mrz !== undefined) {
    return { pointer: '/person', findings: [fault('one-scan-only', '/person/mrz')] };
  }
  if (input.qr === undefined && input.mrz === undefined) return { pointer: '/person', findings: [] };
  const pointer = input.qr !== undefined ? '/person/qr' : '/person/mrz';
  const result = input.qr !== undefined ? parseCccdQr(input.qr) : parseMrz(input.mrz ?? '', { today: localDate(now) });
  const findings = result.findings.map((finding) => relay(finding, pointer));
  return result.ok ? { document: result.document, pointer, findings } : { pointer, findings };
}

/** Fields given by hand win over the scan; a fault is shown where the value came from. */
function merge(input: PersonInput, scanned: ScannedDocument | undefined, scanPointer: string) {
  const number = input.document?.number === undefined ? undefined : normaliseDocumentNumber(input.document.number);
  const typed: Fields = {
    documentType: input.document?.type,
    documentNumber: number || undefined,
    fullName: input.fullName === undefined ? undefined : normaliseName(input.fullName),
    birthDate: input.birthDate,
    sex: input.sex,
    nationality: input.nationality?.trim().toUpperCase() || undefined,
    address: input.residence?.address,
  };
  const fields: Fields = { ...scanned };
  const findings: Finding[] = [];
  for (const key of Object.keys(typed) as (keyof Fields)[]) {
    if (typed[key] === undefined) continue;
    if (key === 'documentNumber' && scanned?.documentNumber !== undefined && scanned.documentNumber !== typed[key]) {
      findings.push(doubt('differs-from-scan', POINTERS[key]));
    }
    Object.assign(fields, { [key]: typed[key] });
  }
  const pointerOf: PointerOf = (field) => {
    const key = field as keyof Fields;
    return scanned?.[key] !== undefined && typed[key] === undefined ? scanPointer : POINTERS[field];
  };
  return { fields, pointerOf, findings };
}

function checkFields(
  input: PersonInput,
  fields: Fields,
  pointerOf: PointerOf,
  { codes, now }: DeclarationContext,
): Finding[] {
  const findings: Finding[] = [];
  const required = ['fullName', 'birthDate', 'sex', 'documentType'] as const;
  for (const field of required) {
    if (fields[field] === undefined) findings.push(fault('field-required', pointerOf(field)));
  }
  if (fields.fullName !== undefined)
    findings.push(...checkName(fields.fullName).map((f) => relay(f, pointerOf('fullName'))));
  findings.push(...checkBirthDate(fields, pointerOf('birthDate'), now));
  const { documentType } = fields;
  if (documentType !== undefined) {
    if (!codes.has('document-type', String(documentType))) {
      findings.push(fault('code-unknown', pointerOf('documentType'), { table: 'document-type' }));
    } else {
      const checked = checkDocument({ ...fields, documentType, description: input.document?.description });
      findings.push(...checked.map((f) => relay(f, pointerOf(f.field))));
      if (documentType === OTHER_PAPER && !fields.documentNumber)
        findings.push(doubt('no-papers', pointerOf('documentType')));
    }
  }
  if (fields.nationality !== undefined && !codes.has('nationality', fields.nationality)) {
    findings.push(doubt('nationality-not-listed', pointerOf('nationality')));
  }
  findings.push(...checkPermit(input.permitUntil, now));
  if (input.phone !== undefined && phone(input) === undefined) findings.push(fault('phone-malformed', '/person/phone'));
  return findings;
}

function checkBirthDate(fields: Fields, pointer: string, now: Date): Finding[] {
  if (fields.birthDate === undefined) return [];
  const parsed = parseBirthDate(fields.birthDate);
  if (!parsed.ok) return [fault(parsed.code, pointer)];
  fields.birthDate = parsed.value;
  const today = localDate(now);
  const future = parsed.value.length === 4 ? parsed.value > today.slice(0, 4) : parsed.value > today;
  if (future) return [fault('birth-date-in-future', pointer)];
  return parsed.value < '1900' ? [fault('birth-date-too-long-ago', pointer)] : [];
}

function checkPermit(permitUntil: string | undefined, now: Date): Finding[] {
  if (permitUntil === undefined) return [];
  const pointer = '/person/permitUntil';
  if (!isCalendarDate(permitUntil)) return [fault('date-malformed', pointer)];
  return permitUntil < localDate(now) ? [fault('permit-expired', pointer)] : [];
}

function phone(input: PersonInput): string | undefined {
  const digits = input.phone?.replace(/[\s.()-]/g, '');
  return digits !== undefined && PHONE.test(digits) ? digits : undefined;
}

const relay = (finding: DocumentFinding, pointer: string): Finding => ({
  code: finding.code,
  severity: finding.severity,
  pointer,
  ...(finding.params && { params: finding.params }),
});
