import fc from 'fast-check';
import { MISSES, NEIGHBOURS, neighboursOf, REACH, walkingOf } from './walking';

describe('walking along the numbers', () => {
  it('is three neighbours, or fifteen numbers that nobody has', () => {
    expect(walkingOf({ neighbours: NEIGHBOURS - 1, misses: MISSES - 1 })).toEqual([]);
    expect(walkingOf({ neighbours: NEIGHBOURS, misses: 0 })).toEqual([{ kind: 'numbers-in-sequence', count: 3 }]);
    expect(walkingOf({ neighbours: 0, misses: MISSES })).toEqual([{ kind: 'numbers-without-hits', count: 15 }]);
    expect(walkingOf({ neighbours: 9, misses: 99 })).toHaveLength(2);
  });

  it('knows the neighbours of a number by its last digits, as long as it is', () => {
    expect(neighboursOf('B000')).toEqual(['B001', 'B002', 'B003', 'B004', 'B005']);
    expect(neighboursOf('049190001234')).toContain('049190001233');
    expect(neighboursOf('C999')).toEqual(['C998', 'C997', 'C996', 'C995', 'C994']);
    expect(neighboursOf('ABC')).toEqual([]);
  });

  it('is mutual', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), fc.integer({ min: 1, max: REACH }), (value, step) => {
        const [one, other] = [value, value + step].map((n) => String(n).padStart(12, '0')) as [string, string];
        if (other.length > 12) return;
        expect(neighboursOf(one)).toContain(other);
        expect(neighboursOf(other)).toContain(one);
      }),
    );
  });
});
