import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { Failure, invalid } from './failure';

/** The whole body as text; 413 when it is longer than `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) throw new Failure(413, 'PAYLOAD_TOO_LARGE', 'the body is too large');
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  if (!isUtf8(bytes)) throw invalid('body', 'must be UTF-8');
  return bytes.toString('utf8');
}

export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  const text = await readBody(request, limit);
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('body', 'must be JSON');
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
