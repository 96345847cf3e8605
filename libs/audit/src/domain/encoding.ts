import { createHash } from 'node:crypto';

export type Field = readonly [name: string, value: string];

/**
 * The text that stands for named fields in exactly one way: a label, then every name and value, each as a netstring
 * (`5:hello,` with its length in bytes of UTF-8). No two lists of fields share an encoding, so a hash over it cannot be
 * met by moving text from one field to the next.
 */
export function encodeFields(label: string, fields: readonly Field[]): string {
  let text = netstring(label);
  for (const [name, value] of fields) text += netstring(name) + netstring(value);
  return text;
}

const netstring = (text: string): string => `${Buffer.byteLength(text)}:${text},`;

/** SHA-256 over parts as if they were one; text as UTF-8. */
export function sha256(...parts: readonly (Buffer | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
