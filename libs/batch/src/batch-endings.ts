import { AppError } from '@luutru/platform';
import { ALL_OR_NOTHING_ROWS } from './domain/batch-life';

/** Ends a batch for a reason that is in the file. */
export class Refusal extends Error {
  constructor(readonly reason: AppError) {
    super(reason.code);
  }
}

/** Somebody asked for it. */
export class Cancelled extends Error {}

/** This process ends; another one goes on. */
export class Stopped extends Error {}

export const tooMany = (): Refusal =>
  new Refusal(new AppError('all-or-nothing-too-large', 'invalid', { max: ALL_OR_NOTHING_ROWS }));

/** What is wrong with the file is the file's end; what is wrong with us is tried again. */
export async function asRefusal<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.kind !== 'unavailable') throw new Refusal(error);
    throw error;
  }
}
