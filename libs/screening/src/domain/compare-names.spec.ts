import fc from 'fast-check';
import { compareNames } from './compare-names';

const WORDS =
  'nguyễn trần hoàng huỳnh võ văn thị minh anh oanh hùng hưng hoa hoà loan Ân nguyeexn van de muhammad mohamed al masri almasri xiaoming xiao ' +
  'ming aleksandr müller y ý lee 王伟 rnai mai o0l1 n Sơn Xơn';
const name = fc
  .array(fc.constantFrom(...WORDS.split(' ')), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(' '));
const anyText = fc.oneof(
  name,
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 160, size: 'max' }),
  fc.constantFrom('', ' ', '--', 'a '.repeat(75), 'z'.repeat(150), 'constructor __proto__'),
);
const score = (asked: string, found: string): number => compareNames(asked, found).score;
const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');

describe('compareNames', () => {
  it.each([
    ['Nguyễn Văn Hùng', 'NGUYEN VAN HUNG'],
    ['Nguyễn Văn Hùng', 'Hùng Nguyễn Văn'],
    ['Nguyễn Văn Hùng', 'Nguyeenx Vawn Hufng'],
    ['Nguyễn Văn Hùng', 'Nguye6n4 Va8n Hu2ng'],
    ['Nguyễn Văn Hùng', 'Nguyễn Hùng'],
    ['Nguyễn Văn Hùng', 'Nguyễn V. Hùng'],
    ['Nguyễn Thị Phương', 'Nguyễn Thị Phuong'],
    ['Huỳnh Phúc Sinh', 'Hoàng Phước Sanh'],
    ['Lý Mỹ Quý', 'Lí Mĩ Quí'],
    ['Nguyễn Thị Mẫn', 'Nguyễn Thị Mẩn'],
    ['Trần Thị Trâm', 'Chần Thị Trâm'],
    ['Mai Văn Bình', 'rnai Văn Blnh'],
    ['Nguyễn Thị Hoà', 'Nguyễn Thị Hòa'],
    ['Muhammad Al-Masri', 'ELMASRI MOHAMED'],
    ['Aleksandr Solovyov', 'Alexander Soloviev'],
    ['Jürgen Müller', 'MUELLER JUERGEN'],
    ['María García López', 'Maria Garcia'],
    ['Wang Xiaoming', 'Xiao Ming Wang'],
    ['Kim Min-jun', 'KIM MINJUN'],
    ['Ohno Taro', 'Ono Tarou'],
  ])('%s and %s may be one', (asked, found) => {
    expect(score(asked, found)).toBeGreaterThan(0.8);
    expect(score(asked, found)).toBeLessThanOrEqual(1);
  });

  it.each([
    ['Nguyễn Văn Hùng', 'Nguyễn Văn Hưng'],
    ['Nguyễn Văn Hùng', 'Nguyễn Văn Dũng'],
    ['Lê Thị Oanh', 'Lê Thị Anh'],
    ['Trần Thị Hoa', 'Trần Thị Hoà'],
    ['Trần Thị Hoa', 'Trần Văn Hoa'],
    ['Trần Thị Hoa', 'Lê Thị Hoa'],
    ['Nguyen Van Hung', 'Nguyễn Văn Hoàng'],
    ['Wang Wei', 'Wong Wei'],
    ['Kim Min Jun', 'Kim Min Ji'],
    ['Maria Garcia', 'Mario Garcia'],
    ['Ivanov Sergey', 'Ivanova Sergey'],
  ])('%s and %s are two', (asked, found) => {
    expect(score(asked, found)).toBeLessThan(0.5);
  });

  it('finds 1 for the same name, and for nothing that is written in another way', () => {
    fc.assert(fc.property(name, (text) => expect(score(text, text.toUpperCase())).toBe(1)));
    expect(score('Nguyễn Văn Hùng', 'Nguyen Van Hung')).toBeLessThan(1);
    expect(score('', '')).toBe(0);
    expect(score('--', 'An')).toBe(0);
  });

  it('does not depend on who is asked for, and stays between 0 and 1', () => {
    fc.assert(
      fc.property(anyText, anyText, (asked, found) => {
        const value = score(asked, found);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(score(found, asked)).toBe(value);
      }),
      { numRuns: 300 },
    );
  });

  it('makes little of surname last and of names read backwards', () => {
    const words = fc.uniqueArray(fc.constantFrom('Nguyễn', 'Trần', 'Văn', 'Minh', 'Hùng', 'Oanh', 'Quý'), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join(' ');
        expect(score(text, [...list.slice(1), list[0]].join(' '))).toBeGreaterThan(0.9);
        expect(score(text, [...list].reverse().join(' '))).toBeGreaterThan(0.9);
      }),
    );
  });

  it('never rates a name higher for having lost its diacritics', () => {
    fc.assert(
      fc.property(name, (text) => expect(score(text, withoutMarks(text))).toBeLessThanOrEqual(score(text, text))),
    );
  });

  it('gives as weights what the score is made of', () => {
    fc.assert(
      fc.property(name, name, (asked, found) => {
        const { score: value, reasons } = compareNames(asked, found);
        const against = reasons.reduce((sum, { weight }) => sum + weight, 0);
        const intercept = compareNames('An', 'An').reasons[0]?.weight ?? 0;
        if (value < 1) expect(value).toBeCloseTo(1 / (1 + Math.exp(-against - intercept)), 9);
      }),
    );
  });
});
