/** Telex keys for vowels and đ, typed in a row; `w` may stand further behind. */
const DOUBLED: Readonly<Record<string, string>> = { aa: 'â', ee: 'ê', oo: 'ô', dd: 'đ' };
const TELEX_TONES: Readonly<Record<string, string>> = {
  f: '\u0300',
  s: '\u0301',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
};
const VNI_TONES: Readonly<Record<string, string>> = { 1: '\u0301', 2: '\u0300', 3: '\u0309', 4: '\u0303', 5: '\u0323' };
const VNI_MARKS: Readonly<Record<string, string>> = { 6: 'aeo', 7: 'ou', 8: 'a', 9: 'd' };
const MARKED: Readonly<Record<string, string>> = {
  a6: 'â',
  e6: 'ê',
  o6: 'ô',
  o7: 'ơ',
  u7: 'ư',
  a8: 'ă',
  d9: 'đ', // prettier-ignore
};

/**
 * What a word was meant to be in which keys of Telex or VNI were left as letters or digits: `nguyeexn`, `nguye6n4` ->
 * `nguyễn`. Null when the word holds none. The word is lower case, NFC.
 */
export function withoutInputRemains(word: string): string | null {
  if (/\d/.test(word)) return fromVni(word);
  return /[fjwsrxz]|aa|ee|oo|dd/.test(word) ? fromTelex(word) : null;
}

function fromTelex(word: string): string | null {
  let rest = word;
  let tone = '';
  // A tone key stands behind the vowel: at the end, or before the closing consonants.
  rest = rest.replace(
    /^(.*[aeiouyw])([sfrxj])([aeiouyw]*(?:ng|nh|ch|[nmcpt])?w?)$/u,
    (_all, head: string, key: string, tail: string) => {
      tone = TELEX_TONES[key] ?? '';
      return head + tail;
    },
  );
  if (tone === '') {
    rest = rest.replace(/^(.*[aeiouyw](?:ng|nh|ch|[nmcpt]))([sfrxj])$/u, (_all, head: string, key: string) => {
      tone = TELEX_TONES[key] ?? '';
      return head;
    });
  }
  rest = rest.replace(/aa|ee|oo|dd/g, (keys) => DOUBLED[keys] ?? keys);
  rest = rest.replace(
    /([aeo])((?:ng|nh|ch|[nmcpt]|(?<=[ae])u|(?<=a)y|(?<=o)i))\1$/,
    (_all, vowel: string, coda: string) => (DOUBLED[vowel + vowel] ?? vowel) + coda,
  );
  rest = rest.replace(/^d(.+)d$/, 'đ$1');
  rest = rest
    .replace(/uwow|uow|uwo/g, 'ươ')
    .replace(/aw/g, 'ă')
    .replace(/ow/g, 'ơ')
    .replace(/uw/g, 'ư');
  rest = rest.replace(/^(.*?)(uo|[aou])([a-z]{1,2})w$/u, (_all, head: string, vowel: string, coda: string) => {
    const marked = { uo: 'ươ', a: 'ă', o: 'ơ', u: 'ư' }[vowel] ?? vowel;
    return head + marked + coda;
  });
  if (rest === word && tone === '') return null;
  return placeTone(rest, tone);
}

function fromVni(word: string): string | null {
  let tone = '';
  let rest = word;
  for (const digit of word.replace(/\D/g, '')) {
    if (VNI_TONES[digit]) tone = VNI_TONES[digit];
    else {
      const vowels = VNI_MARKS[digit];
      if (!vowels) return null;
      const before = rest.slice(0, rest.indexOf(digit));
      const both = digit === '7' ? before.replace('uo', 'ươ') : before;
      const at = both === before ? lastIndexOfAny(before, vowels) : -1;
      const marked =
        at < 0 ? both : before.slice(0, at) + (MARKED[before.charAt(at) + digit] ?? '') + before.slice(at + 1);
      rest = marked + rest.slice(before.length);
    }
    rest = rest.replace(digit, '');
  }
  return rest === '' ? null : placeTone(rest, tone);
}

const lastIndexOfAny = (text: string, letters: string): number =>
  Math.max(...[...letters].map((letter) => text.lastIndexOf(letter)));

/** Any vowel will do: the tone is read off again without regard to its place. */
const placeTone = (word: string, tone: string): string =>
  tone === '' ? word.normalize('NFC') : word.replace(/[aeiouyâêôăơư]/u, (vowel) => vowel + tone).normalize('NFC');
