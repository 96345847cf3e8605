import { AppError } from '@luutru/platform';

/** A body whose named fields are there. */
export type With<T, K extends keyof T> = T & { readonly [P in K]-?: NonNullable<T[P]> };

/** Throws `validation-failed` naming every one of the fields that is missing; a text of blanks says nothing, and is missing too. */
export function withFields<T extends object, const K extends keyof T & string>(
  body: T,
  fields: readonly K[],
): With<T, K> {
  const isComplete = (given: T): given is With<T, K> => fields.every((field) => isThere(given[field]));
  if (isComplete(body)) return body;
  const missing = fields.filter((field) => !isThere(body[field]));
  const issues = missing.map((field) => ({ code: 'field-required', pointer: `/${field}` }));
  throw new AppError('validation-failed', 'invalid', {}, issues);
}

const isThere = (value: unknown): boolean => value !== undefined && !(typeof value === 'string' && value.trim() === '');
