import fc from 'fast-check';
import { type Figures, judgeFigures } from './bands';
import { excusedDays } from './excused-days';
import { explainFigure } from './explain';
import { fineBand } from './fine-band';
import { FIGURE_IDS, INDICATOR_IDS, INDICATORS } from './indicators';
import type { Silence } from './silence';
import { byRank, standingOf, type WardSum } from './standing';
import { bandRule } from './testing/rules';

const figures = (over: Partial<Figures> = {}): Figures =>
  ({ ...Object.fromEntries(FIGURE_IDS.map((id) => [id, { count: 0, of: 100 }])), ...over }) as Figures;
const quiet = { state: 'declaring' } as Silence;

describe('the table of indicators', () => {
  it('says everything in both languages, with a source, and has a band for each figure', () => {
    for (const id of INDICATOR_IDS) {
      const { vi, en, definitionVi, definitionEn, sourceVi } = INDICATORS[id];
      for (const text of [vi, en, definitionVi, definitionEn, sourceVi]) expect(text.length).toBeGreaterThan(4);
    }
    expect(Object.keys(bandRule.bands)).toEqual(FIGURE_IDS);
    for (const { limit, far } of Object.values(bandRule.bands)) expect(limit).toBeLessThan(far);
  });
});

describe('standingOf', () => {
  it('is the sum of what lies outside, and names it', () => {
    const one = standingOf(
      { ...quiet, state: 'silent' },
      figures({
        'late-rate': { count: 6, of: 100 },
        'mismatch-rate': { count: 40, of: 100 },
        'seats-over': { count: 1, of: 9 },
      }),
      bandRule,
    );
    expect(one).toMatchObject({
      points: 3 + 1 + 2 + 1,
      outside: ['silence', 'late-rate', 'mismatch-rate', 'seats-over'],
    });
    expect(standingOf(quiet, figures(), bandRule)).toMatchObject({ points: 0, outside: [] });
  });

  it('judges no share of a few cases', () => {
    const [late] = judgeFigures(figures({ 'late-rate': { count: 19, of: 19 } }), bandRule);
    expect(late).toMatchObject({ value: null, position: 'unknown', points: 0 });
    expect(late && explainFigure(late).vi).toBe('19 trên 19; chưa đủ 20 để tính tỷ lệ');
    const [more] = judgeFigures(figures({ 'late-rate': { count: 19, of: 20 } }), bandRule);
    expect(more).toMatchObject({ value: 0.95, position: 'far', points: 2 });
    expect(more && explainFigure(more)).toEqual({
      vi: '19 trên 20 (95 %), vượt ngưỡng 5 %',
      en: '19 of 20 (95 %), over the limit of 5 %',
    });
  });

  it('lies on the limit inside', () => {
    const [late] = judgeFigures(figures({ 'late-rate': { count: 5, of: 100 } }), bandRule);
    expect(late?.position).toBe('inside');
    const rooms = judgeFigures(figures({ 'rooms-over': { count: 4, of: 560 } }), bandRule).find(
      ({ id }) => id === 'rooms-over',
    );
    expect(rooms).toMatchObject({ value: 4, position: 'outside' });
    expect(rooms && explainFigure(rooms).en).toBe('4, over the limit of 3');
  });

  it('never gets better by more of what is wrong', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIGURE_IDS), fc.nat(99), fc.nat(200), (id, count, of) => {
        const points = (n: number) => standingOf(quiet, figures({ [id]: { count: n, of } }), bandRule).points;
        expect(points(count + 1)).toBeGreaterThanOrEqual(points(count));
      }),
    );
  });
});

describe('byRank', () => {
  const ward = (wardId: string, facilities: number, points: number): WardSum => ({ wardId, facilities, points });

  it('puts the most points for each facility first, then the most points, and wards without facilities last', () => {
    const wards = [ward('w4', 0, 0), ward('w1', 10, 5), ward('w2', 2, 4), ward('w3', 20, 10), ward('w5', 3, 0)];
    expect(wards.sort(byRank).map(({ wardId }) => wardId)).toEqual(['w2', 'w3', 'w1', 'w5', 'w4']);
  });

  it('is an order', () => {
    const wards = fc.uniqueArray(fc.record({ wardId: fc.string(), facilities: fc.nat(9), points: fc.nat(9) }), {
      selector: ({ wardId }) => wardId,
    });
    fc.assert(
      fc.property(wards, (some) => {
        const ids = (list: WardSum[]) => list.sort(byRank).map(({ wardId }) => wardId);
        expect(ids([...some])).toEqual(ids([...some].reverse()));
      }),
    );
  });
});

describe('fineBand', () => {
  const bands = [
    { fromGuests: 1, toGuests: 3, minVnd: 2_000_000, maxVnd: 4_000_000 },
    { fromGuests: 4, toGuests: 8, minVnd: 4_000_000, maxVnd: 8_000_000 },
    { fromGuests: 9, toGuests: null, minVnd: 8_000_000, maxVnd: 12_000_000 },
  ];

  it.each([
    [0, null],
    [1, 2_000_000],
    [3, 2_000_000],
    [4, 4_000_000],
    [8, 4_000_000],
    [9, 8_000_000],
    [500, 8_000_000],
  ])('%s guests', (guests, from) => {
    expect(fineBand(bands, guests)?.minVnd ?? null).toBe(from);
  });
});

describe('excusedDays', () => {
  const gap = (from: string, to: string, wardIds: readonly string[] | null = null) => ({
    startedAt: new Date(`${from}+07:00`),
    endedAt: new Date(`${to}+07:00`),
    wardIds,
  });

  it('excuses days that lost enough hours, in the wards concerned', () => {
    const gaps = [gap('2026-11-20T20:00', '2026-11-21T05:00'), gap('2026-11-23T08:00', '2026-11-23T13:00', ['w1'])];
    expect([...excusedDays(gaps, 'w1', 4)]).toEqual(['2026-11-20', '2026-11-21', '2026-11-23']);
    expect([...excusedDays(gaps, 'w2', 5)]).toEqual(['2026-11-21']);
  });
});
