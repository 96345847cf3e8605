import { AppError } from '@luutru/platform';

/** Where a list, newest first, goes on: after the entry of that moment and id. */
export interface TimeCursor {
  /** ISO 8601. */
  readonly at: string;
  readonly id: string;
}

const CURSOR = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export const writeTimeCursor = (at: Date, id: string): string =>
  Buffer.from(`${at.toISOString()}|${id}`).toString('base64url');

/** Throws `cursor-invalid`. */
export function readTimeCursor(cursor: string): TimeCursor {
  const [, at, id] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (!at || !id || Number.isNaN(Date.parse(at))) throw new AppError('cursor-invalid', 'invalid');
  return { at: new Date(at).toISOString(), id };
}
