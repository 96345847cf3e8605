import { createHash, type KeyObject, sign, verify } from 'node:crypto';

/** What a client's signature covers, joined by line feeds: method, path with query, request id, time, client id, body hash. */
export function requestText(
  method: string,
  path: string,
  requestId: string,
  requestTime: string,
  clientId: string,
  body: Buffer,
): string {
  return `${method}\n${path}\n${requestId}\n${requestTime}\n${clientId}\n${sha256Hex(body)}`;
}

/** What the signature of an answer covers. */
export const answerText = (requestId: string, status: number, body: Buffer): string =>
  `${requestId}\n${status}\n${sha256Hex(body)}`;

export const signText = (text: string, key: KeyObject): string => sign(null, Buffer.from(text), key).toString('base64');

export const isSignedBy = (text: string, signature: string, key: KeyObject): boolean =>
  verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));

export const sha256Hex = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex');
