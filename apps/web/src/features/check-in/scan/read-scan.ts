import { localDate } from '@luutru/calendar';
import { parseCccdQr, parseMrz, restoreTelex, type ScanResult } from '@luutru/identity-document';
import { type PersonDraft, type PersonFields, scannedPerson } from '../person/person-draft';

/** What a text from a scanner, a camera or the clipboard turned out to be. */
export type ScanReading =
  | { readonly kind: 'person'; readonly person: PersonDraft }
  /** Lines of a machine readable zone of which more must follow: readers send each as a line. */
  | { readonly kind: 'more' }
  | { readonly kind: 'refused'; readonly result: Extract<ScanResult, { ok: false }> };

const MRZ_LINE = /^[A-Z0-9<«‹]{28,44}$/i;

/** How many lines the zone has that begins so: cards three of 30, passports two of 44 or 36. */
const linesOf = (first: string): number => (first.length <= 32 ? 3 : 2);

/** Looks at what has come so far. */
export function readScan(text: string, now: Date): ScanReading {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  const [first = ''] = lines;
  if (MRZ_LINE.test(first.replaceAll(' ', '')) && first.includes('<')) {
    if (lines.length < linesOf(first)) return { kind: 'more' };
    const zone = lines.join('\n');
    return reading(parseMrz(zone, { today: localDate(now) }), { kind: 'mrz', text: zone });
  }
  return reading(parseCccdQr(text), { kind: 'qr', text: text.trim() });
}

function reading(result: ScanResult, source: PersonDraft['source']): ScanReading {
  if (!result.ok) return { kind: 'refused', result };
  return { kind: 'person', person: scannedPerson(source, result.document, result.findings, repairsOf(result)) };
}

/** What an input method made of a scan is put right where only one reading makes sense; the doubt stays to be seen. */
function repairsOf({ document, findings }: Extract<ScanResult, { ok: true }>): Partial<PersonFields> {
  const repairs: Partial<PersonFields> = {};
  for (const field of ['fullName', 'address'] as const) {
    const mangled = findings.some((finding) => finding.code === 'scan-keyboard-mangled' && finding.field === field);
    const restored = mangled ? restoreTelex(document[field] ?? '') : null;
    if (restored !== null) repairs[field] = restored;
  }
  return repairs;
}

/** Whether a text in a field is a scan that landed there, and where it begins. */
export function scanWithin(value: string): number {
  const card = /\d{12}\|/.exec(value);
  if (card) return card.index;
  const zone = /[A-Z][A-Z0-9<][A-Z]{3}[A-Z0-9<]{23,}/i.exec(value);
  return zone && zone[0].includes('<') ? zone.index : -1;
}
