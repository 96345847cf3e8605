import fc from 'fast-check';
import { isCalendarDay, parseBirthDate, readCardDate } from './calendar-date';

describe('parseBirthDate', () => {
  it.each([
    ['1990-08-15', '1990-08-15'],
    [' 1990 ', '1990'],
    ['2028-02-29', '2028-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['1900-02-29', 'date-not-in-calendar'],
    ['1990-02-31', 'date-not-in-calendar'],
    ['1990-13-01', 'date-not-in-calendar'],
    ['1990-00-00', 'date-not-in-calendar'],
    ['0000', 'date-not-in-calendar'],
    ['15/08/1990', 'date-malformed'],
    ['1990-8-15', 'date-malformed'],
    ['1990-08', 'date-malformed'],
    ['١٩٩٠', 'date-malformed'],
    ['', 'date-malformed'],
  ])('%j', (text, expected) => {
    const result = parseBirthDate(text);
    expect(result.ok ? result.value : result.code).toBe(expected);
  });

  it('agrees with the calendar of the engine', () => {
    const part = (min: number, max: number) => fc.integer({ min, max });
    fc.assert(
      fc.property(part(1, 9999), part(0, 14), part(0, 33), (year, month, day) => {
        const date = new Date(0);
        date.setUTCFullYear(year, month - 1, day);
        const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        expect(isCalendarDay(year, month, day)).toBe(exists);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('readCardDate', () => {
  it.each([
    ['15081990', '1990-08-15'],
    ['15/08/1990', '1990-08-15'],
    ['5/8/1990', '1990-08-05'],
    ['15.08.1990', '1990-08-15'],
    ['1990-08-15', '1990-08-15'],
    ['1990', '1990'],
    ['00001990', '1990'],
    ['00081990', '1990'],
    ['00/08/1990', '1990'],
    ['xx/xx/1990', '1990'],
    ['  /  /1990', null],
    ['00131990', null],
    ['31021990', null],
    ['15080000', null],
    ['0000', null],
    ['1508199', null],
    ['15081990 ', '1990-08-15'],
    ['hello', null],
    ['', null],
  ])('%j', (text, expected) => expect(readCardDate(text)).toBe(expected));
});
