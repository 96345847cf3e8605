import { type Axis, type CellName, type PeriodFigures, UNKNOWN } from './family';
import { protectFigures } from './protect';

const axis = (...leaves: string[]): Axis => new Map(leaves.map((leaf) => [leaf, [leaf]]));

/** By ward and kind, how many of each nationality. */
type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

function aPeriod(counts: Counts, change: Partial<PeriodFigures> = {}): PeriodFigures {
  const places = Object.keys(counts).map((name) => name.split('/') as [string, string]);
  const of = ([area, kind]: [string, string]): Readonly<Record<string, number>> => counts[`${area}/${kind}`] ?? {};
  const nationalities = [...new Set(Object.values(counts).flatMap((values) => Object.keys(values)))];
  return {
    threshold: 5,
    areas: axis(...new Set(places.map(([area]) => area))),
    kinds: axis(...new Set(places.map(([, kind]) => kind))),
    places: places.map((place) => ({
      area: place[0],
      kind: place[1],
      persons: Object.values(of(place)).reduce((sum, one) => sum + one, 0),
    })),
    breakdowns: new Map([
      [
        'nationality',
        {
          values: axis(...nationalities),
          counts: places.flatMap((place) =>
            Object.entries(of(place)).map(([value, persons]) => ({ area: place[0], kind: place[1], value, persons })),
          ),
        },
      ],
    ]),
    ...change,
  };
}

const hiddenOf = (figures: PeriodFigures): string[] =>
  [...protectFigures(figures).hidden()].map(
    ({ area = '*', kind = '*', value = '*', reason }) => `${area}/${kind}/${value} ${reason}`,
  );

const BIG = { VNM: 100, KOR: 40 };

