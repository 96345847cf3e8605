import { readLooked } from '../src/features/figures/address';
import { choicesOf, kindOf, lastWhole, nameOf } from '../src/features/figures/periods';

describe('periods of figures', () => {
  it.each([
    ['2026-10-31', '2026-10-31'],
    ['2026-11-25', '2026-10-31'],
    ['2028-02-29', '2028-02-29'],
    ['2028-02-28', '2028-01-31'],
    ['2026-01-01', '2025-12-31'],
  ])('end with the last whole month by %s', (lastDay, end) => {
    expect(lastWhole(lastDay)).toBe(end);
    for (const kind of ['month', 'quarter', 'year'] as const) expect(choicesOf(kind, lastDay)[0]?.to).toBe(end);
  });

  it.each([
    ['2026-10-01', '2026-10-31', 'month', '10/2026'],
    ['2026-07-01', '2026-09-30', 'quarter', 'Q3/2026'],
    ['2025-01-01', '2025-12-31', 'year', '2025'],
    ['2026-01-01', '2026-10-31', 'year', '01–10/2026'],
    ['2025-12-01', '2026-02-28', 'own', '12/2025–02/2026'],
    ['2026-10-05', '2026-10-31', 'own', '05/10/2026 – 31/10/2026'],
  ])('%s to %s is a %s, called %s', (from, to, kind, name) => {
    expect([kindOf({ from, to }, '2026-10-31'), nameOf({ from, to })]).toEqual([kind, name]);
  });

  it('are read from the address only as what they can mean', () => {
    expect(readLooked({ from: '2026-10-01', to: '2026-10-31', ward: 'w20410', by: 'kind' })).toEqual({
      from: '2026-10-01',
      to: '2026-10-31',
      ward: 'w20410',
      by: 'kind',
    });
    expect(readLooked({ from: '2026-10-01', ward: '<b>', compare: 'sideways', trend: 1 })).toEqual({});
  });
});
