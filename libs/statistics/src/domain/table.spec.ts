import { counted, foldWeekdays, movingMeans, rowsOf } from './assemble';
import { formLines } from './form-015n';
import { basesOf, MEASURES } from './measures';
import { cut } from './periods';
import type { Dimension } from './dimensions';
import { areWholeProvinces, levelOf } from './query-level';

const MONTH = { from: '2026-11-01', until: '2026-12-01' };

describe('tables of figures', () => {
  it('make nothing of what is not shown', () => {
    expect(MEASURES['average-stay'].value({ guestNights: null, sleepers: 3 })).toBeNull();
    expect(MEASURES['average-stay'].value({ guestNights: 0, sleepers: 0 })).toBeNull();
    expect(MEASURES.domestic.value({ arrivals: 9, foreignArrivals: null })).toBeNull();
    expect(MEASURES['room-occupancy'].value({ roomNightsUsed: 3, roomNights: 4 })).toBe(0.75);
    expect(basesOf(['domestic', 'international'])).toEqual(['arrivals', 'foreignArrivals']);
  });

  it('put days into the week, and levels by the last of them', () => {
    const days = cut({ from: '2026-11-02', until: '2026-11-12' }, 'day');
    const parts = days.map((_, at) => ({ arrivals: at, rooms: at < 9 ? at : null }));
    const folded = foldWeekdays([counted(['x'], parts)], days, ['arrivals', 'rooms'], 1);
    expect(folded.map(({ keys, parts: [only] }) => [keys, only?.arrivals, only?.rooms])).toEqual([
      [['x', '1'], 7, 7],
      [['x', '2'], 9, 8],
      [['x', '3'], 11, 2],
      [['x', '4'], 3, 3],
      [['x', '5'], 4, 4],
      [['x', '6'], 5, 5],
      [['x', '7'], 6, 6],
    ]);
  });

  it('smooth over as many parts as asked, and not over what is not known', () => {
    const parts = [1, 2, 6, null].map((arrivals) => ({ arrivals }));
    expect(movingMeans(parts, ['arrivals'], 2).map(({ arrivals }) => arrivals)).toEqual([1.5, 4, null]);
  });

  it('show what is only in one of two periods as nought in the other', () => {
    const group = (key: string, arrivals: number) => counted([key], [{ arrivals }]);
    const rows = rowsOf([MONTH], ['arrivals'], [group('a', 1)], [group('b', 2)], null);
    expect(rows.map(({ keys, counts, compared }) => [keys[0], counts.arrivals, compared?.arrivals])).toEqual([
      ['a', 1, 0],
      ['b', 0, 2],
    ]);
  });

  it('make the lines of the form, whose sum is not shown when one of them is not', () => {
    const row = (key: string, overnight: number | null) => ({ keys: [key], period: MONTH, counts: { overnight } });
    const all = formLines({ bases: ['overnight'], rows: [row('5*', 7), row('homestay', 6)] }, [1, 0, 0, 0, 0, 0, 0, 2]);
    expect(all.map(({ facilities }) => facilities)).toEqual([1, 0, 0, 0, 0, 0, 0, 2, 3]);
    expect(all.map(({ values }) => values.overnight)).toEqual([7, 0, 0, 0, 0, 0, 0, 6, 13]);
    expect(formLines({ bases: ['overnight'], rows: [row('5*', null)] }, []).at(-1)?.values.overnight).toBeNull();
  });

  it('are of whole provinces only when every area is', () => {
    const units = {
      find: (id: string) => ({ parentId: id.startsWith('a') ? 'A' : 'B' }),
      children: (id: string) =>
        (id === 'A' ? ['a1', 'a2', 'old'] : ['b1']).map((unitId) => ({
          unitId,
          validTo: unitId === 'old' ? '2025-07-01' : null,
        })),
    };
    const area = (wardIds: string[], more: object = {}) => ({
      wardIds,
      formerWardIds: [],
      zoneIds: [],
      kinds: null,
      ...more,
    });
    expect(areWholeProvinces([area(['a1', 'a2'])], units)).toBe(true);
    expect(areWholeProvinces([area(['a1', 'a2', 'b1']), area(['b1'])], units)).toBe(true);
    expect(areWholeProvinces([area(['a1', 'a2']), area(['a1'])], units)).toBe(false);
    expect(areWholeProvinces([area(['a1', 'a2'], { zoneIds: ['z'] })], units)).toBe(false);
    expect(areWholeProvinces([area([])], units)).toBe(false);
    expect(areWholeProvinces([], units)).toBe(false);
  });

  it('are of whole wards only where neither the question nor the area is of a part of one', () => {
    const units = { find: () => ({ parentId: 'A' }), children: () => [{ unitId: 'other', validTo: null }] };
    const area = (more: object = {}) => ({ wardIds: ['a1'], formerWardIds: [], zoneIds: [], kinds: null, ...more });
    const level = (by: Dimension[], filter = {}, areas = [area()]) => levelOf({ by, filter }, areas, units);
    expect(level(['ward', 'nationality'])).toBe('ward');
    expect(level(['stay-kind', 'weekday'], { wards: ['a1'], stayKinds: ['guest'] })).toBe('ward');
    for (const by of ['kind', 'stars', 'class', 'former-ward', 'zone'] as const) expect(level([by])).toBe('area');
    for (const filter of [{ kinds: ['khach-san'] }, { stars: [5] }, { formerWard: 'x' }, { zone: 'z' }]) {
      expect(level(['ward'], filter)).toBe('area');
    }
    for (const part of [{ kinds: ['nha-nghi'] }, { formerWardIds: ['x'] }, { zoneIds: ['z'] }]) {
      expect(level(['ward'], {}, [area(), area(part)])).toBe('area');
    }
    expect(levelOf({ by: [], filter: {} }, [{ ...area(), wardIds: ['other'] }], units)).toBe('province');
    expect(levelOf({ by: ['ward'], filter: {} }, [{ ...area(), wardIds: ['other'] }], units)).toBe('ward');
  });
});
