import { visitedWards } from './visited-ward';

const visit = (wardId: string, facilityId: string, at: string) => ({ wardId, facilityId, arrivedAt: new Date(at) });

describe('wards on a map', () => {
  it('are each there once, the one visited last first, with how often and between when', () => {
    expect(
      visitedWards([
        visit('w1', 'a', '2026-11-03T00:00:00Z'),
        visit('w2', 'b', '2026-11-04T00:00:00Z'),
        visit('w1', 'c', '2026-11-01T00:00:00Z'),
        visit('w1', 'a', '2026-11-02T00:00:00Z'),
      ]),
    ).toEqual([
      expect.objectContaining({ wardId: 'w2', stays: 1 }),
      {
        wardId: 'w1',
        facilityIds: ['a', 'c'],
        stays: 3,
        firstAt: new Date('2026-11-01T00:00:00Z'),
        lastAt: new Date('2026-11-03T00:00:00Z'),
      },
    ]);
    expect(visitedWards([])).toEqual([]);
  });
});
