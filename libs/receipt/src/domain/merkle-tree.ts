import { createHash } from 'node:crypto';

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

const leafHash = (entry: Buffer): Buffer => createHash('sha256').update(LEAF).update(entry).digest();
const nodeHash = (left: Buffer, right: Buffer): Buffer =>
  createHash('sha256').update(NODE).update(left).update(right).digest();

/** The hash of a tree over the entries (RFC 6962 section 2.1); SHA-256 of nothing when there are none. */
export function merkleRoot(entries: readonly Buffer[]): Buffer {
  return entries.length === 0 ? createHash('sha256').digest() : rootOf(entries.map(leafHash));
}

/** The hashes that lead from the entry at `index` to the root, nearest first (RFC 6962 section 2.1.1). */
export function merklePath(entries: readonly Buffer[], index: number): Buffer[] {
  if (!Number.isInteger(index) || index < 0 || index >= entries.length) throw new RangeError('No entry has this index');
  return pathOf(entries.map(leafHash), index);
}

/** True when the path leads from the entry to the root of a tree of `size` entries (RFC 9162 section 2.1.3.2). */
export function merklePathHolds(
  entry: Buffer,
  { index, size, path }: { index: number; size: number; path: readonly Buffer[] },
  root: Buffer,
): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  let hash = leafHash(entry);
  let [position, last] = [index, size - 1];
  for (const sibling of path) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      hash = nodeHash(sibling, hash);
      // A last node without a right neighbour moves up unchanged.
      while (position % 2 === 0 && position !== 0) [position, last] = [half(position), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [position, last] = [half(position), half(last)];
  }
  return last === 0 && hash.equals(root);
}

// Not a shift: sizes may pass 2^31.
const half = (n: number): number => Math.floor(n / 2);

function rootOf(hashes: readonly Buffer[]): Buffer {
  const [only] = hashes;
  if (hashes.length === 1 && only) return only;
  const split = splitOf(hashes.length);
  return nodeHash(rootOf(hashes.slice(0, split)), rootOf(hashes.slice(split)));
}

function pathOf(hashes: readonly Buffer[], index: number): Buffer[] {
  if (hashes.length === 1) return [];
  const split = splitOf(hashes.length);
  const [left, right] = [hashes.slice(0, split), hashes.slice(split)];
  return index < split ? [...pathOf(left, index), rootOf(right)] : [...pathOf(right, index - split), rootOf(left)];
}

/** The largest power of two below n. */
function splitOf(n: number): number {
  let split = 1;
  while (split * 2 < n) split *= 2;
  return split;
}
