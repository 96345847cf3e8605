import fc from 'fast-check';
import { comparePersons } from './compare-persons';
import type { PartialDate, PersonDescription } from './person-description';

const described = (name: string | null, more: Partial<PersonDescription> = {}): PersonDescription => ({
  names: name === null ? [] : [name],
  documentNumbers: [],
  birthDates: [],
  sex: null,
  nationality: null,
  ...more,
});
const born = (year: number, month?: number, day?: number): { birthDates: PartialDate[] } => ({
  birthDates: [{ year, month, day }],
});
const score = (listed: PersonDescription, seen: PersonDescription): number => comparePersons(listed, seen).score;

describe('comparePersons', () => {
  it('a common name alone says little, a rare one much', () => {
    const common = score(described('Nguyễn Văn An'), described('Nguyễn Văn An'));
    const rare = score(described('Quách Thảnh Luyến'), described('Quách Thảnh Luyến'));
    expect(common).toBeLessThan(0.6);
    expect(rare).toBeGreaterThan(0.98);
  });

  it('a common name and the year of birth are well worth a look', () => {
    expect(score(described('Nguyễn Văn An', born(1990)), described('Nguyen Van An', born(1990, 5, 6)))).toBeGreaterThan(
      0.9,
    );
  });

  it('keeps brothers and sisters, father and son, and namesakes of another age apart', () => {
    const hung = described('Nguyễn Văn Hùng', { ...born(1990, 2, 3), sex: 'M' });
    expect(score(hung, described('Nguyễn Văn Dũng', { ...born(1992, 8, 9), sex: 'M' }))).toBeLessThan(0.001);
    expect(score(hung, described('Nguyễn Thị Hồng', { ...born(1990, 2, 3), sex: 'F' }))).toBeLessThan(0.01);
    expect(score(hung, described('Nguyễn Văn Hùng', { ...born(1962, 5, 6), sex: 'M' }))).toBeLessThan(0.01);
    expect(score(hung, described('Nguyễn Văn Hưng', { ...born(1990, 2, 3), sex: 'M' }))).toBeLessThan(0.5);
  });

  it('the same number is looked at under any name, and a name with a digit wrong in the number too', () => {
    const number = { documentNumbers: ['049190001234'] };
    expect(score(described('Lê Thị Hoa', number), described('Trần Văn Xyz', { ...number, sex: 'M' }))).toBeGreaterThan(
      0.95,
    );
    const near = { documentNumbers: ['049190001284'] };
    const [listed, seen] = [described('Lê Thị Hoa', number), described('Lê Thị Hoa', near)];
    expect(score(listed, seen)).toBeGreaterThan(score(described('Lê Thị Hoa'), described('Lê Thị Hoa')));
    expect(score(listed, described('Lê Thị Hoa', { documentNumbers: ['001085009999'] }))).toBeLessThan(0.05);
  });

  it('a passport number beside a personal number says nothing', () => {
    const card = described('Lê Thị Hoa', { documentNumbers: ['049190001234'] });
    expect(score(card, described('Lê Thị Hoa', { documentNumbers: ['B1234567'] }))).toBe(
      score(described('Lê Thị Hoa'), described('Lê Thị Hoa')),
    );
  });

  it('takes the best of several names and of several birth dates', () => {
    const listed = described(null, {
      names: ['Ông Ba', 'Trần Văn Mùi'],
      birthDates: [{ year: 1960 }, { year: 1967, month: 2, day: 3 }],
    });
    const seen = described('Trần Văn Mùi', born(1967, 2, 3));
    expect(
      comparePersons(listed, seen)
        .reasons.map(({ code }) => code)
        .sort(),
    ).toEqual(['birth-date-same', 'name-same']);
  });

  it('birth dates weigh the less the further they are from being the same', () => {
    const listed = described('Phan Văn Tài', born(1990, 2, 3));
    const dates: [number, number?, number?][] = [
      [1990, 2, 3],
      [1990, 3, 2],
      [1990],
      [1990, 2, 13],
      [1990, 7, 18],
      [1991, 7, 18],
      [1955, 7, 18],
    ];
    const scores = dates.map((date) => score(listed, described('Phan Văn Tài', born(...date))));
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(scores.length);
  });

  it('stays between 0 and 1, the same both ways, with reasons that have weights', () => {
    const person = fc.record({
      names: fc.array(fc.constantFrom('Nguyễn Văn An', 'Nguyen An', 'Trần Oanh', 'Mohamed Ali', '', '王'), {
        maxLength: 2,
      }),
      documentNumbers: fc.array(fc.constantFrom('049190001234', '049190001243', 'B1', ''), { maxLength: 2 }),
      birthDates: fc.array(
        fc.record({
          year: fc.integer({ min: 1989, max: 1991 }),
          month: fc.constantFrom(1, 2, undefined),
          day: fc.constantFrom(1, 2, undefined),
        }),
        { maxLength: 2 },
      ),
      sex: fc.constantFrom('M', 'F', null),
      nationality: fc.constantFrom('VNM', 'D', null),
    });
    fc.assert(
      fc.property(person, person, (one, other) => {
        const { score: value, reasons } = comparePersons(one, other);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(comparePersons(other, one).score).toBeCloseTo(value, 9);
        for (const { weight } of reasons) expect(Number.isFinite(weight)).toBe(true);
      }),
    );
  });
});
