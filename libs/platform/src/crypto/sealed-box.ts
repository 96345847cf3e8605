import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';
import { AppError } from '../errors/app-error';

const ID_BYTES = 4;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A data key as the cipher needs it. */
export interface CipherKey {
  readonly id: number;
  readonly key: KeyObject;
}

/**
 * AES-256-GCM (NIST SP 800-38D) as `key id (4 bytes, big endian) | iv (12) | ciphertext | tag (16)`.
 * @param context bound as additional data: a box moved to another row, column or table does not open.
 */
export function seal(key: CipherKey, context: string, plaintext: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key.key, iv);
  cipher.setAAD(Buffer.from(context, 'utf8'));
  const body = cipher.update(plaintext, 'utf8');
  const id = Buffer.allocUnsafe(ID_BYTES);
  id.writeUInt32BE(key.id);
  return Buffer.concat([id, iv, body, cipher.final(), cipher.getAuthTag()]);
}

/** The id of the data key that a box was sealed with. */
export function keyIdOf(box: Buffer): number {
  if (box.length < ID_BYTES + IV_BYTES + TAG_BYTES) throw new AppError('sealed-data-damaged', 'unavailable');
  return box.readUInt32BE(0);
}

/** Opens a box; throws `sealed-data-damaged` when it was altered or belongs to another context. */
export function open(key: CipherKey, context: string, box: Buffer): string {
  if (keyIdOf(box) !== key.id) throw new AppError('sealed-data-damaged', 'unavailable');
  const decipher = createDecipheriv('aes-256-gcm', key.key, box.subarray(ID_BYTES, ID_BYTES + IV_BYTES));
  decipher.setAAD(Buffer.from(context, 'utf8'));
  decipher.setAuthTag(box.subarray(box.length - TAG_BYTES));
  try {
    const body = decipher.update(box.subarray(ID_BYTES + IV_BYTES, box.length - TAG_BYTES));
    return Buffer.concat([body, decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new AppError('sealed-data-damaged', 'unavailable', {}, [], { cause });
  }
}
