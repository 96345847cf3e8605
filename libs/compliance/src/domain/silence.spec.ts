import fc from 'fast-check';
import { addDays } from '@luutru/calendar';
import { explainSilence } from './explain';
import { judgeSilence, type SilenceFacts } from './silence';
import { silenceRule as rule } from './testing/rules';

const TODAY = '2026-11-25';

/** Declarations of the days that end `ago` days before today, oldest first. */
const series = (counts: readonly number[], ago: number): Map<string, number> =>
  new Map(
    counts.flatMap((count, at): [string, number][] =>
      count > 0 ? [[addDays(TODAY, at - counts.length - ago + 1), count]] : [],
    ),
  );
const steady = (count: number, days = 56): number[] => Array.from({ length: days }, () => count);

const facts = (overrides: Partial<SilenceFacts> = {}): SilenceFacts => ({
  today: TODAY,
  status: 'active',
  kind: 'khach-san',
  registeredOn: '2024-01-01',
  resumedOn: null,
  rooms: 20,
  beds: 40,
  inHouse: 10,
  declarations: new Map(),
  excused: new Set(),
  ...overrides,
});
const judge = (overrides: Partial<SilenceFacts> = {}) => judgeSilence(facts(overrides), rule);

describe('judgeSilence', () => {
  it('leaves alone who declared today or yesterday', () => {
    for (const ago of [0, 1]) {
      expect(judge({ declarations: series(steady(10), ago) })).toMatchObject({
        state: 'declaring',
        since: null,
        days: 0,
      });
    }
  });

  it('calls a busy hotel silent after two whole days, and says since when and how much is missing', () => {
    const one = judge({ declarations: series(steady(10), 2) });
    expect(one).toMatchObject({ state: 'declaring', days: 1, since: '2026-11-24' });
    const two = judge({ declarations: series(steady(10), 3) });
    expect(two).toMatchObject({ state: 'silent', days: 2, since: '2026-11-23', expected: 20, spread: 1, trend: 1 });
    expect(explainSilence(two)).toEqual({
      vi: 'Không khai báo từ 23/11/2026 (2 ngày); theo 8 tuần trước đó lẽ ra đã có khoảng 20 khai báo; ngẫu nhiên chỉ xảy ra không quá 1 trong 1.000.000 lần',
      en: 'Nothing declared since 2026-11-23 (2 days); by the eight weeks before about 20 would be expected by now; chance alone does this no more than once in 1,000,000',
    });
  });

  it('gives a small place the time its own history asks for', () => {
    // Every fourth day two guests: half a declaration a day.
    const counts = steady(0, 60).map((_, at) => (at % 4 === 3 ? 2 : 0));
    const after = (days: number) => judge({ kind: 'nha-nghi', rooms: 4, declarations: series(counts, days + 1) });
    expect(after(7).state).toBe('declaring');
    expect(after(60).state).toBe('silent');
  });

  it('never calls a household silent that has guests a few times a year', () => {
    const declarations = new Map([
      ['2026-02-16', 4],
      ['2026-04-30', 3],
      ['2026-09-02', 2],
    ]);
    for (let day = '2026-09-03'; day <= '2027-09-03'; day = addDays(day, 1)) {
      const judged = judge({ today: day, kind: 'ho-gia-dinh', rooms: 3, beds: 6, inHouse: 0, declarations });
      expect([day, judged.state]).toEqual([day, expect.stringMatching(/^(declaring|rare)$/)]);
    }
  });

  it('expects nothing of weekdays on which it never had guests', () => {
    // Weekends only; today is a Wednesday, so that Monday and Tuesday mean nothing.
    const counts = steady(0, 56).map((_, at) => {
      const weekday = new Date(`${addDays(TODAY, at - 56 - 2)}T00:00:00Z`).getUTCDay();
      return weekday === 6 || weekday === 0 ? 8 : 0;
    });
    const judged = judge({ declarations: series(counts, 3) });
    expect(judged).toMatchObject({ state: 'declaring', days: 2, expected: 0, chance: 1 });
  });

  it('waits longer where guests come by the busload', () => {
    const groups = steady(0).map((_, at) => (at % 5 === 0 ? 40 : 0));
    const judged = judge({ declarations: series(groups, 5) });
    expect(judged.spread).toBeGreaterThan(10);
    expect(judged.state).toBe('declaring');
  });

  it('allows for a season that was ending', () => {
    const fading = [...steady(20, 28), ...steady(4, 14), ...steady(1, 14)];
    const judged = judge({ declarations: series(fading, 4) });
    expect(judged.trend).toBeLessThan(0.15);
    expect(judged.state).toBe('declaring');
    expect(explainSilence({ ...judged, state: 'silent' }).vi).toContain('đã tính xu hướng giảm còn');
  });

  it('knows a place that is shut every year at this time', () => {
    const lastYear = series(steady(10), 3 + 364);
    const reopened = Array.from({ length: 300 }, (_, at): [string, number] => [addDays('2026-01-27', at), 10]);
    const declarations = new Map([...lastYear, ...reopened]);
    expect(judge({ declarations })).toMatchObject({ state: 'seasonal', since: '2026-11-23' });
    expect(judge({ declarations: new Map(reopened) }).state).toBe('silent');
  });

  it('expects nobody new where every bed is taken', () => {
    const declarations = series(steady(10), 3);
    expect(judge({ declarations, inHouse: 38 }).state).toBe('full');
    expect(judge({ declarations, inHouse: 37 }).state).toBe('silent');
    expect(judge({ declarations, beds: 0, rooms: 0, inHouse: 5 }).state).toBe('silent');
  });

  it('gives a new facility two weeks, then goes by its rooms', () => {
    expect(judge({ registeredOn: '2026-11-12' })).toMatchObject({ state: 'new', days: 13 });
    expect(judge({ registeredOn: '2026-11-11' })).toMatchObject({
      state: 'silent',
      basis: 'rooms',
      since: '2026-11-11',
    });
    expect(judge({ registeredOn: '2026-11-11', rooms: 2 }).state).toBe('declaring');
    expect(judge({ registeredOn: '2026-11-20', kind: 'ho-gia-dinh' }).state).toBe('new');
    expect(judge({ registeredOn: '2025-11-20', kind: 'ho-gia-dinh' }).state).toBe('rare');
  });

  it('does not hold the time of a suspension against it', () => {
    const declarations = series(steady(10), 60);
    expect(judge({ declarations, status: 'suspended' }).state).toBe('suspended');
    expect(judge({ declarations, status: 'closed' }).state).toBe('closed');
    expect(judge({ declarations, resumedOn: '2026-11-24' })).toMatchObject({ state: 'declaring', days: 1 });
    expect(judge({ declarations, resumedOn: '2026-11-23' })).toMatchObject({ state: 'silent', days: 2 });
    expect(judge({ declarations, resumedOn: TODAY })).toMatchObject({ state: 'declaring', days: 0 });
  });

  it('does not count days on which the system was away', () => {
    const declarations = series(steady(10), 3);
    expect(judge({ declarations, excused: new Set(['2026-11-23']) })).toMatchObject({ state: 'declaring', days: 1 });
    expect(judge({ declarations, excused: new Set(['2026-11-23', '2026-11-24']) }).days).toBe(0);
  });

  it('says what follows from its own numbers, whatever the history', () => {
    const history = fc.array(fc.oneof(fc.constant(0), fc.nat(30)), { minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 90 }), fc.nat(60), (counts, ago, inHouse) => {
        const judged = judge({ declarations: series(counts, ago), inHouse });
        expect(judged.expected).toBeGreaterThanOrEqual(0);
        expect(judged.chance).toBeGreaterThanOrEqual(0);
        expect(judged.chance).toBeLessThanOrEqual(1);
        expect(judged.trend).toBeLessThanOrEqual(1);
        expect(judged.spread).toBeGreaterThanOrEqual(1);
        expect(judged.since === null).toBe(judged.days === 0);
        if (judged.state === 'silent') {
          expect(judged.days).toBeGreaterThanOrEqual(rule.minimumSilentDays);
          expect(Math.exp(-judged.expected / judged.spread)).toBeLessThanOrEqual(rule.chance);
        }
        expect(explainSilence(judged).vi.length).toBeGreaterThan(5);
      }),
      { numRuns: 500 },
    );
  });

  it('expects more the longer a silence lasts', () => {
    const history = fc.array(fc.nat(12), { minLength: 30, maxLength: 80 });
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 60 }), (counts, ago) => {
        const [shorter, longer] = [ago, ago + 1].map((days) =>
          judge({ today: addDays('2026-11-25', days), declarations: series(counts, 0) }),
        );
        expect(longer?.expected).toBeGreaterThanOrEqual(shorter?.expected ?? 0);
        if (shorter?.state === 'silent') expect(longer?.state).toBe('silent');
      }),
    );
  });

  it('cries wolf less than once in two years, at places that go on as ever', () => {
    const random = generator(20261125);
    let alarms = 0;
    const years = 30;
    for (let place = 0; place < years; place += 1) {
      const rate = [0.3, 0.7, 1.5, 4, 12][place % 5] ?? 1;
      const declarations = new Map<string, number>();
      let silent = false;
      for (let day = '2025-09-01'; day < '2026-11-01'; day = addDays(day, 1)) {
        const state = declarations.size < 6 ? 'new' : judge({ today: day, kind: 'nha-tro', declarations }).state;
        if (state === 'silent' && !silent) alarms += 1;
        silent = state === 'silent';
        const count = poisson(rate, random);
        if (count > 0) declarations.set(day, count);
      }
    }
    expect(alarms / years).toBeLessThan(0.5);
  });
});

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function poisson(rate: number, random: () => number): number {
  const limit = Math.exp(-rate);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}
