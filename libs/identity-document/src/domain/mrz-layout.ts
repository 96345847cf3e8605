import type { ScanFormat } from './scanned-document';

/** Where a field lies: line, first character, end (exclusive), counted from 0. */
export type Place = readonly [line: number, start: number, end: number];

/** A machine readable zone of ICAO Doc 9303: TD1 part 5, TD2 part 6, TD3 part 4. */
export interface MrzLayout {
  readonly format: Exclude<ScanFormat, 'cccd-qr'>;
  readonly lines: number;
  readonly length: number;
  /** Document code and issuing state. */
  readonly header: RegExp;
  readonly name: Place;
  /** Nine characters, then the check digit. */
  readonly number: Place;
  readonly nationality: Place;
  /** Six digits, then the check digit; so is `expiry`. */
  readonly birth: Place;
  readonly sex: Place;
  readonly expiry: Place;
  /** Optional data: a longer document number may run on into it, except in TD3, where a check digit of its own follows. */
  readonly optional: Place;
  readonly moreOptional?: Place;
  readonly composite: Place;
  /** What the composite check digit covers, in order; check digits included. */
  readonly compositeOver: readonly Place[];
}

export const MRZ_LAYOUTS: readonly MrzLayout[] = [
  {
    format: 'mrz-td1',
    lines: 3,
    length: 30,
    header: /^[ACI][A-Z<][A-Z][A-Z<]{2}/,
    number: [0, 5, 14],
    birth: [1, 0, 6],
    sex: [1, 7, 8],
    expiry: [1, 8, 14],
    nationality: [1, 15, 18],
    name: [2, 0, 30],
    optional: [0, 15, 30],
    moreOptional: [1, 18, 29],
    composite: [1, 29, 30],
    compositeOver: [
      [0, 5, 30],
      [1, 0, 7],
      [1, 8, 15],
      [1, 18, 29],
    ],
  },
  {
    format: 'mrz-td3',
    lines: 2,
    length: 44,
    header: /^P[A-Z<][A-Z][A-Z<]{2}/,
    name: [0, 5, 44],
    number: [1, 0, 9],
    nationality: [1, 10, 13],
    birth: [1, 13, 19],
    sex: [1, 20, 21],
    expiry: [1, 21, 27],
    optional: [1, 28, 42],
    composite: [1, 43, 44],
    compositeOver: [
      [1, 0, 10],
      [1, 13, 20],
      [1, 21, 43],
    ],
  },
  {
    format: 'mrz-td2',
    lines: 2,
    length: 36,
    header: /^[ACI][A-Z<][A-Z][A-Z<]{2}/,
    name: [0, 5, 36],
    number: [1, 0, 9],
    nationality: [1, 10, 13],
    birth: [1, 13, 19],
    sex: [1, 20, 21],
    expiry: [1, 21, 27],
    optional: [1, 28, 35],
    composite: [1, 35, 36],
    compositeOver: [
      [1, 0, 10],
      [1, 13, 20],
      [1, 21, 35],
    ],
  },
];

/** First line of a machine readable visa (ICAO Doc 9303-7), 36 or 44 characters; a name line of TD1 has 30. */
const VISA_HEADER = /^V[A-Z<][A-Z][A-Z<]{33}/;

/** Lines of a zone under a layout that they may follow. */
export interface MrzCandidate {
  readonly layout: MrzLayout;
  readonly lines: readonly string[];
  /** It takes lines of the text as they are; otherwise it was cut out of the middle of something. */
  readonly whole: boolean;
}

/** However a text is cut, no more than this many readings are tried: the work stays bounded for any input. */
const MAX_CANDIDATES = 120;

/** The shortest name line there can be (`P<VNMAN<<AN` with the fillers lost), so that padding does not make up a zone. */
const MIN_LINE = 10;

/**
 * Ways to read a text as lines of a zone. Readers and people leave out line breaks, write spaces or « for fillers, lose
 * fillers at the end of a line, and add text before and after; which reading is right, the check digits tell.
 */
export function mrzCandidates(text: string): { candidates: readonly MrzCandidate[]; visa: boolean } {
  const candidates: MrzCandidate[] = [];
  const seen = new Set<string>();
  let visa = false;
  for (const variant of variants(text)) {
    const lines = variant.split(/[\r\n]+/).filter((line) => line !== '');
    visa ||= lines.some((line) => VISA_HEADER.test(line));
    for (const found of [...inLines(lines), ...inOneRun(lines)]) {
      const key = `${found.layout.format}${found.lines.join('')}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (candidates.push(found) >= MAX_CANDIDATES) return { candidates, visa };
    }
  }
  return { candidates, visa };
}

function variants(text: string): string[] {
  const upper = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[‹〈⟨]/g, '<');
  const trimmed = upper
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .join('\n')
    .trim();
  const guillemets = trimmed.includes('«') ? ['<<', '<'] : [''];
  return guillemets.flatMap((filler) => {
    const plain = trimmed.replaceAll('«', filler);
    const spaced = /[^\S\n]/.test(plain);
    return spaced ? [plain.replace(/[^\S\n]/g, '<'), plain.replace(/[^\S\n]+/g, '')] : [plain];
  });
}

function* inLines(lines: readonly string[]): Generator<MrzCandidate> {
  for (let start = 0; start < lines.length; start++) {
    for (const layout of MRZ_LAYOUTS) {
      const chosen = lines.slice(start, start + layout.lines);
      if (chosen.length < layout.lines || !layout.header.test(chosen[0] ?? '')) continue;
      if (chosen.some((line) => line.length < MIN_LINE)) continue;
      yield {
        layout,
        lines: chosen.map((line) => line.slice(0, layout.length).padEnd(layout.length, '<')),
        whole: chosen.every((line) => line.length <= layout.length),
      };
    }
  }
}

/** Without line breaks; only the name line of TD1, the last one, may have lost its fillers. */
function* inOneRun(textLines: readonly string[]): Generator<MrzCandidate> {
  const run = textLines.join('');
  const breaks = new Set([0]);
  let length = 0;
  for (const line of textLines) breaks.add((length += line.length));
  for (const { index } of run.matchAll(/(?=[ACIP][A-Z<][A-Z][A-Z<]{2})/g)) {
    for (const layout of MRZ_LAYOUTS) {
      const whole = layout.lines * layout.length;
      const slack = layout.format === 'mrz-td1' ? layout.length - MIN_LINE : 0;
      const part = run.slice(index, index + whole);
      if (part.length < whole - slack || !layout.header.test(part)) continue;
      const padded = part.padEnd(whole, '<');
      yield {
        layout,
        lines: Array.from({ length: layout.lines }, (_, i) => padded.slice(i * layout.length, (i + 1) * layout.length)),
        whole: breaks.has(index) && breaks.has(index + part.length),
      };
    }
  }
}
