import { isObject } from '../http/body';
import { invalid } from '../http/failure';

/** How surely a person can prove who they are: 1 by a password, 2 by a one-time code too. */
export type Level = 1 | 2;

export interface Person {
  /** 12 digits. */
  readonly personalNumber: string;
  readonly fullName: string;
  /** YYYY-MM-DD */
  readonly birthDate: string;
  readonly sex: 'M' | 'F';
  readonly level: Level;
}

export const MAX_PEOPLE = 10_000;

const RULES: Record<keyof Person, readonly [(value: unknown) => boolean, wanted: string]> = {
  personalNumber: [(value) => matches(value, /^\d{12}$/), 'must be 12 digits'],
  fullName: [(value) => matches(value, /^(?=.*\S)[^\0\n\r]{1,300}$/), 'must be a text of 1 to 300 characters'],
  birthDate: [isDay, 'must be YYYY-MM-DD, a day of the calendar'],
  sex: [(value) => value === 'M' || value === 'F', 'must be M or F'],
  level: [(value) => value === 1 || value === 2, 'must be 1 or 2'],
};

/** Reads a list of people; throws a 400 that names the field at fault and never a value. */
export function readPeople(body: unknown): Person[] {
  if (!Array.isArray(body) || body.length > MAX_PEOPLE)
    throw invalid('body', `must be an array of at most ${MAX_PEOPLE}`);
  return body.map((item: unknown, index) => readPerson(item, `[${index}]`));
}

function readPerson(item: unknown, path: string): Person {
  if (!isObject(item)) throw invalid(path, 'must be an object');
  for (const [name, [fits, wanted]] of Object.entries(RULES)) {
    if (!fits(item[name])) throw invalid(`${path}.${name}`, wanted);
  }
  if (Object.keys(item).some((name) => !Object.hasOwn(RULES, name)))
    throw invalid(path, 'has a field of no meaning here');
  return item as unknown as Person;
}

const matches = (value: unknown, pattern: RegExp): boolean => typeof value === 'string' && pattern.test(value);

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
