import { typedDate } from '../src/features/watch-lists/typed-date';

describe('a birth date that may be known in part', () => {
  it.each([
    ['15/8/1990', '1990-08-15'],
    ['15-08-1990', '1990-08-15'],
    ['8/1990', '1990-08'],
    [' 1990 ', '1990'],
    ['1990-08-15', '1990-08-15'],
    ['khoảng 1990', 'khoảng 1990'],
  ])('%s is %s', (text, date) => {
    expect(typedDate(text)).toBe(date);
  });
});
