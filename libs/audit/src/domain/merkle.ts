import { sha256 } from './encoding';

const LEAF = '\u0000';
const NODE = Buffer.from([1]);

/** Hash of a leaf (RFC 6962 section 2.1): its prefix keeps an inner node from being passed off as an entry. */
export const merkleLeaf = (content: Buffer | string): Buffer =>
  typeof content === 'string' ? sha256(LEAF + content) : sha256(LEAF, content);

/**
 * The root of RFC 6962 over leaves that come one after another. Holds one hash per bit of the count, never the leaves:
 * the roots of the complete subtrees so far, largest first, as the ones in the binary form of the count.
 */
export class MerkleTree {
  private readonly subtrees: Buffer[] = [];
  private leaves = 0;

  get count(): number {
    return this.leaves;
  }

  /** Adds a leaf by its hash, see {@link merkleLeaf}. */
  add(leaf: Buffer): void {
    let root = leaf;
    for (let rest = this.leaves; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      root = sha256(Buffer.concat([NODE, this.subtrees.pop() ?? root, root]));
    }
    this.subtrees.push(root);
    this.leaves += 1;
  }

  /** The root over all leaves so far; that of no leaf is the hash of nothing. */
  root(): Buffer {
    if (this.subtrees.length === 0) return sha256();
    return this.subtrees.reduceRight((right, left) => sha256(NODE, left, right));
  }
}
