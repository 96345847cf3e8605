import { ORIGINS, type Origin } from './foreign-people';
import type { NamePair } from './name-pair';
import type { Random } from './random';
import { slip } from './vietnamese-errors';

/** Parts of a name as lists of spellings. */
interface Person {
  readonly surnames: readonly (readonly string[])[];
  readonly given: readonly (readonly string[])[];
  readonly sex: 'male' | 'female';
}

const usual = (part: readonly string[]): string => part[0] ?? '';
const full = (surnames: readonly string[], given: readonly string[], origin: Origin): string =>
  (origin.surnameFirst ? [...surnames, ...given] : [...given, ...surnames]).join(' ').replaceAll('-', ' ');
const written = (person: Person, origin: Origin): string =>
  full(person.surnames.map(usual), person.given.map(usual), origin);

function draw(origin: Origin, random: Random): Person {
  const sex = random.chance(0.5) ? 'male' : 'female';
  const pick = (list: readonly string[], count: number): string[][] => {
    const picked = new Set<string>();
    while (picked.size < count) picked.add(random.pick(list));
    return [...picked].map((forms) => forms.split('/'));
  };
  return { sex, surnames: pick(origin.surnames, origin.surnameCount), given: pick(origin[sex], origin.givenCount) };
}

type Rewrite = (person: Person, origin: Origin, random: Random) => string | null;

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').replaceAll('’', '');

/** The same person written in another way, by category. */
const REWRITES: Readonly<Record<string, Rewrite>> = {
  order: (person, origin) =>
    full(person.surnames.map(usual), person.given.map(usual), { ...origin, surnameFirst: !origin.surnameFirst }),
  accents: (person, origin) => plain(written(person, origin)),
  spelling: (person, origin, random) => {
    const choose = (part: readonly string[]): string => random.pick(part);
    const text = full(person.surnames.map(choose), person.given.map(choose), origin);
    return plain(text) === plain(written(person, origin)) ? null : text;
  },
  'machine-readable': (person, origin, random) => {
    const forms = [...person.surnames, ...person.given].map((part) => random.pick(part).replaceAll('-', ''));
    return plain(forms.join(' ')).toUpperCase();
  },
  'second-name-missing': (person, origin) => {
    if (person.given.length > 1 && !origin.surnameFirst) {
      return full(person.surnames.map(usual), person.given.slice(0, 1).map(usual), origin);
    }
    return person.surnames.length > 1 ? full([usual(person.surnames[0] ?? [])], person.given.map(usual), origin) : null;
  },
  'second-surname-missing': (person, origin) =>
    person.surnames.length > 1 ? full([usual(person.surnames[0] ?? [])], person.given.map(usual), origin) : null,
  joined: (person, origin) => {
    if (person.given.length < 2) return null;
    const [first = '', second = ''] = person.given.map(usual);
    return full(person.surnames.map(usual), [first + second.toLowerCase()], origin);
  },
  hyphen: (person, origin) =>
    person.given.length < 2
      ? null
      : [usual(person.surnames[0] ?? []), person.given.map(usual).join('-')]
          .toSorted(() => (origin.surnameFirst ? 0 : -1))
          .concat(person.surnames.slice(1).map(usual))
          .join(' '),
  'typing-slip': (person, origin, random) => {
    const words = written(person, origin).split(' ');
    const long = words.flatMap((word, at) => (word.length >= 5 ? [at] : []));
    if (long.length === 0) return null;
    const at = random.pick(long);
    const changed = slip((words[at] ?? '').toLowerCase(), random);
    return changed && changed !== words[at]?.toLowerCase() ? words.with(at, changed).join(' ') : null;
  },
  'cut-off': (person, origin) => {
    const text = plain(full(person.surnames.map(usual), person.given.map(usual), { ...origin, surnameFirst: true }));
    const last = text.split(' ').at(-1) ?? '';
    return last.length >= 6 ? text.slice(0, -2).toUpperCase() : null;
  },
};

