import { invalid } from '../http/failure';

/** Reads an unknown value; throws a 400 that names `path` and never the value. */
export type Shape<T> = (value: unknown, path: string) => T;
export type TypeOf<S> = S extends Shape<infer T> ? T : never;

type Shapes = Readonly<Record<string, Shape<unknown>>>;
type Members<R extends Shapes, O extends Shapes> = { [K in keyof R]: TypeOf<R[K]> } & { [K in keyof O]?: TypeOf<O[K]> };

/**
 * An object with exactly these members. The result has them in the order given here whatever the order they came in, so that
 * its JSON is a canonical form.
 */
export const object =
  <R extends Shapes, O extends Shapes = Record<never, never>>(required: R, optional?: O): Shape<Members<R, O>> =>
  (value, path) => {
    if (!isObject(value)) throw invalid(path || 'body', 'must be an object');
    const at = (name: string): string => (path ? `${path}.${name}` : name);
    const result: Record<string, unknown> = {};
    for (const [name, shape] of Object.entries(required)) {
      if (!Object.hasOwn(value, name)) throw invalid(at(name), 'is missing');
      result[name] = shape(value[name], at(name));
    }
    for (const [name, shape] of Object.entries(optional ?? {})) {
      if (Object.hasOwn(value, name)) result[name] = shape(value[name], at(name));
    }
    const unknown = Object.keys(value).find((name) => !Object.hasOwn(result, name));
    if (unknown !== undefined) throw invalid(at(asName(unknown)), 'is not a field of this operation');
    return result as Members<R, O>;
  };

/** Members of any name, sorted by it. */
export const dictionary =
  <T>(shape: Shape<T>, maxMembers: number): Shape<Record<string, T>> =>
  (value, path) => {
    if (!isObject(value)) throw invalid(path, 'must be an object');
    const names = Object.keys(value).sort();
    if (names.length > maxMembers) throw invalid(path, `must have at most ${maxMembers} members`);
    const odd = names.find((name) => asName(name) !== name);
    if (odd !== undefined) throw invalid(path, 'must have member names of letters, digits, _ and - (at most 40)');
    return Object.fromEntries(names.map((name) => [name, shape(value[name], `${path}.${name}`)]));
  };

export const list =
  <T>(shape: Shape<T>, maxItems: number): Shape<T[]> =>
  (value, path) => {
    if (!Array.isArray(value) || value.length > maxItems)
      throw invalid(path || 'body', `must be an array of at most ${maxItems}`);
    return value.map((item, index) => shape(item, `${path}[${index}]`));
  };

/** Text PostgreSQL and UTF-8 can hold: no NUL, no half of a surrogate pair. */
export const text =
  (min: number, max: number, pattern?: RegExp, wanted?: string): Shape<string> =>
  (value, path) => {
    if (typeof value !== 'string' || value.length < min || value.length > max || /\0|\p{Surrogate}/u.test(value)) {
      throw invalid(path, `must be a text of ${min} to ${max} characters`);
    }
    if (pattern && !pattern.test(value)) throw invalid(path, wanted ?? 'has the wrong form');
    return value;
  };

export const number =
  (min: number, max: number): Shape<number> =>
  (value, path) => {
    if (typeof value !== 'number' || !(value >= min && value <= max))
      throw invalid(path, `must be a number from ${min} to ${max}`);
    return value;
  };

export const integer =
  (min: number, max: number): Shape<number> =>
  (value, path) => {
    if (!Number.isInteger(value) || (value as number) < min || (value as number) > max) {
      throw invalid(path, `must be a whole number from ${min} to ${max}`);
    }
    return value as number;
  };

export const boolean: Shape<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw invalid(path, 'must be true or false');
  return value;
};

export const oneOf =
  <const T extends string>(...choices: readonly T[]): Shape<T> =>
  (value, path) => {
    const found = choices.find((choice) => choice === value);
    if (found === undefined) throw invalid(path, `must be one of ${choices.join(', ')}`);
    return found;
  };

export const nullable =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value, path) =>
    value === null ? null : shape(value, path);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names of unknown members are repeated only when they are names. */
const asName = (name: string): string => (/^[A-Za-z0-9_-]{1,40}$/.test(name) ? name : '?');
