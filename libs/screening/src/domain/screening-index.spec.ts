import fc from 'fast-check';
import { comparePersons } from './compare-persons';
import type { PersonDescription } from './person-description';
import { ScreeningIndex } from './screening-index';

const WORDS =
  'nguyễn nguyen Nguyeenx nguye6n4 trần tran Hoàng Huỳnh Vũ Võ văn van thị thi minh anh oanh hùng hưng hung hunng hoa hoà lan loan ' +
  'An Ân vănan nguyễnvăn maria mario muhammad mohamed al masri almasri elmasri xiao ming xiaoming aleksandr alexander alexan müller mueller ' +
  'n v a ý kim lee yi 王伟 o0l1 rnai mai trang chang Sơn Xơn de van la garcia garcias christopher kristopher';

const name = fc
  .array(fc.constantFrom(...WORDS.split(' ')), { minLength: 0, maxLength: 5 })
  .map((words) => words.join(' '));
const date = fc.oneof(
  fc.record({ year: fc.integer({ min: 1990, max: 1992 }) }),
  fc.record({
    year: fc.integer({ min: 1990, max: 1992 }),
    month: fc.integer({ min: 1, max: 3 }),
    day: fc.integer({ min: 1, max: 3 }),
  }),
);
const number = fc.oneof(
  fc.stringMatching(/^04909000[01]{4}$/),
  fc.stringMatching(/^B[12]{7}$/),
  fc.constantFrom('', 'C1', '049 090 000 001'),
);
const person: fc.Arbitrary<PersonDescription> = fc.record({
  names: fc.array(name, { maxLength: 2 }),
  documentNumbers: fc.array(number, { maxLength: 2 }),
  birthDates: fc.array(date, { maxLength: 2 }),
  sex: fc.constantFrom('M', 'F', null),
  nationality: fc.constantFrom('VNM', 'CHN', null),
});
const threshold = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.01, 0.5, 0.9, 0.99, 1));

const listOf = (people: readonly PersonDescription[], from = 0): { id: string; person: PersonDescription }[] =>
  people.map((one, at) => ({ id: `p${from + at}`, person: one }));

function oneByOne(
  entries: readonly { id: string; person: PersonDescription }[],
  seen: PersonDescription,
  least: number,
): unknown {
  return entries
    .map(({ id, person: listed }) => ({ id, score: comparePersons(listed, seen) }))
    .filter(({ score }) => score.score >= least)
    .sort((a, b) => b.score.score - a.score.score || (a.id < b.id ? -1 : 1));
}

describe('ScreeningIndex', () => {
  it('finds exactly what comparing one by one finds, for any list and threshold', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 25 }), person, threshold, (people, seen, least) => {
        const entries = listOf(people);
        expect(new ScreeningIndex(entries).screen(seen, least)).toEqual(oneByOne(entries, seen, least));
      }),
      { numRuns: 1_500 },
    );
  });

  it('finds the same after changes as an index built anew', () => {
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 12 }),
        fc.array(fc.tuple(fc.array(person, { maxLength: 3 }), fc.nat(14), fc.nat(14)), { maxLength: 4 }),
        person,
        (people, changes, seen) => {
          let index = new ScreeningIndex(listOf(people));
          const entries = new Map(listOf(people).map((entry) => [entry.id, entry]));
          for (const [changed, from, removed] of changes) {
            index = index.with(listOf(changed, from), [`p${removed}`]);
            entries.delete(`p${removed}`);
            for (const entry of listOf(changed, from)) entries.set(entry.id, entry);
          }
          expect(index.size).toBe(entries.size);
          expect(index.screen(seen, 0.3)).toEqual(oneByOne([...entries.values()], seen, 0.3));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is built anew once many have changed, and an index made from it leaves it as it was', () => {
    const many = Array.from({ length: 300 }, (_, at) => at);
    const described = (at: number): PersonDescription => ({
      names: [`Nguyễn Văn Số${'abcdefghij'[at % 10]}${'klmnopqrst'[Math.floor(at / 10) % 10]}${at > 99 ? 'u' : 'y'}`],
      documentNumbers: [String(49_090_000_000 + at * 111).padStart(12, '0')],
      birthDates: [],
      sex: null,
      nationality: null,
    });
    const first = new ScreeningIndex(many.slice(0, 100).map((at) => ({ id: `${at}`, person: described(at) })));
    const second = many.slice(100).reduce((index, at) => index.with([{ id: `${at}`, person: described(at) }]), first);
    expect([first.size, second.size]).toEqual([100, 300]);
    for (const at of [0, 99, 100, 150, 299]) {
      expect(second.screen(described(at), 0.98)[0]?.id).toBe(`${at}`);
      expect(first.screen(described(at), 0.98).some(({ id }) => id === `${at}`)).toBe(at < 100);
    }
    expect(second.with([], ['7', 'nobody']).size).toBe(299);
  });
});
