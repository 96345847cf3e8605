import { createHash, randomBytes } from 'node:crypto';

/** 144 bits: short enough for a QR code that an old phone reads, and far too many to guess. */
const BYTES = 18;
const FORM = /^[A-Za-z0-9_-]{24}$/;

export const newDeskToken = (): string => randomBytes(BYTES).toString('base64url');

/** By what a token is known again; null for what is no token. */
export const deskTokenHash = (token: string | undefined): Buffer | null =>
  token !== undefined && FORM.test(token) ? createHash('sha256').update(token).digest() : null;
