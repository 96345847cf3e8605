import { createHash } from 'node:crypto';
import { base64UrlBytes } from './base64-url';
import { merklePath, merklePathHolds, merkleRoot } from './merkle-tree';
import { readReceipt } from './read-receipt';
import { issuedOn, type ReceiptAct, type ReceiptClaims } from './receipt';
import { fits, isBytes, isCount, isDay, isFacilityCode, isIssuer, isNumericDate, type Shape } from './shape';

/** The `typ` of a daily digest. */
export const DIGEST_TYPE = 'luutru-digest+jwt';

/** What a facility's day came to: counts, and one hash that commits to every receipt issued on it. */
export interface DigestClaims {
  readonly iss: string;
  readonly fac: string;
  /** The Vietnamese day the receipts were issued on. */
  readonly day: string;
  /** How many receipts there are; accepted + corrected + cancelled. */
  readonly n: number;
  readonly accepted: number;
  readonly corrected: number;
  readonly cancelled: number;
  /** How many of the accepted were late. */
  readonly late: number;
  /** Merkle root over the SHA-256 of the receipts, in order of declaration, id and version; base64url. */
  readonly root: string;
  readonly iat: number;
}

/** A receipt as it was issued, with what it says. */
export interface IssuedReceipt {
  readonly jws: string;
  readonly claims: ReceiptClaims;
}

/** Takes apart a receipt of our own keeping, without checking its signature; null for anything else. */
export function readReceiptOf(jws: string): IssuedReceipt | null {
  const payload = base64UrlBytes(jws.split('.')[1] ?? '');
  const claims = payload && readReceipt(JSON.parse(payload.toString()));
  return claims && { jws, claims };
}

/** Shows that a receipt is among those of a digest. Hashes are base64url, nearest first. */
export interface InclusionProof {
  readonly index: number;
  readonly n: number;
  readonly path: readonly string[];
}

/** Whose digest is made, for which day, by whom and when. */
export interface DigestSubject {
  readonly issuer: string;
  readonly facilityCode: string;
  readonly day: string;
  readonly issuedAt: Date;
}

/** The claims of a digest over all receipts of a facility and day, given in any order. Throws RangeError on a stray one. */
export function digestClaims(subject: DigestSubject, receipts: readonly IssuedReceipt[]): DigestClaims {
  for (const { claims } of receipts) {
    if (!belongs(claims, { iss: subject.issuer, fac: subject.facilityCode, day: subject.day })) {
      throw new RangeError('A receipt of another issuer, facility or day was given');
    }
  }
  const count = (act: ReceiptAct): number => receipts.filter(({ claims }) => claims.act === act).length;
  return {
    iss: subject.issuer,
    fac: subject.facilityCode,
    day: subject.day,
    n: receipts.length,
    accepted: count('declared'),
    corrected: count('corrected'),
    cancelled: count('cancelled'),
    late: receipts.filter(({ claims }) => claims.act === 'declared' && claims.late).length,
    root: merkleRoot(entriesOf(receipts)).toString('base64url'),
    iat: Math.floor(subject.issuedAt.getTime() / 1000),
  };
}

/** The proof for one of a digest's receipts; null when it is not among them. */
export function inclusionProof(receipts: readonly IssuedReceipt[], jws: string): InclusionProof | null {
  const index = inOrder(receipts).findIndex((receipt) => receipt.jws === jws);
  if (index < 0) return null;
  const path = merklePath(entriesOf(receipts), index).map((hash) => hash.toString('base64url'));
  return { index, n: receipts.length, path };
}

/** True when the digest commits to this receipt. Both must have been verified before. */
export function digestIncludes(digest: DigestClaims, { jws, claims }: IssuedReceipt, proof: InclusionProof): boolean {
  const [root, path] = [base64UrlBytes(digest.root), proof.path.map(base64UrlBytes)];
  const hashes = path.filter((hash) => hash !== null);
  if (!root || hashes.length < path.length || proof.n !== digest.n || !belongs(claims, digest)) return false;
  return merklePathHolds(entryOf(jws), { index: proof.index, size: proof.n, path: hashes }, root);
}

const SHAPE: Shape = {
  iss: isIssuer,
  fac: isFacilityCode,
  day: isDay,
  n: isCount(),
  accepted: isCount(),
  corrected: isCount(),
  cancelled: isCount(),
  late: isCount(),
  root: isBytes(32),
  iat: isNumericDate,
};

/** The claims of a digest, or null for anything that is not exactly one or does not add up. */
export function readDigest(payload: unknown): DigestClaims | null {
  if (!fits(SHAPE, payload)) return null;
  const claims = payload as unknown as DigestClaims;
  const { n, accepted, corrected, cancelled, late } = claims;
  return accepted + corrected + cancelled === n && late <= accepted ? claims : null;
}

/** A proof as read from JSON, or null. */
export function readProof(value: unknown): InclusionProof | null {
  const isPath = (path: unknown): boolean => Array.isArray(path) && path.length <= 53 && path.every(isBytes(32));
  return fits({ index: isCount(), n: isCount(1), path: isPath }, value) ? (value as unknown as InclusionProof) : null;
}

const belongs = (claims: ReceiptClaims, { iss, fac, day }: Pick<DigestClaims, 'iss' | 'fac' | 'day'>): boolean =>
  claims.iss === iss && claims.fac === fac && issuedOn(claims) === day;

const inOrder = (receipts: readonly IssuedReceipt[]): IssuedReceipt[] =>
  [...receipts].sort(
    ({ claims: a }, { claims: b }) =>
      Date.parse(a.dec) - Date.parse(b.dec) || (a.rid < b.rid ? -1 : a.rid > b.rid ? 1 : a.ver - b.ver),
  );

const entryOf = (jws: string): Buffer => createHash('sha256').update(jws).digest();
const entriesOf = (receipts: readonly IssuedReceipt[]): Buffer[] => inOrder(receipts).map(({ jws }) => entryOf(jws));
