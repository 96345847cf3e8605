import type { PartialDate, PersonDescription } from '@luutru/screening';
import { ORIGINS } from './foreign-people';
import { foreignName, respelt } from './foreign-pairs';
import type { Random } from './random';
import { ERROR_MODELS } from './vietnamese-errors';
import { drawName } from './vietnamese-pairs';

/** Of a hundred people at the desks of a tourist province so many are foreigners. */
const FOREIGN = 0.15;
const DAYS = 60 * 365;

export function drawPerson(random: Random): PersonDescription {
  const birth = new Date(Date.UTC(1945, 0, 1 + random.below(DAYS)));
  const birthDates = [{ year: birth.getUTCFullYear(), month: birth.getUTCMonth() + 1, day: birth.getUTCDate() }];
  if (random.chance(FOREIGN)) {
    const origin = random.pick(ORIGINS);
    const { name, sex } = foreignName(origin, random);
    return { names: [name], documentNumbers: [], birthDates, sex, nationality: null };
  }
  const { words, sex } = drawName(random);
  return { names: [words.join(' ')], documentNumbers: [], birthDates, sex, nationality: null };
}

/** What a list knows of a person: the name, mostly the birth date or its year, mostly the sex. */
export function asListed(person: PersonDescription, random: Random): PersonDescription {
  const [birth] = person.birthDates;
  const known = random.next();
  const birthDates = known < 0.7 ? person.birthDates : known < 0.85 && birth ? [{ year: birth.year }] : [];
  return { ...person, birthDates, sex: random.chance(0.9) ? person.sex : null };
}

/** The same person at a desk again: with an error in the name every second time, in the birth date every tenth. */
export function seenAgain(person: PersonDescription, random: Random): PersonDescription {
  const [name = ''] = person.names;
  const words = name.split(' ');
  const vietnamese =
    /[^\x00-\x7F]/.test(name) &&
    !ORIGINS.some(({ surnames }) => surnames.some((forms) => name.includes(forms.split('/')[0] ?? '')));
  let seen: string | null = null;
  if (random.chance(0.5)) {
    const model = random.pick(Object.values(ERROR_MODELS));
    seen = vietnamese ? (model(words, random)?.join(' ') ?? null) : respelt(name, random);
  }
  return {
    ...person,
    names: [seen ?? name],
    birthDates: person.birthDates.map((date) => (random.chance(0.1) ? mistaken(date, random) : date)),
  };
}

function mistaken(date: PartialDate, random: Random): PartialDate {
  const { year, month = 1, day = 1 } = date;
  switch (random.below(4)) {
    case 0:
      return { year };
    case 1:
      return day <= 12 ? { year, month: day, day: month } : { year, month, day: day - 10 };
    case 2:
      return { year: year + random.pick([-10, -1, 1, 10]), month, day };
    default:
      return { year, month, day: (day % 28) + 1 };
  }
}
