import { createHash } from 'node:crypto';

export type Field = readonly [name: string, value: string | Buffer];

/**
 * Bytes that stand for named fields in exactly one way: a label, then every name and value after its length. No two
 * lists of fields share an encoding, so a hash over it cannot be met by moving text from one field to the next.
 */
export function encodeFields(label: string, fields: readonly Field[]): Buffer {
  const parts = [label, ...fields.flat()];
  const lengths = parts.map((part) => (typeof part === 'string' ? Buffer.byteLength(part) : part.length));
  const bytes = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + 4 + length, 0));
  let offset = 0;
  parts.forEach((part, index) => {
    offset = bytes.writeUInt32BE(lengths[index] ?? 0, offset);
    offset += typeof part === 'string' ? bytes.write(part, offset) : part.copy(bytes, offset);
  });
  return bytes;
}

/** SHA-256 over parts as if they were one. */
export function sha256(...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
