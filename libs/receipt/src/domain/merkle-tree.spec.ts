import { createHash, randomBytes } from 'node:crypto';
import { merklePath, merklePathHolds, merkleRoot } from './merkle-tree';

/** Leaves and roots of the test vectors of the reference implementation of RFC 6962 (google/certificate-transparency). */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (hex) => Buffer.from(hex, 'hex'),
);
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

describe('Merkle tree', () => {
  it.each(ROOTS.map((root, size) => [size, root] as const))('of %i known leaves has the known root', (size, root) => {
    expect(merkleRoot(LEAVES.slice(0, size)).toString('hex')).toBe(root);
  });

  it.each([1, 2, 3, 7, 64, 1000])('of %i entries proves each of them and no other', (size) => {
    const entries = Array.from({ length: size }, (_, index) => createHash('sha256').update(String(index)).digest());
    const root = merkleRoot(entries);
    const step = Math.max(1, Math.floor(size / 40));
    for (const index of [...entries.keys()].filter((key) => key % step === 0 || key === size - 1)) {
      const entry = entries[index] ?? Buffer.alloc(0);
      const path = merklePath(entries, index);
      const holds = (change: Partial<{ index: number; size: number; path: Buffer[] }>, leaf = entry): boolean =>
        merklePathHolds(leaf, { index, size, path, ...change }, root);
      expect(holds({})).toBe(true);
      expect(holds({}, randomBytes(32))).toBe(false);
      expect(holds({ index: index + 1 })).toBe(false);
      expect(holds({ index: index - 1 })).toBe(false);
      expect(holds({ path: [...path, randomBytes(32)] })).toBe(false);
      expect(path.length > 0 && holds({ path: path.slice(1) })).toBe(false);
      expect(path.length > 0 && holds({ path: path.slice(0, -1) })).toBe(false);
      expect(path.length > 0 && holds({ path: path.with(0, randomBytes(32)) })).toBe(false);
    }
  });

  it('has no place for an index that is no index', () => {
    const [entry = Buffer.alloc(0)] = LEAVES;
    for (const index of [-1, 1, 0.5, NaN]) {
      expect(() => merklePath([entry], index)).toThrow(RangeError);
      expect(merklePathHolds(entry, { index, size: 1, path: [] }, merkleRoot([entry]))).toBe(false);
    }
    expect(merklePathHolds(entry, { index: 0, size: 0, path: [] }, merkleRoot([]))).toBe(false);
  });
});
