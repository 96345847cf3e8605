/** An answer that is not a success, as the contract words it. `message` never repeats a value that was sent. */
export class Failure extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly extra: { readonly field?: string; readonly retryAfterMs?: number } = {},
  ) {
    super(message);
    this.name = 'Failure';
  }
}

/** 400 that names the field at fault. */
export const invalid = (field: string, wanted: string): Failure =>
  new Failure(400, 'INVALID', `${field} ${wanted}`, { field });

export const notFound = (): Failure => new Failure(404, 'NOT_FOUND', 'nothing is recorded under this id');
