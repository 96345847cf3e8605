import { uuidV7 } from '@luutru/platform';
import type { PersonDescription } from '@luutru/screening';
import type { EntryContent } from '@luutru/watch-list';
import type { Random } from './names/random';
import { ERROR_MODELS } from './names/vietnamese-errors';
import { drawName } from './names/vietnamese-pairs';

/** An invented person as a desk declares them. */
export interface SeenPerson {
  readonly fullName: string;
  readonly birthDate: string;
  readonly sex: 'M' | 'F';
  readonly number: string;
}

/** An invented person as a list has them, with all that is true of them. */
export interface ListedPerson {
  readonly entryId: string;
  readonly real: SeenPerson;
  readonly content: EntryContent;
  readonly description: PersonDescription;
}

const two = (value: number): string => String(value).padStart(2, '0');
let serial = 0;

export function inventPerson(random: Random): SeenPerson {
  const { words, sex } = drawName(random);
  const int = (from: number, to: number): number => from + random.below(to - from + 1);
  const year = int(1950, 2006);
  const century = (year < 2000 ? 0 : 2) + (sex === 'M' ? 0 : 1);
  serial += 1;
  return {
    fullName: words.join(' '),
    birthDate: `${year}-${two(int(1, 12))}-${two(int(1, 28))}`,
    sex,
    number: `0${two(int(1, 96))}${century}${String(year).slice(2)}${String(serial).padStart(6, '0')}`,
  };
}

/** Lists know a day of birth of three in five, a month or a year of the others, and a number of every second one. */
export function inventListed(count: number, random: Random): ListedPerson[] {
  return Array.from({ length: count }, () => {
    const real = inventPerson(random);
    const known = random.next();
    const birthDate = real.birthDate.slice(0, known < 0.6 ? 10 : known < 0.75 ? 7 : 4);
    const [year = 0, month, day] = birthDate.split('-').map(Number);
    const documentNumbers = random.next() < 0.5 ? [real.number] : [];
    const content = {
      names: [real.fullName],
      documentNumbers,
      birthDates: [birthDate],
      sex: real.sex,
      nationality: 'VNM',
      note: null,
      photoRef: null,
      reference: null,
    };
    const description = {
      names: content.names,
      documentNumbers,
      birthDates: [{ year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) }],
      sex: real.sex,
      nationality: 'VNM',
    };
    return { entryId: uuidV7(new Date()), real, content, description };
  });
}

const MODELS = Object.values(ERROR_MODELS);
/** What a desk would be told to type again. */
const REFUSED = /\d/;

/** A listed person as a clerk types them: an error in the name, and the paper they show is theirs, or is not on the list. */
export function declaredAs({ real }: ListedPerson, random: Random, exact: boolean): SeenPerson {
  if (exact) return real;
  const name = real.fullName.split(' ');
  for (let tries = 0; tries < 20; tries += 1) {
    const mistaken = random.pick(MODELS)(name, random);
    if (mistaken && !REFUSED.test(mistaken.join(' '))) return { ...real, fullName: mistaken.join(' ') };
  }
  return real;
}
