import fc from 'fast-check';
import { soundKey } from '@luutru/identity-document';
import { nameSearchKeys, personSearchKeys, soundPairs } from './search-keys';

const keysOf = (fullName: string, nationality = 'VNM'): string[] =>
  nameSearchKeys(fullName, nationality).map(({ kind, purpose, value }) => `${kind} ${purpose} ${value}`);

describe('the search keys of a name', () => {
  it.each([
    ['Nguyễn Văn Hùng', ['1 name hung nguyen van', '3 given-name hung', '2 name hung nguyen']],
    ['Nguyễn Hùng', ['1 name hung nguyen', '3 given-name hung']],
    ['Hùng', ['1 name hung', '3 given-name hung']],
    ['Huỳnh Thị Mỹ', ['1 name hoang mi thi', '3 given-name mi', '2 name hoang mi']],
  ])('%s', (fullName, keys) => expect(keysOf(fullName)).toEqual(keys));

  it('of a foreigner are how pairs of words sound as well, and the first word', () => {
    expect(keysOf('John Fitzgerald Kennedy', 'USA')).toEqual([
      '1 name fitzgerald john kennedy',
      '3 given-name kennedy',
      '7 given-name john',
      `4 name-sound ${[soundKey('john'), soundKey('fitzgerald')].sort().join(' ')}`,
      `5 name-sound ${[soundKey('john'), soundKey('kennedy')].sort().join(' ')}`,
      `6 name-sound ${[soundKey('fitzgerald'), soundKey('kennedy')].sort().join(' ')}`,
    ]);
  });

  it('are few however long the name, of kinds of their own, and the same in any order of two words', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'abcdeghiklmnopqrstuvxyđăâưĐ'.split('')),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 9 }),
        fc.constantFrom('VNM', 'FRA'),
        (words, nationality) => {
          const kinds = nameSearchKeys(words.join(' '), nationality).map(({ kind }) => kind);
          expect(new Set(kinds).size).toBe(kinds.length);
          expect(kinds.length).toBeLessThanOrEqual(6);
          expect(kinds.slice(0, 2)).toEqual([1, 3]);
          const pair = words.slice(0, 2);
          expect(soundPairs([...pair].reverse())).toEqual(soundPairs(pair));
        },
      ),
    );
  });
});

describe('what a person carries', () => {
  it('is found by number, by its end with the birth year, and by phone', () => {
    const carried = { documentNumber: '049190001234', phone: '+84905000111', birthYear: 1990 };
    expect(personSearchKeys(carried).map(({ kind, value }) => [kind, value])).toEqual([
      [1, '049190001234'],
      [3, '001234|1990'],
      [2, '0905000111'],
    ]);
    expect(personSearchKeys({ documentNumber: null, phone: null, birthYear: 1990 })).toEqual([]);
    expect(
      personSearchKeys({ documentNumber: 'AB1234', phone: '12', birthYear: 1990 }).map(({ kind }) => kind),
    ).toEqual([1]);
  });
});
