/** An answer that is not a success. `message` never repeats a value that was sent. */
export class Failure extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly field?: string,
  ) {
    super(message);
    this.name = 'Failure';
  }
}

/** 400 that names the field at fault. */
export const invalid = (field: string, wanted: string): Failure =>
  new Failure(400, 'INVALID', `${field} ${wanted}`, field);
