import { normalisePhone } from './phone-number';

describe('a phone number', () => {
  it.each([
    ['0905 000 111', '0905000111'],
    ['+84 905.000.111', '0905000111'],
    ['0084905000111', '0905000111'],
    ['84905000111', '0905000111'],
    ['+1 (212) 555-0100', '12125550100'],
    ['113', null],
  ])('%s -> %s', (typed, phone) => expect(normalisePhone(typed)).toBe(phone));
});
