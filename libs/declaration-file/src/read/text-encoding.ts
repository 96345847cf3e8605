/** How a text file is written; anything else is refused with advice how to save it. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

export interface FoundEncoding {
  readonly name: TextEncoding;
  /** Decodes the beginning of the file; an unfinished last character is left out. */
  decode(bytes: Buffer): string;
}

const CONTROL = /[\u0000-\u0008\u000E-\u001F]/;

/** Tells by the byte order mark, or by trying. Null for bytes that are no text. */
export function decoderOf(start: Buffer): FoundEncoding | null {
  if (start[0] === 0xff && start[1] === 0xfe) return found('utf-16le');
  if (start[0] === 0xfe && start[1] === 0xff) return found('utf-16be');
  const text = found('utf-8').decode(start);
  return CONTROL.test(text) ? null : found('utf-8');
}

const found = (name: TextEncoding): FoundEncoding => ({
  name,
  decode: (bytes) => new TextDecoder(name).decode(bytes, { stream: true }),
});
