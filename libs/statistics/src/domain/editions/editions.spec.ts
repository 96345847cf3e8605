import { protectFigures } from '../disclosure/protect';
import type { FigureQuery } from '../figure-query';
import type { Measure } from '../measures';
import { cut } from '../periods';
import { openFrom } from './closing';
import { editionOf, standsBesideDays, StoredEdition } from './edition-cells';
import { editionFaults, editionPlan } from './edition-plan';
import { editionMeans, editionRows, groupsOf, type ReadCell } from './edition-rows';
import { cellKey, monthCells, shapeOf } from './month-cells';
import type { MonthCounts, PlaceCounts, StayCounts } from './month-counts';
import { OPEN_SHAPE, openCell } from './open-shape';
import { breakdownsOf, dimensionsOf, isClosedMeasure, NEWEST_SHAPE, SORT_IDS, sortOf } from './release-scope';

const place = (placeId: number, ward: string, other: Partial<PlaceCounts> = {}): PlaceCounts => ({
  ...{ placeId, ward, formerWard: null, zone: null, kind: 'khach-san', stars: 4, facilities: 1, rooms: 10, beds: 20 },
  ...{ roomNights: 300, bedNights: 600, trips: 0, roomNightsUsed: 0 },
  ...other,
});
const stays = (placeId: number, persons: number, breakdown = '', value = ''): StayCounts => ({
  ...{
    placeId,
    breakdown,
    value,
    persons,
    arrivals: persons,
    overnight: persons,
    departures: 0,
    late: 0,
    cancelled: 0,
  },
  nights: persons * 2,
});
const nobody: MonthCounts = { places: [], stays: [], routes: [], days: [] };
const query = (over: Partial<FigureQuery> = {}): FigureQuery => ({
  ...{ measures: ['arrivals'], by: [], period: { from: '2026-10-01', until: '2026-11-01' }, grain: null, filter: {} },
  ...{ compare: null, movingAverage: null },
  ...over,
});

describe('months', () => {
  it.each([
    ['2026-11-10', '2026-10-01'],
    ['2026-11-11', '2026-11-01'],
    ['2026-12-01', '2026-11-01'],
    ['2027-01-11', '2027-01-01'],
  ])('on %s are open from %s on', (today, from) => {
    expect(openFrom(today)).toBe(from);
  });

  it('stand beside their rounded days only when no day is given away by their sum', () => {
    const days = (...arrivals: number[]) => ({ days: arrivals.map((one) => ({ arrivals: one, nights: 0 })) });
    expect(standsBesideDays(days(4, 3, 9), 5)).toBe(false);
    expect(standsBesideDays(days(2, 3, 8, 1), 5)).toBe(true);
    expect(standsBesideDays(days(6, 0, 0), 5)).toBe(false);
    expect(standsBesideDays(days(0, 0, 0), 5)).toBe(true);
  });
});

describe('what is asked', () => {
  const codes = (over: Partial<FigureQuery>, sort: (typeof SORT_IDS)[number] = 'lodging') =>
    editionFaults(query(over), { sort }).map(({ code, pointer }) => `${pointer} ${code}`);

  it('is answered by area with kind, and by one of them with what stays are told apart by', () => {
    for (const by of [[], ['ward'], ['former-ward', 'class'], ['zone', 'stars'], ['kind', 'sex'], ['ward', 'origin']]) {
      expect(codes({ by: by as FigureQuery['by'] })).toEqual([]);
    }
    expect(codes({ by: ['ward', 'sex'], filter: { kinds: ['khach-san'] } })).toEqual(['/by statistics-not-crossed']);
    expect(codes({ by: ['sex'], filter: { zone: 'K', stars: [4] } })).toEqual(['/by statistics-not-crossed']);
    expect(codes({ by: ['employer', 'employer-zone'] }, 'zone')).toEqual(['/by statistics-not-crossed']);
  });

  it.each(SORT_IDS)('of %s facilities never lets one measure say what another hides', (sort) => {
    expect(dimensionsOf(sort)).not.toContain('length');
    expect(dimensionsOf(sort)).not.toContain('weekday');
    if (sort !== 'mixed') return;
    expect(isClosedMeasure('average-stay', sort)).toBe(true);
    expect(dimensionsOf(sort)).not.toContain('stay-kind');
  });

  it('of a part of the people goes with what they are not told apart by otherwise', () => {
    const international: readonly Measure[] = ['international'];
    expect(codes({ measures: international, by: ['ward'] })).toEqual([]);
    expect(codes({ measures: international, by: ['stay-kind'] })).toEqual([]);
    expect(codes({ measures: international, by: ['nationality'] })).toEqual(['/by measure-not-by']);
    expect(codes({ measures: international, by: ['ward'], filter: { kinds: ['khach-san'] } })).toEqual([
      '/kind measure-not-by',
    ]);
    expect(codes({ measures: ['rooms'], by: ['sex'] })).toEqual(['/by measure-not-by']);
    expect(codes({ measures: ['trips', 'passengers'], by: ['route'] }, 'road')).toEqual([]);
    const sick: readonly Measure[] = ['in-patients', 'relatives', 'bed-nights-used'];
    expect(codes({ measures: sick, by: ['ward', 'department'] }, 'medical')).toEqual([]);
    expect(codes({ measures: ['in-patients'], by: ['nationality'] }, 'medical')).toEqual(['/by measure-not-by']);
  });

  it('is read from the cells of the breakdown that holds it', () => {
    const plan = editionPlan(query({ measures: ['arrivals', 'international'], by: ['stay-kind'] }), {
      sort: 'lodging',
    });
    expect(plan.sources.map(({ breakdown, value }) => [breakdown, value.prefix])).toEqual([
      ['people', 'stay-kind:'],
      ['people', 'foreign-stay-kind:'],
    ]);
    expect(plan.columns.get('foreignArrivals')).toEqual({ source: 1, column: { people: 'arrivals' } });
  });

  it('finds departments elsewhere in editions of the first shape, and no kinds of stay in them', () => {
    const plan = editionPlan(query({ measures: ['arrivals', 'relatives'], by: ['department'] }), { sort: 'medical' });
    expect(plan.sources.map(({ value, first }) => [value.prefix, first])).toEqual([
      ['department:', { breakdown: 'department', prefix: '' }],
      ['relative-of-department:', null],
    ]);
    expect(breakdownsOf('medical', 1)).toContain('department');
    expect(breakdownsOf('medical', 2)).not.toContain('department');
  });

  it.each([
    [['khach-san', 'homestay'], 'mixed'],
    [['khach-san', 'nha-nghi'], 'lodging'],
    [['nha-xe'], 'road'],
    [['nha-xe', 'khach-san'], 'mixed'],
    [[], 'mixed'],
  ] as const)('of %j is of the sort %s', (kinds, sort) => {
    expect(sortOf(kinds)).toBe(sort);
  });
});

