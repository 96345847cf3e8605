import { createHash, randomBytes } from 'node:crypto';

/** What the browser's cookie holds: 256 random bits. Only their hash is stored. */
export const newSessionToken = (): string => randomBytes(32).toString('base64url');

export const sessionTokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** What a page must send along to change anything; made from the cookie, which other sites cannot read. */
export const csrfTokenOf = (token: string): string =>
  createHash('sha256').update('csrf\0').update(token).digest('base64url');
