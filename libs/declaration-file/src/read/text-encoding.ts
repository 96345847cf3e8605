import { bytesOf, type FileSource } from './file-source';

/** How a text file is written; anything else is refused with advice how to save it. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

export interface FoundEncoding {
  readonly name: TextEncoding;
  /** Decodes the beginning of the file; an unfinished last character is left out. */
  decode(bytes: Buffer): string;
}

const CONTROL = /[\u0000-\u0008\u000E-\u001F]/;

/** Tells by the byte order mark, by where the zeros of Latin letters stand, or by trying. Null for bytes that are no text. */
export function decoderOf(start: Buffer): FoundEncoding | null {
  if (start[0] === 0xff && start[1] === 0xfe) return found('utf-16le');
  if (start[0] === 0xfe && start[1] === 0xff) return found('utf-16be');
  const encoding = found(withoutMark(start));
  return CONTROL.test(encoding.decode(start)) ? null : encoding;
}

/** In UTF-16 every Latin letter, digit and separator has a zero beside it, always on the same side. */
function withoutMark(start: Buffer): TextEncoding {
  const zeros = [0, 0];
  start.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = Math.max(8, start.length / 8);
  if (odd > many && even === 0) return 'utf-16le';
  if (even > many && odd === 0) return 'utf-16be';
  return 'utf-8';
}

const found = (name: TextEncoding): FoundEncoding => ({
  name,
  decode: (bytes) => new TextDecoder(name).decode(bytes, { stream: true }),
});

/** The whole text, piece by piece and without the byte order mark; what is no character becomes U+FFFD. */
export async function* textOf(source: FileSource, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of bytesOf(source)) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}
