import { encodeFields, sha256 } from './encoding';

/** What a seal says: which entries it covers, their Merkle root, and which seal came before. Numbers of PostgreSQL as text. */
export interface SealContent {
  readonly sealNumber: number;
  /** Microseconds since 1970. */
  readonly sealedAt: string;
  /** The first transaction covered. */
  readonly fromXact: string;
  /** The first transaction that is no longer covered. */
  readonly uptoXact: string;
  readonly entryCount: number;
  readonly merkleRoot: Buffer;
  /** The head of the seal before; 32 zero bytes in the first. */
  readonly previousHead: Buffer;
  readonly keyId: string;
}

export interface Seal extends SealContent {
  readonly head: Buffer;
  readonly signature: Buffer;
}

const LABEL = 'luutru-audit-seal-v1';

/** What the first seal names as the head before it. */
export const NO_HEAD = Buffer.alloc(32);

/** The transaction that the first seal starts at: none is older. */
export const FIRST_XACT = '0';

/** Stands for a seal and, through `previousHead`, for every seal and every entry before it. */
export function headOf(seal: SealContent): Buffer {
  return sha256(
    encodeFields(LABEL, [
      ['seal_number', String(seal.sealNumber)],
      ['sealed_at', seal.sealedAt],
      ['from_xact', seal.fromXact],
      ['upto_xact', seal.uptoXact],
      ['entry_count', String(seal.entryCount)],
      ['merkle_root', seal.merkleRoot.toString('hex')],
      ['previous_head', seal.previousHead.toString('hex')],
      ['key_id', seal.keyId],
    ]),
  );
}

/** The bytes that are signed; the label keeps the signature from meaning anything elsewhere. */
export const signedBytes = (head: Buffer): Buffer => Buffer.concat([Buffer.from(`${LABEL}\0`), head]);

/** What is wrong with a seal by itself and as the one after `previous`. */
export type ChainFault = 'seal-missing' | 'seal-altered' | 'chain-broken';

/** Checks number, head and link; null when they hold. `previous` is null for the first seal. */
export function chainFault(seal: Seal, previous: Seal | null): ChainFault | null {
  if (seal.sealNumber !== (previous?.sealNumber ?? 0) + 1) return 'seal-missing';
  if (!headOf(seal).equals(seal.head)) return 'seal-altered';
  const linked =
    seal.previousHead.equals(previous?.head ?? NO_HEAD) && seal.fromXact === (previous?.uptoXact ?? FIRST_XACT);
  return linked && BigInt(seal.fromXact) < BigInt(seal.uptoXact) ? null : 'chain-broken';
}
