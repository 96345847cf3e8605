import { oneSlip, withinTwo } from './edit-distance';

describe('oneSlip', () => {
  it.each([
    ['hang', 'hamg', 'neighbouring-key'],
    ['hang', 'hanng', 'doubled'],
    ['hang', 'hng', 'left-out'],
    ['hang', 'hagn', 'swapped'],
    ['hang', 'hong', 'other-letter'],
    ['hang', 'hag', 'left-out'],
    ['hang', 'long', null],
    ['hang', 'ha', null],
    ['abc', 'cba', null],
  ])('%s and %s: %s', (one, other, slip) => {
    expect(oneSlip(one, other)).toBe(slip);
    expect(oneSlip(other, one)).toBe(slip);
  });
});

describe('withinTwo', () => {
  it.each([
    ['kristofer', 'christofer', true],
    ['margaret', 'margarett', true],
    ['margaret', 'margret', true],
    ['alexander', 'alessandro', false],
    ['abcdef', 'abc', false],
  ])('%s and %s: %s', (one, other, near) => expect(withinTwo(one, other)).toBe(near));
});
