/** A word of an address. Positions are into the NFC text. */
export interface PlaceToken {
  /** Lower case, without marks, đ as d; a number without leading zeros. Names are looked up by keys joined without spaces. */
  readonly key: string;
  /** Lower case with marks, the tone moved to the end, so that hoà and hòa are equal. */
  readonly spelling: string;
  readonly start: number;
  readonly end: number;
  /** What stands before: nothing or a dot (0), a dash or slash that may be inside a name (1), a comma or the like (2). */
  readonly breakBefore: 0 | 1 | 2;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Words written together: QuậnGòVấp, TpHCM, P12, TPHà Nội. */
const PIECE = /\p{N}+|\p{Lu}+(?![\p{Ll}\p{M}])|\p{Lu}?[\p{Ll}\p{M}\p{Lo}\p{Lm}]+|\p{Lu}+/gu;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Mỹ and Mĩ, Quý and Quí are one; Thúy and Thúi are not. */
const FINAL_Y = /(?<=^(?:[bcdghklmnpqrstvx]+|qu))y$/;

/** A part of a word, with where it lies in the word. */
interface Piece extends Pick<PlaceToken, 'key' | 'spelling'> {
  readonly from: number;
  readonly to: number;
}

/** Words seen before, in their parts: places and addresses are made of a few thousand different ones. */
export type KnownWords = Map<string, readonly Piece[]>;

/** Longer than any syllable or number of a house; what is longer is not worth keeping. */
const LONGEST_KNOWN = 12;

/** Splits a text into words; never throws, whatever the text. */
export function placeTokens(nfc: string, known: KnownWords): PlaceToken[] {
  const tokens: PlaceToken[] = [];
  let end = 0;
  for (const { 0: word, index } of nfc.matchAll(WORD)) {
    for (const { key, spelling, from, to } of known.get(word) ?? learn(word, known)) {
      const start = index + from;
      const previous = tokens.at(-1);
      const breakBefore = previous ? breakIn(nfc.slice(end, start), previous.key) : 2;
      end = index + to;
      if (key !== '') tokens.push({ key, spelling, start, end, breakBefore });
    }
  }
  return tokens;
}

function learn(word: string, known: KnownWords): readonly Piece[] {
  const pieces = [...word.matchAll(PIECE)].map(({ 0: piece, index }) => ({
    key: placeKey(piece),
    spelling: placeSpelling(piece),
    from: index,
    to: index + piece.length,
  }));
  if (word.length <= LONGEST_KNOWN) known.set(word, pieces);
  return pieces;
}

function breakIn(gap: string, before: string): 0 | 1 | 2 {
  if (/[,;|\r\n\t()[\]:]/.test(gap)) return 2;
  if (/[-–—_/\\]/.test(gap)) return 1;
  // A dot after a whole word ends a part; after P., TP. or T. it belongs to the abbreviation.
  return /\.\s/.test(gap) && before.length > 3 ? 1 : 0;
}

function placeKey(word: string): string {
  const plain = word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^a-z0-9]+/g, '');
  return plain.replace(FINAL_Y, 'i').replace(/^0+(?=\d)/, '');
}

function placeSpelling(word: string): string {
  const marked = word.toLowerCase().normalize('NFD');
  const tone = marked.match(TONES)?.join('') ?? '';
  const plain = marked
    .replace(TONES, '')
    .normalize('NFC')
    .replace(FINAL_Y, 'i')
    .replace(/^0+(?=\d)/, '');
  return plain + tone;
}