describe('cells of a month', () => {
  const counts: MonthCounts = {
    ...nobody,
    places: [place(1, 'a'), place(2, 'b'), place(3, 'b', { kind: 'nha-nghi', stars: null, roomNightsUsed: 2 })],
    stays: [
      stays(1, 9),
      stays(1, 9, 'people', 'VNM|guest'),
      stays(2, 30),
      stays(2, 3, 'people', 'KOR|guest'),
      stays(2, 27, 'people', 'VNM|guest'),
    ],
  };
  const cells = monthCells(counts, shapeOf({ sort: 'lodging' }, NEWEST_SHAPE), 5);
  const at = (area: string, kind: string, breakdown = '', value = '') =>
    cells.cells.get(cellKey({ area, kind, breakdown, value }));

  it('add up places by both axes, and breakdowns by one of them', () => {
    expect(at('*', '*')?.people).toMatchObject({ arrivals: 39, nights: 78 });
    expect(at('ward:b', 'class:4*')?.people.arrivals).toBe(30);
    expect(at('ward:b', '*', 'people', 'foreign')?.people.arrivals).toBe(3);
    expect(at('*', 'stars:4', 'people', 'foreign-stay-kind:guest')?.people.arrivals).toBe(3);
    expect(at('ward:b', 'stars:4', 'people', 'foreign')).toBeUndefined();
    expect(at('ward:b', '*')?.offers).toMatchObject({ facilities: 2, rooms: 20 });
  });

  it('tell patients and relatives by department, in the newest shape', () => {
    const medical: MonthCounts = {
      ...nobody,
      places: [place(1, 'a', { kind: 'co-so-kham-chua-benh', stars: null })],
      stays: [
        stays(1, 30),
        stays(1, 20, 'people', 'VNM|patient|NOI'),
        stays(1, 6, 'people', 'VNM|relative|NOI'),
        stays(1, 4, 'people', 'KOR|patient|'),
      ],
    };
    const found = monthCells(medical, shapeOf({ sort: 'medical' }, NEWEST_SHAPE), 5).cells;
    const arrivals = (value: string) =>
      found.get(cellKey({ area: 'ward:a', kind: '*', breakdown: 'people', value }))?.people.arrivals;
    const nodes = ['department:NOI', 'patient-of-department:NOI', 'relative-of-department:NOI', 'stay-kind:patient'];
    expect(nodes.map(arrivals)).toEqual([26, 20, 6, 24]);
    expect([...found.values()].some(({ cell: { value } }) => /department:$/.test(value))).toBe(false);
  });

  it('hide a room in use of which nobody else is counted', () => {
    const protectedOnes = protectFigures(cells.figures);
    expect(protectedOnes.isShown({ area: 'ward:b', kind: 'kind:nha-nghi' })).toBe(false);
  });

  it('keep no number of people where it is hidden, and what is there to offer everywhere', () => {
    const { withheld, cells: given } = editionOf(protectFigures(cells.figures), cells, true);
    expect(withheld).toBe(false);
    const hidden = given.filter((one) => one.hidden);
    expect(hidden.length).toBeGreaterThan(3);
    expect(hidden.every(({ people }) => people === null)).toBe(true);
    const nhaNghi = given.find(
      ({ cell }) => cell.area === 'ward:b' && cell.kind === 'class:nha-nghi' && !cell.breakdown,
    );
    expect(nhaNghi).toMatchObject({ hidden: true, offers: { rooms: 10 } });
  });

  it('of a month that cannot stand beside its days are all withheld', () => {
    const { withheld, cells: given } = editionOf(protectFigures(cells.figures), cells, false);
    expect(withheld).toBe(true);
    expect(given.every(({ hidden, people, cell }) => hidden && people === null && cell.breakdown === '')).toBe(true);
  });

  it('that were given out are known by their names', () => {
    const { cells: given } = editionOf(protectFigures(cells.figures), cells, true);
    const stored = new StoredEdition(false, given);
    expect(stored.personsIn({ area: 'ward:b', kind: 'class:4*' })).toBe(30);
    expect(stored.personsIn({ area: 'ward:b', breakdown: 'people', value: 'foreign' })).toBe(3);
    expect([...stored.hidden()].length).toBe(given.filter(({ hidden }) => hidden).length);
  });

  it('cannot be of a place without a facility', () => {
    expect(() => monthCells({ ...nobody, stays: [stays(9, 1)] }, OPEN_SHAPE, 10)).toThrow('no facility');
  });

  it('are published under names of their own, where they are', () => {
    expect(openCell({ area: 'ward:a', kind: 'class:4*' })).toEqual({ area: 'ward:a', kind: 'class:4*' });
    expect(openCell({ area: 'ward:a', breakdown: 'people', value: 'nationality:VNM' })).toMatchObject({
      value: 'domestic',
    });
    expect(openCell({ area: 'former-ward:x' })).toBeNull();
    expect(openCell({ breakdown: 'people', value: 'nationality:KOR' })).toBeNull();
    expect(openCell({ breakdown: 'sex', value: 'F' })).toBeNull();
  });
});

