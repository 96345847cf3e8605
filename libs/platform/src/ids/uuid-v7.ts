import { randomFillSync } from 'node:crypto';

const POOL_SIZE = 16 * 256;
const pool = Buffer.alloc(POOL_SIZE);
let used = POOL_SIZE;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A UUID of version 7 (RFC 9562 section 5.7): 48 bits of Unix milliseconds, then 74 random bits.
 * @param at the moment to encode; ids made later sort later, to the millisecond.
 */
export function uuidV7(at: Date): string {
  if (used === POOL_SIZE) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, (used += 16));
  const time = at.getTime().toString(16).padStart(12, '0');
  const hex = (index: number): string => HEX[random[index] ?? 0] ?? '00';
  const version = HEX[0x70 | ((random[6] ?? 0) & 0x0f)] ?? '70';
  const variant = HEX[0x80 | ((random[8] ?? 0) & 0x3f)] ?? '80';
  return (
    `${time.slice(0, 8)}-${time.slice(8)}-${version}${hex(7)}-${variant}${hex(9)}-` +
    `${hex(10)}${hex(11)}${hex(12)}${hex(13)}${hex(14)}${hex(15)}`
  );
}

/** The moment a version 7 UUID was made, or null when the text is no such id. */
export function uuidV7Time(id: string): Date | null {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)) return null;
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}
