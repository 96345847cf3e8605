import { foldName, nameKey } from '@luutru/identity-document';
import { withoutInputRemains } from './input-remains';
import { isNameWord, isSpeltNameWord } from './name-rarity';
import {
  consonantsOf,
  isPinyin,
  joinForm,
  misreadForm,
  spokenForm,
  type SpokenForm,
  transliterationForm,
} from './spelling-forms';
import { readMarks, type Tone } from './vietnamese-marks';

/** A word of a name, and all that is asked of it when it is compared. */
export interface NameWord {
  /** Lower case, NFC. */
  readonly text: string;
  readonly folded: string;
  /** Without tone, with the marks of vowels. */
  readonly letters: string;
  readonly tone: Tone;
  readonly marked: boolean;
  /** A word that Vietnamese names have, marks aside. */
  readonly isNameWord: boolean;
  /** Such a word with the very marks that it is written with; where it has none, as `isNameWord`. */
  readonly isSpeltNameWord: boolean;
  readonly isPinyin: boolean;
  readonly isParticle: boolean;
  /** Folded, documented variants brought together. */
  readonly variantForm: string;
  readonly spokenForm: SpokenForm;
  readonly misreadForm: string;
  readonly transliterationForm: string;
  readonly consonants: string;
  /** Which letters and digits the folded word has, one bit for each (some share one). */
  readonly letterSet: number;
  /** For finding the word written apart on the other side. */
  readonly joinForm: string;
  /** What was meant, when keys of an input method were left in the word. */
  readonly meant: NameWord | null;
}

/** Words that belong to a name but not to everybody's way of writing it. */
const PARTICLES: ReadonlySet<string> = new Set(
  'van von der den de del della di da dos das du la le al el ul bin bint ibn ben abu y e ter ten zu af av'.split(' '),
);

/** Words come again and again; what was read of them is kept, up to a bound. Nothing outside can tell. */
const KEPT_AT_MOST = 50_000;
const kept = new Map<string, NameWord>();

/** `text`: one word, lower case. */
export function readWord(text: string): NameWord {
  const known = kept.get(text);
  if (known) return known;
  if (kept.size >= KEPT_AT_MOST) kept.clear();
  const word = read(text, withoutInputRemains(text));
  kept.set(text, word);
  return word;
}

function read(text: string, meant: string | null): NameWord {
  const folded = foldName(text).replaceAll(' ', '');
  const form = transliterationForm(folded);
  const marks = readMarks(text);
  const marked = /[^\x00-\x7F]/.test(text);
  return {
    text,
    folded,
    ...marks,
    marked,
    isNameWord: isNameWord(folded),
    isSpeltNameWord: marked ? isSpeltNameWord(marks) : isNameWord(folded),
    isPinyin: isPinyin(folded),
    isParticle: PARTICLES.has(folded),
    variantForm: nameKey(folded),
    spokenForm: spokenForm(folded),
    misreadForm: misreadForm(folded),
    transliterationForm: form,
    consonants: consonantsOf(form),
    letterSet: letterSetOf(folded),
    joinForm: joinForm(folded),
    meant: meant === null || meant === text ? null : read(meant, null),
  };
}

function letterSetOf(folded: string): number {
  let set = 0;
  for (let at = 0; at < folded.length; at += 1) set |= 1 << (folded.charCodeAt(at) & 31);
  return set;
}