describe('answers', () => {
  const plan = editionPlan(query({ measures: ['arrivals', 'rooms'], by: ['ward'] }), { sort: 'lodging' });
  const months = cut({ from: '2026-09-01', until: '2026-12-01' }, 'month');
  const cell = (area: string, part: string, arrivals: number, hidden = false): ReadCell => ({
    ...{ area, kind: '', value: '', part, hidden, arrivals, overnight: 0, departures: 0, late: 0, cancelled: 0 },
    ...{ nights: 0, roomNightsUsed: 0, facilities: 1, rooms: 7, beds: 0, roomNights: 0, bedNights: 0, trips: 0 },
  });
  const groups = groupsOf(plan, {
    parts: months,
    closed: new Map([['2026-11-01', 'period-open']]),
    ofFirstShape: new Set(['2026-09-01']),
    sources: [[cell('a', '2026-09-01', 8), cell('a', '2026-10-01', 3, true), cell('b', '2026-10-01', 6)]],
  });
  const shown = editionRows(months, groups, null, null).map(({ keys, counts, hidden }) => [
    keys[0],
    counts.arrivals,
    counts.rooms,
    hidden?.arrivals,
  ]);

  it('say a number, nought where nobody is, or why there is none', () => {
    expect(shown).toEqual([
      ['a', 8, 7, undefined],
      ['b', 0, 0, undefined],
      ['a', null, 7, 'too-few-persons'],
      ['b', 6, 7, undefined],
      ['a', null, null, 'period-open'],
      ['b', null, null, 'period-open'],
    ]);
  });

  it('say that the first shape did not tell the kinds of stay by department', () => {
    const byDepartment = editionPlan(query({ measures: ['arrivals', 'relatives'], by: ['department'] }), {
      sort: 'medical',
    });
    const of = (value: string, part: string, arrivals: number): ReadCell => ({ ...cell('', part, arrivals), value });
    const { lines } = groupsOf(byDepartment, {
      parts: months,
      closed: new Map([['2026-11-01', 'period-open']]),
      ofFirstShape: new Set(['2026-09-01']),
      sources: [[of('NOI', '2026-09-01', 8), of('NOI', '2026-10-01', 20)], [of('NOI', '2026-10-01', 7)]],
    });
    expect(
      lines.get('["NOI"]')?.parts.map(({ counts, hidden }) => [counts.arrivals, counts.relatives, hidden.relatives]),
    ).toEqual([
      [8, null, 'not-offered'],
      [20, 7, undefined],
      [null, null, 'period-open'],
    ]);
  });

  it('have no mean of what is hidden in part', () => {
    const means = editionMeans(groups, plan.bases, 2).get('["a"]');
    expect(means?.map(({ counts, hidden }) => [counts.arrivals, hidden.arrivals])).toEqual([
      [null, 'too-few-persons'],
      [null, 'too-few-persons'],
    ]);
  });
});