describe('protectFigures', () => {
  it('hides nothing where nobody is one of few', () => {
    expect(hiddenOf(aPeriod({ 'hoi-an/ks': BIG, 'tam-ky/ks': BIG }))).toEqual([]);
  });

  it('hides no zero by itself, and shows the threshold itself', () => {
    expect(hiddenOf(aPeriod({ 'hoi-an/ks': { VNM: 100, KOR: 5 }, 'tam-ky/ks': { VNM: 5, KOR: 0 } }))).toEqual([]);
  });

  it('hides with a small cell what it could be subtracted from, in the row and in the column', () => {
    const figures = aPeriod({ 'hoi-an/ks': { VNM: 100, KOR: 40 }, 'tam-ky/ks': { VNM: 50, KOR: 2 } });
    const hidden = hiddenOf(figures).filter((cell) => cell.includes('/*/'));
    expect(hidden).toEqual([
      'hoi-an/*/KOR complementary',
      'hoi-an/*/VNM complementary',
      'tam-ky/*/KOR small',
      'tam-ky/*/VNM complementary',
    ]);
  });

  it('takes few and small cells for that', () => {
    const wards = { 'hoi-an/ks': { VNM: 900, KOR: 800, FRA: 9 }, 'tam-ky/ks': { VNM: 700, KOR: 2, FRA: 8 } };
    const hidden = hiddenOf(aPeriod({ ...wards, 'nui-thanh/ks': { VNM: 500, KOR: 30, FRA: 7 } }));
    expect(hidden).toEqual(expect.arrayContaining(['nui-thanh/*/KOR complementary', 'nui-thanh/*/FRA complementary']));
    expect(hidden.filter((cell) => cell.includes('VNM'))).toEqual([]);
    expect(hidden.filter((cell) => cell.startsWith('hoi-an'))).toEqual([]);
  });

  it('hides another ward with a small one, so that the sum of all does not tell', () => {
    const hidden = hiddenOf(aPeriod({ 'a/ks': { VNM: 3 }, 'b/ks': { VNM: 9 }, 'c/ks': { VNM: 900 } }));
    expect(hidden).toEqual(expect.arrayContaining(['a/*/* small', 'b/*/* complementary']));
    expect(hidden.filter((cell) => cell.startsWith('c/'))).toEqual([]);
    expect(hidden.filter((cell) => cell.startsWith('*/*/* '))).toEqual([]);
  });

  it('tells of the whole scope how many came from where, though in most places few did', () => {
    const values = new Map(
      ['VNM', 'KOR', 'CHN', 'D', 'AUS'].map((one) => [one, one === 'VNM' ? [one] : [one, 'foreign']]),
    );
    const months = Array.from({ length: 12 }, (_, month) => {
      const few = (place: number, value: number, most: number): number =>
        (place * 31 + value * 17 + month * 13) % (most + 1);
      const counts: Record<string, Record<string, number>> = {};
      for (let place = 0; place < 20; place += 1) {
        const busy = place < 8 ? 3 : 0;
        const [KOR, CHN, D, AUS] = [
          few(place, 1, busy + 1),
          few(place, 2, busy),
          few(place, 3, busy),
          few(place, 4, busy),
        ];
        const kind = place < 8 ? 'ks' : place < 16 ? 'nn' : 'ho';
        counts[`xa-${place % 11}/${kind}`] = { VNM: 15 + few(place, 5, 30), KOR, CHN, D, AUS };
      }
      const { breakdowns, ...period } = aPeriod(counts);
      const of = breakdowns.get('nationality')?.counts ?? [];
      return hiddenOf({ ...period, breakdowns: new Map([['nationality', { values, counts: of }]]) });
    });
    expect(Math.min(...months.map((hidden) => hidden.length))).toBeGreaterThan(40);
    expect(months.flat().filter((cell) => cell.startsWith('*/*/'))).toEqual([]);
  });

  it('keeps the sums over either part of values when few are of two parts together', () => {
    const counts = { 'VNM|patient|NOI': 90, 'VNM|relative|NOI': 2, 'VNM|patient|NGOAI': 80, 'VNM|relative|NGOAI': 30 };
    const figures = aPeriod({ 'hoi-an/bv': counts });
    const values: Axis = new Map(
      Object.keys(counts).map((leaf) => {
        const [nationality = '', kind = '', department = ''] = leaf.split('|');
        return [leaf, [nationality, kind, department, `${kind}-of-${department}`]];
      }),
    );
    const [name, breakdown] = [...figures.breakdowns][0]!;
    const hidden = hiddenOf({ ...figures, breakdowns: new Map([[name, { ...breakdown, values }]]) });
    const inner = ['patient-of-NGOAI', 'patient-of-NOI', 'relative-of-NGOAI', 'relative-of-NOI'];
    expect(hidden.filter((cell) => cell.startsWith('hoi-an/*/')).map((cell) => cell.split(/[/ ]/)[2])).toEqual(inner);
  });

  it('hides two small cells that add up to a small sum together with a third', () => {
    const hidden = hiddenOf(
      aPeriod({ 'a/ks': { VNM: 1 }, 'b/ks': { VNM: 2 }, 'c/ks': { VNM: 9 }, 'd/ks': { VNM: 99 } }),
    );
    expect(hidden).toContain('c/*/* complementary');
  });

  it('shows nothing of a scope that has fewer people than the threshold', () => {
    const figures = protectFigures(aPeriod({ 'a/ks': { VNM: 3 }, 'b/ks': { VNM: 1 } }));
    expect(figures.isWithheld).toBe(true);
    expect(figures.reasonOf({})).toBe('small');
    expect(figures.isShown({ area: 'a', breakdown: 'nationality', value: 'KOR' })).toBe(false);
  });

  it('has no table by area and kind and a breakdown, and none by what it does not know', () => {
    const figures = protectFigures(aPeriod({ 'a/ks': BIG, 'b/ks': BIG }));
    const cell: CellName = { area: 'a', kind: 'ks', breakdown: 'nationality', value: 'VNM' };
    expect(figures.reasonOf(cell)).toBe('not-offered');
    expect(figures.reasonOf({ breakdown: 'document', value: '1' })).toBe('not-offered');
  });

  it('counts people of whom a breakdown says nothing as unknown', () => {
    const figures = aPeriod({ 'a/ks': BIG, 'b/ks': BIG });
    const more = [...figures.places].map((place) => ({ ...place, persons: place.persons + 7 }));
    const hidden = protectFigures({ ...figures, places: more });
    expect(hidden.personsIn({ area: 'a', breakdown: 'nationality', value: UNKNOWN })).toBe(7);
  });

  it('hides what it is told to, and what that could be computed from', () => {
    const figures = aPeriod({ 'a/ks': BIG, 'b/ks': BIG, 'c/ks': BIG }, { alsoHide: [{ area: 'a' }, { area: 'gone' }] });
    const hidden = hiddenOf(figures).filter((cell) => cell.endsWith('/*/* complementary'));
    expect(hidden).toEqual(['a/*/* complementary', 'b/*/* complementary']);
  });

  it('gives the same answer whatever the order of what it is given', () => {
    const counts: Counts = { 'a/ks': { VNM: 3, KOR: 1 }, 'b/ks': { VNM: 9, KOR: 20 }, 'c/nn': { VNM: 9, KOR: 2 } };
    const turned = Object.fromEntries(Object.entries(counts).reverse());
    expect(hiddenOf(aPeriod(turned))).toEqual(hiddenOf(aPeriod(counts)));
  });

  it('is done soon for a month of a province: 94 wards, 12 kinds, 60 nationalities', () => {
    const counts: Record<string, Record<string, number>> = {};
    let seed = 1;
    const chance = (): number => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
    for (let ward = 1; ward <= 94; ward += 1) {
      for (let kind = 1; kind <= 12; kind += 1) {
        if (chance() < 0.5) continue;
        const mean = 4000 / ward / kind;
        const values = Array.from(
          { length: 60 },
          (_, at) => [`n${at}`, Math.floor(mean / (at + 1) ** 1.7 + chance())] as const,
        );
        counts[`ward-${ward}/kind-${kind}`] = Object.fromEntries(values);
      }
    }
    const begun = performance.now();
    const hidden = [...protectFigures(aPeriod(counts)).hidden()];
    // About 0.15 s; the rest is for a busy machine.
    expect(performance.now() - begun).toBeLessThan(3000);
    const small = hidden.filter(({ reason }) => reason === 'small').length;
    expect(small).toBeGreaterThan(1000);
    expect(hidden.length - small).toBeLessThan(small / 2);
  });

  it('refuses counts that do not fit together', () => {
    const figures = aPeriod({ 'a/ks': BIG });
    expect(() => protectFigures({ ...figures, threshold: 1 })).toThrow('threshold');
    expect(() => protectFigures({ ...figures, places: [] })).toThrow('no facility');
    expect(() => protectFigures({ ...figures, places: [{ area: 'a', kind: 'ks', persons: 9 }] })).toThrow(
      'more people',
    );
    expect(() => protectFigures({ ...figures, places: [{ area: 'x', kind: 'ks', persons: 9 }] })).toThrow('leaf x');
  });
});
