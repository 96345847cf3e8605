import { limitReached, type SearchCounts } from './search-limits';

const limits = { searchesPerHour: 10, searchesPerDay: 30, rowsPerDay: 100 };
const now = new Date('2026-11-25T10:00:00Z');
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
const counts = (some: Partial<SearchCounts>): SearchCounts => ({
  hour: 0,
  day: 0,
  rows: 0,
  hourBegan: null,
  dayBegan: null,
  ...some,
});
const reached = (some: Partial<SearchCounts>, isPage = false) => limitReached(limits, counts(some), now, isPage);

describe('the limits of an officer', () => {
  it('let through until they are reached', () => {
    expect(reached({})).toBeNull();
    expect(reached({ hour: 9, day: 29, rows: 99 })).toBeNull();
  });

  it('say which is reached, and when the oldest search is out of it', () => {
    expect(reached({ hour: 10, hourBegan: ago(45) })).toEqual({ kind: 'searches-per-hour', count: 10, seconds: 900 });
    expect(reached({ day: 30, dayBegan: ago(60) })).toEqual({ kind: 'searches-per-day', count: 30, seconds: 82_800 });
    expect(reached({ rows: 100, dayBegan: ago(1_440) })).toEqual({ kind: 'rows-per-day', count: 100, seconds: 1 });
  });

  it('tell of the longest wait', () => {
    const all = { hour: 10, day: 30, rows: 100, hourBegan: ago(1), dayBegan: ago(2) };
    expect(reached(all)?.kind).toBe('rows-per-day');
    expect(reached({ ...all, rows: 0 })?.kind).toBe('searches-per-day');
  });

  it('count a page of an old search by its rows only', () => {
    expect(reached({ hour: 10, day: 30, hourBegan: ago(1), dayBegan: ago(1) }, true)).toBeNull();
    expect(reached({ rows: 100, dayBegan: ago(1) }, true)?.kind).toBe('rows-per-day');
  });
});
