import { lunarNewYear } from './lunar-new-year';

describe('Tết', () => {
  // As the State announced or almanacs print them; 1985, 2007 and 2030 are not China's days.
  it.each([
    '1985-01-21',
    '2007-02-17',
    '2015-02-19',
    '2016-02-08',
    '2017-01-28',
    '2018-02-16',
    '2019-02-05',
    '2020-01-25',
    '2021-02-12',
    '2022-02-01',
    '2023-01-22',
    '2024-02-10',
    '2025-01-29',
    '2026-02-17',
    '2027-02-06',
    '2028-01-26',
    '2029-02-13',
    '2030-02-02',
    '2031-01-23',
    '2033-01-31',
    '2034-02-19',
    '2035-02-08',
  ])('is on %s', (day) => expect(lunarNewYear(Number(day.slice(0, 4)))).toBe(day));
});
