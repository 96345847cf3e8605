import fc from 'fast-check';
import { comparePersons } from './compare-persons';
import type { PersonDescription } from './person-description';
import { ScreeningIndex } from './screening-index';

const WORDS =
  'nguyễn nguyen Nguyeenx nguye6n4 trần tran Hoàng Huỳnh Vũ Võ văn van thị thi minh anh oanh hùng hưng hung hunng hoa hoà lan loan ' +
  'An Ân vănan nguyễnvăn maria mario muhammad mohamed al masri almasri elmasri xiao ming xiaoming aleksandr alexander alexan müller mueller ' +
  'n v a ý kim lee yi 王伟 o0l1 rnai mai trang chang Sơn Xơn de van la garcia garcias christopher kristopher';

const word = fc.constantFrom(...WORDS.split(' '));
const name = fc.array(word, { minLength: 0, maxLength: 5 }).map((words) => words.join(' '));
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

/** What may happen to the words of a name. */
const change: fc.Arbitrary<(words: readonly string[]) => readonly string[]> = fc.oneof(
  fc.tuple(fc.nat(4), word).map(
    ([at, other]) =>
      (words: readonly string[]) =>
        words.map((one, i) => (i === at ? other : one)),
  ),
  fc.tuple(fc.nat(4), word).map(
    ([at, more]) =>
      (words: readonly string[]) =>
        words.toSpliced(at, 0, more),
  ),
  fc.nat(4).map((at) => (words: readonly string[]) => words.toSpliced(at, 1)),
  fc.nat(3).map((at) => (words: readonly string[]) => words.toSpliced(at, 2, words.slice(at, at + 2).join(''))),
  fc.constant((words: readonly string[]) => words.toReversed()),
);

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
      { numRuns: 150 },
    );
  });

  it('loses nobody whose score is the very threshold, however a listed name was changed', () => {
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 6 }),
        fc.array(change, { maxLength: 3 }),
        fc.nat(5),
        date,
        (people, changes, at, born) => {
          const entries = listOf(people);
          const model = people[at % people.length] ?? people[0];
          if (!model) return;
          const names = model.names.map((text) =>
            changes.reduce<readonly string[]>((words, apply) => apply(words), text.split(' ')).join(' '),
          );
          for (const birthDates of [model.birthDates, [born]]) {
            const seen = { ...model, names, documentNumbers: [], birthDates };
            const index = new ScreeningIndex(entries);
            for (const { person: listed } of entries) {
              const least = comparePersons(listed, seen).score;
              expect(index.screen(seen, least)).toEqual(oneByOne(entries, seen, least));
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('counts a word that is near to one of another word as missing where that is likelier', () => {
    const described = (text: string): PersonDescription => ({
      names: [text],
      documentNumbers: [],
      birthDates: [{ year: 1990, month: 2, day: 3 }],
      sex: null,
      nationality: null,
    });
    const [listed, seen] = [described('Trần Anh'), described('Trần Oanh Anh')];
    const least = comparePersons(listed, seen).score;
    expect(new ScreeningIndex([{ id: 'p', person: listed }]).screen(seen, least)).toHaveLength(1);
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
      { numRuns: 100 },
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
