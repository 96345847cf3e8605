/** Folded type words in the order they must be looked for: a longer one before its beginning. */
const TYPE_WORDS = ['thanh pho', 'thi tran', 'thi xa', 'dac khu', 'phuong', 'huyen', 'tinh', 'quan', 'xa'] as const;

/** How type words are shortened on cards and in forms; a number may follow at once (P12, Q.1). */
const SHORT_FORMS: readonly [string, string][] = [
  ['tt', 'thi tran'],
  ['tp', 'thanh pho'],
  ['tx', 'thi xa'],
  ['dk', 'dac khu'],
  ['ph', 'phuong'],
  ['p', 'phuong'],
  ['x', 'xa'],
  ['q', 'quan'],
  ['h', 'huyen'],
  ['t', 'tinh'],
];

/** Names that provinces go by besides their own, folded. */
export const PROVINCE_ALIASES: Readonly<Record<string, string>> = {
  hcm: 'ho chi minh',
  'sai gon': 'ho chi minh',
  saigon: 'ho chi minh',
  hn: 'ha noi',
  hanoi: 'ha noi',
  danang: 'da nang',
  'br vt': 'ba ria vung tau',
  brvt: 'ba ria vung tau',
  'vung tau': 'ba ria vung tau',
};

/** One part of an address: an optional type word and a name, both folded. */
export interface PlacePart {
  readonly type: string | null;
  readonly name: string;
  /** Type word and name together. */
  readonly full: string;
}

const strip = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd');

const TYPE_WORD = new RegExp(`\\s(${TYPE_WORDS.join('|')})(?=\\s)`, 'g');

/**
 * Splits an address as written on cards into its parts, smallest first as it was written.
 * @param atTypeWords also before every type word and at dashes, for addresses without commas; a name may hold either itself
 */
export function splitAddress(text: string, atTypeWords: boolean): PlacePart[] {
  let plain = ` ${strip(text)} `.replace(/[–—]/g, '-');
  for (const [short, word] of SHORT_FORMS) {
    plain = plain
      .replace(new RegExp(`([\\s,;-])${short}\\.\\s*(?=[a-z0-9])`, 'g'), `$1,${word} `)
      .replace(new RegExp(`([\\s,;-])${short}(?=\\d)`, 'g'), `$1,${word} `)
      .replace(new RegExp(`([,;]|- |^)\\s*${short}\\s+(?=[a-z0-9])`, 'g'), `$1,${word} `);
  }
  if (atTypeWords) plain = plain.replace(TYPE_WORD, ' , $1');
  return plain
    .split(atTypeWords ? /[,;\n\r\t]|\s-\s/ : /[,;\n\r\t]/)
    .map((part) => part.replace(/[^a-z0-9]+/g, ' ').trim())
    .filter(Boolean)
    .map(toPart);
}

export function toPart(folded: string): PlacePart {
  const type = TYPE_WORDS.find((word) => folded.startsWith(`${word} `)) ?? null;
  const name = normaliseNumber(type ? folded.slice(type.length + 1) : folded);
  return { type, name, full: type ? `${type} ${name}` : name };
}

/** The keys a unit's name can be found under: with its type word, and without. */
export function placeKeys(name: string): { full: string; short: string } {
  const part = toPart(
    strip(name)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
  );
  return { full: part.full, short: part.name };
}

/** `Phường 01` and `Phường 1` are one. */
const normaliseNumber = (name: string): string => name.replace(/^0+(?=\d)/, '');
