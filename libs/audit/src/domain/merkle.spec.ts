import fc from 'fast-check';
import { sha256 } from './encoding';
import { merkleLeaf, MerkleTree } from './merkle';

/** The leaves and roots that implementations of RFC 6962 and RFC 9162 are checked against. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const treeOf = (leaves: readonly Buffer[]): MerkleTree => {
  const tree = new MerkleTree();
  for (const leaf of leaves) tree.add(leaf);
  return tree;
};

/** The definition of RFC 6962, word for word. */
function defined(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return sha256();
  if (leaves.length === 1) return only;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(Buffer.from([1]), defined(leaves.slice(0, split)), defined(leaves.slice(split)));
}

describe('MerkleTree', () => {
  it.each(ROOTS.map((root, count) => [count, root] as const))('has the known root of %i leaves', (count, root) => {
    const tree = treeOf(LEAVES.slice(0, count).map((hex) => merkleLeaf(Buffer.from(hex, 'hex'))));
    expect([tree.count, tree.root().toString('hex')]).toEqual([count, root]);
  });

  it('is what RFC 6962 defines, for any number of leaves', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (count) => {
        const leaves = Array.from({ length: count }, (_, index) => merkleLeaf(Buffer.from([index])));
        return treeOf(leaves).root().equals(defined(leaves));
      }),
    );
  });

  it('may be asked for its root and go on', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((text) => merkleLeaf(Buffer.from(text))) as [Buffer, Buffer, Buffer];
    const tree = treeOf([a, b]);
    tree.root();
    tree.add(c);
    expect(tree.root()).toEqual(defined([a, b, c]));
  });
});
