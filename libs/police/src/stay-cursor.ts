import { AppError } from '@luutru/platform';

/** Where a list of stays, newest arrival first, goes on. */
export interface StayCursor {
  /** ISO 8601. */
  readonly arrivedAt: string;
  readonly stayId: string;
}

const CURSOR = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export const writeStayCursor = (after: { readonly arrivedAt: Date; readonly stayId: string }): string =>
  Buffer.from(`${after.arrivedAt.toISOString()}|${after.stayId}`).toString('base64url');

/** Throws `cursor-invalid`. */
export function readStayCursor(cursor: string): StayCursor {
  const [, arrivedAt, stayId] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (!arrivedAt || !stayId || Number.isNaN(Date.parse(arrivedAt))) throw new AppError('cursor-invalid', 'invalid');
  return { arrivedAt: new Date(arrivedAt).toISOString(), stayId };
}
