import { AppError } from '@luutru/platform';

/** A body whose named fields are there. */
export type With<T, K extends keyof T> = T & { readonly [P in K]-?: NonNullable<T[P]> };

/** Throws `validation-failed` naming every one of the fields that is missing. */
export function withFields<T extends object, const K extends keyof T & string>(
  body: T,
  fields: readonly K[],
): With<T, K> {
  const isComplete = (given: T): given is With<T, K> => fields.every((field) => given[field] !== undefined);
  if (isComplete(body)) return body;
  const missing = fields.filter((field) => body[field] === undefined);
  const issues = missing.map((field) => ({ code: 'field-required', pointer: `/${field}` }));
  throw new AppError('validation-failed', 'invalid', {}, issues);
}
