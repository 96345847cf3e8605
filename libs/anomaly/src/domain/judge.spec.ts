import { addDays, holidayTimeOf } from '@luutru/calendar';
import { type Basis, judge, RULE } from './judge';
import { median } from './median';
import { arrivalsOf, randomOf, type WardHabits } from './testing/seasonal-ward';

const QUIET: WardHabits = { level: 200, weekend: 0.3, summer: 0.4, growth: 0.1, unrest: 0 };
/** Three years of a ward that is the same for the same seed. */
const ward = (habits: Partial<WardHabits> = {}, seed = 7): Map<string, number> =>
  arrivalsOf({ ...QUIET, ...habits }, 1096, randomOf(seed));
const with_ = (days: ReadonlyMap<string, number>, day: string, value: number) => (one: string) =>
  one === day ? value : days.get(one);

/** What docs/anomalies.md says to do with the numbers of a note, done by other code. */
function byHand({ days, around, before, scatterOf, method }: Basis): {
  expected: number;
  lower: number;
  upper: number;
} {
  const weekday = (day: string): string => new Date(`${day}T12:00:00Z`).toUTCString().slice(0, 3);
  const group = (used: Basis['days']): Map<string, number[]> => {
    const groups = new Map<string, number[]>();
    for (const { day, value } of used) groups.set(weekday(day), [...(groups.get(weekday(day)) ?? []), value]);
    return groups;
  };
  const [up, down] = [group(around), group(before)];
  const ratios = [...up].flatMap(([name, values]) => {
    const [a, b] = [median(values), median(down.get(name) ?? [])];
    return Math.min(a, b) < 10 ? [] : [a / b];
  });
  const clip = (factor: number): number => Math.min(2, Math.max(0.5, factor));
  const middleOf = (used: Basis['days']): number => median(used.map(({ value }) => value));
  const ofSeason = ratios.length < 4 ? 1 : clip(median(ratios));
  const factor = method === 'holiday' ? clip(middleOf(around) / middleOf(before)) : ofSeason;
  const expected = median(days.map(({ value }) => value)) * factor;
  const shares = [...group(scatterOf).values()].flatMap((values) => {
    const middle = median(values);
    return middle < 1 ? [] : values.map((value) => Math.abs(value - middle) / middle);
  });
  const least = method === 'holiday' ? 0.15 : 0.05;
  const unit = Math.max(
    1.4826 * median(shares) * expected,
    Math.sqrt((method === 'holiday' ? 2 : 1) * expected),
    least * expected,
  );
  return { expected, lower: Math.max(0, expected - 5 * unit), upper: expected + 5 * unit };
}

describe('an unusual day', () => {
  const days = ward();
  const DAY = '2026-10-14';
  const usual = days.get(DAY) ?? 0;

  it('is one on which far more or far fewer came', () => {
    expect(judge(with_(days, DAY, usual), DAY)?.direction).toBeNull();
    expect(judge(with_(days, DAY, usual * 2), DAY)?.direction).toBe('jump');
    expect(judge(with_(days, DAY, Math.round(usual * 0.3)), DAY)?.direction).toBe('drop');
  });

  it('says all that somebody needs to come to the same band', () => {
    const random = randomOf(11);
    for (const habits of [{}, { level: 40, unrest: 0.02 }, { level: 900, summer: 0.6 }]) {
      const series = ward(habits, Math.floor(random() * 1e6));
      for (let at = 500; at < 1096; at += 13) {
        const day = addDays('2024-01-01', at);
        const basis = judge((one) => series.get(one), day)?.basis;
        if (!basis) continue;
        const own = byHand(basis);
        for (const name of ['expected', 'lower', 'upper'] as const) {
          // Numbers in notes have three digits.
          expect(Math.abs(basis[name] - own[name])).toBeLessThan(0.01 * (1 + own.upper));
        }
        expect(basis.times).toBe(RULE.times);
      }
    }
  });

  it('is none of a ward with few guests, whatever comes', () => {
    const few = ward({ level: 4 });
    for (let value = 0; value < RULE.volume; value += 1) {
      expect(judge(with_(few, DAY, value), DAY)?.direction).toBeNull();
    }
  });

  it('is none where nothing is known to compare it with', () => {
    const young = (day: string): number | undefined => (day >= '2026-09-20' ? days.get(day) : undefined);
    expect(judge(young, DAY)).toBeNull();
    expect(judge(() => undefined, DAY)).toBeNull();
    const oneYear = (day: string): number | undefined => (day >= '2025-12-01' ? days.get(day) : undefined);
    expect(judge(oneYear, DAY)?.basis).toMatchObject({ factor: 1, around: [], before: [] });
    expect(judge(oneYear, '2026-02-17')).toBeNull();
  });

  it('is none of the weekends, nor of Tết and the other holidays as they are every year', () => {
    const random = randomOf(3);
    for (let turn = 0; turn < 5; turn += 1) {
      const series = ward({}, Math.floor(random() * 1e6));
      const flagged = [...series.keys()].filter(
        (day) => day >= '2025-06-01' && holidayTimeOf(day) && judge((one) => series.get(one), day)?.direction,
      );
      expect(flagged).toEqual([]);
    }
  });

  it('in a holiday is held against the same holiday of the year before, not against ordinary weeks', () => {
    const tet = judge((day) => days.get(day), '2026-02-20');
    expect(tet?.basis).toMatchObject({ method: 'holiday', holiday: 'tet', days: [{ day: '2025-02-01' }] });
    const empty = judge(with_(days, '2026-02-20', Math.round((days.get('2026-02-20') ?? 0) * 0.1)), '2026-02-20');
    expect(empty?.direction).toBe('drop');
  });
});
