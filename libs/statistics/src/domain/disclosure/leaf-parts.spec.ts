import { LeafParts } from './leaf-parts';

describe('leaves of several parts', () => {
  const leaves = [
    'VNM|patient|NOI',
    'VNM|relative|NOI',
    'VNM|patient|NGOAI',
    'VNM|relative|NGOAI',
    'KOR|patient|NOI',
    '-',
  ];
  const parts = new LeafParts(leaves);
  const at = (leaf: string): number => leaves.indexOf(leaf);
  const named = (one: number): string | undefined => leaves[one];

  it('are beside those that differ in one part', () => {
    expect(parts.beside(at('VNM|patient|NOI')).map(named).sort()).toEqual([
      'KOR|patient|NOI',
      'VNM|patient|NGOAI',
      'VNM|relative|NOI',
    ]);
    expect(parts.beside(at('-'))).toEqual([]);
  });

  it('make rectangles with those that differ from both in the same other part', () => {
    const corners = parts.corners(at('VNM|relative|NOI'), at('VNM|patient|NOI'));
    // Of Koreans there are no relatives, so that they make none.
    expect(corners.map((pair) => pair.map(named))).toEqual([['VNM|relative|NGOAI', 'VNM|patient|NGOAI']]);
    expect(parts.corners(at('VNM|relative|NOI'), at('VNM|patient|NGOAI'))).toEqual([]);
    expect(parts.corners(at('VNM|relative|NOI'), at('-'))).toEqual([]);
  });
});