type Other = (person: Person, origin: Origin, random: Random) => Person | null;

const different = (one: readonly (readonly string[])[], other: readonly (readonly string[])[]): boolean =>
  one.every((part) => other.every((otherPart) => !part.some((form) => otherPart.includes(form))));

/** Other people, by category. */
const OTHERS: Readonly<Record<string, Other>> = {
  'other-given': (person, origin, random) => {
    const given = draw(origin, random);
    return given.sex === person.sex && different(given.given, person.given) ? { ...person, given: given.given } : null;
  },
  'one-given-differs': (person, origin, random) => {
    if (person.given.length < 2) return null;
    const { sex, given } = draw(origin, random);
    const [first, second] = [person.given[0] ?? [], given[1] ?? []];
    return sex === person.sex && different([second], person.given) ? { ...person, given: [first, second] } : null;
  },
  'other-surname': (person, origin, random) => {
    const { surnames } = draw(origin, random);
    return different(surnames, person.surnames) ? { ...person, surnames } : null;
  },
  'other-sex-form': (person, origin) =>
    origin.code === 'slavic' && person.sex === 'male'
      ? { ...person, surnames: person.surnames.map((part) => part.map((form) => `${form}a`)), given: [['Marina']] }
      : null,
  stranger: (person, origin, random) => {
    const other = draw(origin, random);
    return different(other.surnames, person.surnames) ? other : null;
  },
};

const PER_ERROR = 10;
const PER_OTHER = 20;

/** Pairs of names of other countries in Latin letters: about as many of one person as of two. */
export function foreignPairs(random: Random): NamePair[] {
  const pairs: NamePair[] = [];
  const half = new Map<string, 'dev' | 'test'>();
  const key = (text: string): string => plain(text.toLowerCase()).split(' ').sort().join(' ');
  for (const origin of ORIGINS) {
    const add = (count: number, category: string, same: boolean, make: (person: Person) => string | null): void => {
      for (let made = 0, tries = 0; made < count && tries < 500; tries += 1) {
        const split = made % 2 === 0 ? 'dev' : 'test';
        const person = draw(origin, random);
        const asked = written(person, origin);
        const found = make(person);
        if (!found || found === asked) continue;
        if ([asked, found].some((name) => (half.get(key(name)) ?? split) !== split)) continue;
        for (const name of [asked, found]) half.set(key(name), split);
        pairs.push({ split, category: `${origin.code}:${category}`, same, asked, found });
        made += 1;
      }
    };
    for (const [category, rewrite] of Object.entries(REWRITES)) {
      add(PER_ERROR, category, true, (person) => rewrite(person, origin, random));
    }
    for (const [category, other] of Object.entries(OTHERS)) {
      add(PER_OTHER, category, false, (person) => {
        const found = other(person, origin, random);
        return found && written(found, origin);
      });
    }
  }
  return pairs;
}

/** A person of some origin under the usual spelling. */
export function foreignName(origin: Origin, random: Random): { readonly name: string; readonly sex: 'M' | 'F' } {
  const person = draw(origin, random);
  return { name: written(person, origin), sex: person.sex === 'male' ? 'M' : 'F' };
}

/** The name as a machine readable zone or another office has it: each part in any of its spellings, sometimes a slip. */
export function respelt(name: string, random: Random): string {
  const spellings = ORIGINS.flatMap(({ surnames, male, female }) => [...surnames, ...male, ...female])
    .map((forms) => forms.split('/'))
    .filter((forms) => forms.length > 1);
  const words = name.split(' ').map((word) => {
    const forms = spellings.find(([first]) => first === word);
    return forms ? random.pick(forms).replaceAll('-', '') : word;
  });
  const at = random.below(words.length);
  const slipped = random.chance(0.3) ? slip((words[at] ?? '').toLowerCase(), random) : null;
  const changed = slipped ? words.with(at, slipped) : words;
  return plain((random.chance(0.5) ? changed : [...changed.slice(1), changed[0]]).join(' '));
}
