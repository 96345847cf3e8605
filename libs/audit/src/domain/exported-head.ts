import type { Seal } from './seal';

/** What is needed of an exported seal: its head stands for all it says. */
export interface ExportedHead {
  readonly sealNumber: number;
  readonly head: Buffer;
}

/** Microseconds since 1970 as ISO 8601 in UTC, with all six digits; what is no such number comes back as it is. */
export function isoMicros(micros: string): string {
  if (!/^\d{1,17}$/.test(micros)) return micros;
  const at = BigInt(micros);
  return new Date(Number(at / 1000n)).toISOString().replace('Z', `${String(at % 1000n).padStart(3, '0')}Z`);
}

/** A seal as one line, with everything that is needed to compute its head and check its signature. */
export function headLine(seal: Seal): string {
  return `${JSON.stringify({
    sealNumber: seal.sealNumber,
    sealedAt: isoMicros(seal.sealedAt),
    fromXact: seal.fromXact,
    uptoXact: seal.uptoXact,
    entryCount: seal.entryCount,
    merkleRoot: seal.merkleRoot.toString('hex'),
    previousHead: seal.previousHead.toString('hex'),
    keyId: seal.keyId,
    head: seal.head.toString('hex'),
    signature: seal.signature.toString('base64'),
  })}\n`;
}

/** Reads a line; null when it is no whole head, such as one whose writing was cut off. */
export function parseHeadLine(line: string): ExportedHead | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  const { sealNumber, head } = (value ?? {}) as Record<string, unknown>;
  const usable = Number.isSafeInteger(sealNumber) && typeof head === 'string' && /^[0-9a-f]{64}$/.test(head);
  return usable ? { sealNumber: sealNumber as number, head: Buffer.from(head, 'hex') } : null;
}
