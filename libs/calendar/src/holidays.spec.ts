import { holidayTimeOf, sameHolidayBefore } from './holidays';

describe('times around holidays', () => {
  it.each([
    ['2026-02-17', { holiday: 'tet', offset: 0 }, '2025-01-29'],
    ['2026-02-10', { holiday: 'tet', offset: -7 }, '2025-01-22'],
    ['2025-12-31', { holiday: 'tet-duong-lich', offset: -1 }, '2024-12-31'],
    ['2026-05-01', { holiday: 'giai-phong', offset: 1 }, '2025-05-01'],
    ['2026-09-02', { holiday: 'quoc-khanh', offset: 0 }, '2025-09-02'],
  ])('%s', (day, time, before) => {
    const found = holidayTimeOf(day);
    expect(found).toEqual(time);
    expect(found && sameHolidayBefore(found, day)).toBe(before);
  });

  it.each(['2026-03-15', '2026-07-01', '2026-11-23'])('%s is an ordinary day', (day) =>
    expect(holidayTimeOf(day)).toBeNull(),
  );
});
