/** Letters that are taken for one another on a card or a bad copy, each group under one sign. */
const MISREAD: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/[1il|]/g, 'l'],
  [/0/g, 'o'],
  [/5/g, 's'],
  [/8/g, 'b'],
  [/h/g, 'n'],
  [/e/g, 'c'],
  [/q/g, 'g'],
];

/** Equal for words that a reader, of flesh or of software, takes for one another. */
export const misreadForm = (folded: string): string =>
  MISREAD.reduce((form, [pattern, sign]) => form.replace(pattern, sign), folded);

const SYLLABLE = /^(ngh|ng|nh|tr|ch|th|ph|kh|gh|gi|qu|[bcdghklmnpqrstvx])?(.*?)(ng|nh|ch|[nmcpt])?$/;

/** Onsets that some region does not tell apart: s/x and tr/ch in the North, d/gi/v in the South, l/n in the North, r/d/gi. */
const ONSETS: Readonly<Record<string, string>> = {
  x: 's',
  ch: 'tr',
  gi: 'd',
  r: 'd',
  v: 'd',
  n: 'l',
  k: 'c',
  q: 'c',
  gh: 'g',
  ngh: 'ng', // prettier-ignore
};
/** Codas that the South does not tell apart. */
const CODAS: Readonly<Record<string, string>> = { ng: 'n', nh: 'n', c: 't', ch: 't' };

/** A Vietnamese syllable as it is heard: forms differ in one part only where a region does not hear the difference. */
export interface SpokenForm {
  readonly onset: string;
  readonly nucleus: string;
  readonly coda: string;
  readonly heardOnset: string;
  readonly heardCoda: string;
}

export function spokenForm(folded: string): SpokenForm {
  const [, onset = '', nucleus = '', coda = ''] = SYLLABLE.exec(folded) ?? [];
  return {
    onset,
    nucleus: nucleus.replace(/^y$/, 'i'),
    coda,
    heardOnset: ONSETS[onset] ?? onset,
    heardCoda: CODAS[coda] ?? coda,
  };
}

/** Whether two syllables are told apart by onset, or by coda, only where some region does not. */
export const soundsLike = (one: SpokenForm, other: SpokenForm): boolean =>
  one.nucleus === other.nucleus &&
  ((one.coda === other.coda && one.heardOnset === other.heardOnset) ||
    (one.onset === other.onset && one.heardCoda === other.heardCoda));

/** Ways in which one name of another script is written in Latin letters, brought to one form. */
const TRANSLITERATION: readonly (readonly [RegExp, string])[] = [
  [/^y(?=e)/, ''],
  [/^ie(?=[a-z]{3})/, 'e'],
  [/(?:sch|shch|sh)/g, 'S'],
  [/(?:tch|ch|tsh)/g, 'C'],
  [/(?:tz|ts)/g, 'Z'],
  [/ae/g, 'a'],
  [/oe/g, 'o'],
  [/ue/g, 'u'],
  [/(?:ou|oo|uu)/g, 'u'],
  [/ee/g, 'i'],
  [/oh(?=[^aeiouy]|$)/g, 'o'],
  [/ph/g, 'f'],
  [/x/g, 'ks'],
  [/ck/g, 'k'],
  [/c(?=[aoulrknt]|$)/g, 'k'],
  [/q/g, 'k'],
  [/[jy]/g, 'i'],
  [/w/g, 'v'],
  [/([kgdtbz])h/g, '$1'],
  [/([aeiou])h(?![aeiou])/g, '$1'],
  [/(.)\1+/g, '$1'],
];

const transliterate = (folded: string): string =>
  TRANSLITERATION.reduce((form, [pattern, sign]) => form.replace(pattern, sign), folded);

/** Names that are spelt in ways no rule brings together: one name in several languages or romanisations. */
const SPELLINGS: readonly string[] = [
  'muhammad mohammad mohamed mohammed muhammed mohamad muhamad mohamud',
  'ahmad ahmed ahmet',
  'yusuf youssef yousef yousuf youssouf',
  'husayn hussein husain hussain hossein',
  'abdallah abdullah abdulla',
  'umar omar omer',
  'uthman othman osman',
  'aisha ayesha aicha',
  'aleksandr alexander oleksandr alexandr aleksander alexandre',
  'sergei sergey serhii serhiy sergii sergiy',
  'andrei andrey andrii andriy',
  'dmitry dmitri dmitriy dmitrii dmytro',
  'evgeny evgeniy evgenii yevgeny yevgeniy yevhen yevgen',
  'volodymyr vladimir wladimir',
  'mykola nikolai nikolay nikolaj',
  'olha olga',
  'mikhail mihail mykhailo michail',
  'yuri yury yurii iurii yuriy',
  'lee yi rhee',
  'park pak bak',
  'choi choe',
  'jung jeong chung',
  'kim gim',
  'kang gang',
  'cho jo',
  'lim im rim',
  'noh roh',
  'shin sin',
  'yoon yun',
  'moon mun',
  'yoo yu ryu',
  'kwon gwon',
  'young yeong yung',
  'hyun hyeon',
  'sung seong',
  'kyung gyeong kyeong',
  'hee hui',
  'jun joon',
  'seok suk',
  'jang chang',
  'chul cheol',
  'bum beom',
  'hun heon',
  'baek paik',
  'lu lyu lv',
  'nu nyu nv',
];

/** The other spellings of a word that the table has. */
export const otherSpellings = (folded: string): readonly string[] =>
  SPELLINGS.map((line) => line.split(' '))
    .filter((forms) => forms.includes(folded))
    .flatMap((forms) => forms.filter((form) => form !== folded));

const SPELLING_OF: ReadonlyMap<string, string> = new Map(
  SPELLINGS.flatMap((line) => {
    const forms = line.split(' ');
    return forms.map((form) => [form, forms[0] ?? ''] as const);
  }),
);

/** Equal for spellings of one name of another script. */
export const transliterationForm = (folded: string): string => transliterate(SPELLING_OF.get(folded) ?? folded);

/** Consonants of a longer word, with its last letter when that is a vowel; '' for words too short to be told by them. */
export function consonantsOf(form: string): string {
  const consonants = form.replace(/[aeiou]/g, '');
  return consonants.length < 3 || form.length < 5
    ? ''
    : `${form[0]}${consonants}${/[aeiou]$/.test(form) ? form.at(-1) : ''}`;
}

/** El-Masri, Almasri; Abdel Rahman, Abdul-Rahman: the article is written in many ways, and together or apart. */
export const joinForm = (folded: string): string => folded.replace(/^(abd|)[aeu]l(?=.{3})/, '$1al');

const PINYIN =
  /^(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?(?:i?ang?|i?ong|[ie]?ao|uang?|uai|ai|ei|eng?|er|ou|uo|u[ein]|ing?|i[eu]|uan|ian|ia|ua|[aoeiu])n?$/;

/** Whether the word may be a syllable of a Chinese name, where one letter more or less makes another name. */
export const isPinyin = (folded: string): boolean => folded.length <= 6 && PINYIN.test(folded);
