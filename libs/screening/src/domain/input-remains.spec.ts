import { withoutInputRemains } from './input-remains';
import { readMarks } from './vietnamese-marks';

const spelt = (word: string | null): string => {
  if (word === null) return '';
  const { letters, tone } = readMarks(word);
  return `${letters}${tone}`;
};

describe('withoutInputRemains', () => {
  it.each([
    ['nguyeexn', 'nguyễn'],
    ['nguyenex', 'nguyễn'],
    ['nguyeenx', 'nguyễn'],
    ['huwowngf', 'hường'],
    ['phuowng', 'phương'],
    ['hufng', 'hùng'],
    ['huwxu', 'hữu'],
    ['ddoo', 'đô'],
    ['traanf', 'trần'],
    ['vawn', 'văn'],
    ['vanw', 'văn'],
    ['nguye6n4', 'nguyễn'],
    ['d9u7c1', 'đức'],
    ['phuong7', 'phương'],
    ['hu2ng', 'hùng'],
  ])('%s -> %s', (typed, meant) => expect(spelt(withoutInputRemains(typed))).toBe(spelt(meant)));

  it.each(['an', 'minh', 'hằng', 'b0b', 'k'])('finds nothing in %s', (word) =>
    expect(withoutInputRemains(word)).toBeNull(),
  );
});
