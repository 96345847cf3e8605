import { foldName } from './fold-name';
import { withoutInvisible } from './clean-text';

/** A Vietnamese syllable without marks: onset, nucleus, coda. A little wider than the language, on purpose. */
const SYLLABLE =
  /^(?:b|ch?|d|gi|gh?|h|kh?|l|m|ngh?|nh|n|ph?|qu|r|s|th|tr|t|v|x)?(?:uyeu?|uya|uyu?|uoi|uou|uay|uo|ua|ue|ui|uu|u|oai|oay|oao|oeo|oa|oe|oi|o|ieu|iu|ia|ie|i|yeu|ye|y|ao|au|ai|ay|a|eo|eu|e)(?:ch|c|m|ng|nh|n|p|t)?$/;

/** Folded words hardly found but in Vietnamese names; they tell that a doubtful word beside them is Vietnamese too. */
const VIETNAMESE_WORDS: ReadonlySet<string> = new Set(
  (
    'nguyen tran pham hoang huynh phan dang bui duong dinh trinh truong doan luong thi quoc ngoc thanh phuong hieu ' +
    'duc hung tuan dung thuy nhung quang khanh trung phuoc'
  ).split(' '),
);

/** Names of other languages that would read as Telex. */
const OTHER_LANGUAGES: ReadonlySet<string> = new Set(
  'dawn hawn lee max mar luis lois hans kees les gus rex tex des see tor lars law low chow shaw moon soon'.split(' '),
);

const VIETNAMESE_LETTER = /[ăâđêĩôơũưĂÂĐÊĨÔƠŨƯ\u1EA0-\u1EF9]/;
const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** UTF-8 read as Windows-1252 (`Nguyá»…n`), and characters lost on the way. */
const WRONG_ENCODING = /á[º»]|Æ[°¡]|Ä[\u0090\u0091‘]|Ã[\u0080-\u00BF]|\p{L}\?\p{L}|\uFFFD/u;

/** Words as typed, without what stands between them. */
export const words = (text: string): string[] =>
  withoutInvisible(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);

type Remains = 'certain' | 'possible' | null;

/**
 * Whether a name looks as if a Vietnamese input method got hold of it: keys of Telex or VNI left as letters and digits
 * (Nguyeexn, Vawn, Nguye6n4), tones doubled (NGUYÊẼN), or UTF-8 shown in another encoding.
 */
export const looksMistyped = (name: string): boolean => words(name).some(hasVniDigit) || hasTelexRemains(name);

/**
 * The same without VNI, for texts with numbers of their own, such as addresses. Doubtful words such as `Max` count only
 * beside a Vietnamese one.
 */
export function hasTelexRemains(text: string): boolean {
  if (WRONG_ENCODING.test(text)) return true;
  const all = words(text);
  const remains = all.map(remainsIn);
  if (remains.includes('certain')) return true;
  if (!remains.includes('possible')) return false;
  return all.some((word, i) => VIETNAMESE_LETTER.test(word) || VIETNAMESE_WORDS.has(plain(word, remains[i] ?? null)));
}

const plain = (word: string, remains: Remains): string =>
  remains ? withoutTelex(foldName(word)).word : foldName(word);

function remainsIn(word: string): Remains {
  if ((word.normalize('NFD').match(TONE_MARKS)?.length ?? 0) > 1) return 'certain';
  const folded = foldName(word);
  if (OTHER_LANGUAGES.has(folded)) return null;
  const read = withoutTelex(folded);
  if (read.marks + read.tones === 0 || !SYLLABLE.test(read.word)) return null;
  if (VIETNAMESE_LETTER.test(word)) return SYLLABLE.test(folded) ? null : 'certain';
  // A typed accent of another language (José, Zoë) says that no Telex was at work.
  if (/[^\x00-\x7F]/.test(word)) return null;
  return read.certain || (read.marks > 0 && read.tones > 0) || read.marks > 1 ? 'certain' : 'possible';
}

/** VNI writes tones and marks as digits behind a vowel: Nguye6n4, Tra62n, Van8. */
const hasVniDigit = (word: string): boolean =>
  /^\p{L}+(?:[1-9]\p{L}*){1,3}$/u.test(word) && /[aeiouy][a-z]*[1-9]/.test(foldName(word));

interface TelexReading {
  word: string;
  marks: number;
  tones: number;
  /** A sign that other languages hardly write. */
  certain: boolean;
}

/** Takes the Telex keys out of a folded word: dd, aa, ee, oo, aw, ow, uw, and one of s f r x j for the tone. */
function withoutTelex(folded: string): TelexReading {
  let marks = 0;
  let tones = 0;
  let word = folded;
  const drop = (pattern: RegExp): void => {
    word = word.replace(pattern, (_all, found: string) => {
      marks += 1;
      return found;
    });
  };
  drop(/^d(d)/);
  drop(/([aou])w/g);
  drop(/([aou](?:ng|nh|n|m|c|t|p)?)w$/);
  drop(/a(a)/);
  drop(/e(e)/);
  drop(/o(o)/);
  word = word.replace(
    /([aeiouy])[sfrxj](ng|nh|ch|n|m|c|t|p)?$|([aeiouy](?:ng|nh|ch|n|m|c|t|p))[sfrxj]$/,
    (_all, ...found) => {
      tones += 1;
      const [vowel = '', coda = '', closed = ''] = found as (string | undefined)[];
      return vowel + coda + closed;
    },
  );
  const certain =
    /^dd[aeiouy]/.test(folded) || /uow|uw|aw(?:ng|n|c|m|t|p)[sfrxj]?$|[aeiouy][fj](?:ng|nh|n|m)$/.test(folded);
  return { word, marks, tones, certain };
}

/** Whether letters seem to be swallowed: a word of a Vietnamese name with no vowel left (NGUYN VN AN). */
export const looksSwallowed = (name: string): boolean =>
  words(name).some((word) => {
    const folded = foldName(word);
    return folded === 'nguyn' || (folded.length > 1 && /^[a-z]+$/.test(folded) && !/[aeiouyw]/.test(folded));
  });

/** A Vietnamese text of this many words has marked letters somewhere, unless they were lost on the way. */
const WORDS_WITHOUT_MARKS = 5;

/** Whether a Vietnamese text of some length has no letter but plain ones. */
export function hasLostDiacritics(text: string): boolean {
  return !/[^\x00-\x7F]/.test(text) && words(text).filter((word) => /[a-z]/i.test(word)).length >= WORDS_WITHOUT_MARKS;
}
