import { nameKey } from '@luutru/identity-document';
import fc from 'fast-check';
import { expandName } from './expand-name';

const keys = (asked: string, limit = 128): string[] => expandName(asked, { limit }).map(({ key }) => key);

describe('expandName', () => {
  it.each([
    ['Nguyễn Thị Trag', 'Nguyễn Thị Trang'],
    ['Nguyen Van Hugn', 'Nguyễn Văn Hùng'],
    ['Nguyeexn Vawn Hufng', 'Nguyễn Văn Hùng'],
    ['Trần Văn Xơn', 'Trần Văn Sơn'],
    ['Lê Thị Oah', 'Lê Thị Oanh'],
    ['Lê Thị Oanh', 'Lê Oanh'],
    ['Lê Oanh', 'Lê Thị Oanh'],
    ['Mohamed Haddad', 'Muhammad Haddad'],
    ['Xiao Ming Wang', 'Xiaoming Wang'],
    ['Sofya Ivanova', 'Sofia Ivanova'],
    ['rnai Văn An', 'Mai Văn An'],
  ])('%s leads to %s', (asked, stored) => expect(keys(asked)).toContain(nameKey(stored)));

  it('begins with the name as asked, nearest first, each key once, never more than the limit', () => {
    const words = fc.constantFrom('Nguyễn', 'Trần', 'Thị', 'Oanh', 'Hugn', 'Mohamed', 'Ýe', 'z', '王', 'Traanf');
    const asked = fc.oneof(
      fc.array(words, { minLength: 1, maxLength: 6 }).map((list) => list.join(' ')),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    fc.assert(
      fc.property(asked, fc.integer({ min: 0, max: 80 }), (text, limit) => {
        const found = expandName(text, { limit });
        expect(found.length).toBeLessThanOrEqual(limit);
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
        expect(found).toEqual([...found].sort((a, b) => a.distance - b.distance));
        if (nameKey(text) !== '' && limit > 0) expect(found[0]).toEqual({ key: nameKey(text), distance: 0 });
        for (const { key } of found) expect(nameKey(key)).toBe(key);
      }),
      { numRuns: 60 },
    );
  });

  it('has nothing to look for where there is no name', () => {
    expect(keys('')).toEqual([]);
    expect(keys('--')).toEqual([]);
  });
});
