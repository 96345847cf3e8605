import fc from 'fast-check';
import { FairGate, type FairGateOptions, type Leave } from './fair-gate';

const OPTIONS: FairGateOptions = { places: 8, queue: 10, queueOfAll: 100, waitMs: 500 };

describe('a fair gate', () => {
  let now = 0;
  beforeEach(() => {
    now = 0;
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());
  const gate = (options: Partial<FairGateOptions> = {}) => new FairGate({ ...OPTIONS, ...options }, () => now);

  /** Enters so often, and tells who came in so far. */
  function crowd(into: FairGate, name: string, count: number, weight = 1): { inside: Leave[]; refused: string[] } {
    const inside: Leave[] = [];
    const refused: string[] = [];
    for (let i = 0; i < count; i += 1) {
      into.enter({ name, weight }).then(
        (leave) => inside.push(leave),
        (error: { code: string }) => refused.push(error.code),
      );
    }
    return { inside, refused };
  }
  const settle = () => jest.advanceTimersByTimeAsync(0);

  it('leaves all places to one who is alone, and a queue behind them', async () => {
    const only = gate();
    const { inside, refused } = crowd(only, 'a', 20);
    await settle();
    expect([inside.length, refused]).toEqual([8, ['too-many-at-once', 'too-many-at-once']]);
    expect(only.state()).toEqual({ inside: 8, waiting: 10, refused: 2 });
    inside[0]?.();
    inside[0]?.();
    await settle();
    expect([inside.length, only.state().inside]).toEqual([9, 8]);
  });

  it('gives the next free place to whoever came later but has none', async () => {
    const shared = gate();
    const flood = crowd(shared, 'flood', 18);
    await settle();
    const victim = crowd(shared, 'victim', 1);
    await settle();
    expect(victim.inside).toHaveLength(0);
    flood.inside[0]?.();
    await settle();
    expect([victim.inside.length, flood.inside.length]).toEqual([1, 8]);
  });

  it('keeps a share to its part while others are present, and forgets those who left', async () => {
    const shared = gate();
    for (const name of ['a', 'b', 'c']) crowd(shared, name, 1);
    await settle();
    const flood = crowd(shared, 'flood', 8);
    await settle();
    expect(flood.inside).toHaveLength(2);
    const quiet = gate();
    for (const name of ['a', 'b', 'c']) (await quiet.enter({ name }))();
    now = 1_500;
    const alone = crowd(quiet, 'flood', 8);
    await settle();
    expect(alone.inside).toHaveLength(8);
  });

  it('gives whoever stands for many so much larger a part', async () => {
    const shared = gate({ places: 12 });
    crowd(shared, 'hotel', 1);
    const vendor = crowd(shared, 'vendor', 12, 3);
    await settle();
    expect(vendor.inside).toHaveLength(9);
  });

  it('while time is scarce lets a share that has used up its time in as time goes by, and nobody pays for it otherwise', async () => {
    let scarce = true;
    const shared = gate({ waitMs: 60_000, isScarce: () => scarce });
    crowd(shared, 'other', 1);
    const flood = crowd(shared, 'flood', 8);
    await settle();
    expect(flood.inside).toHaveLength(4);
    now = 1_600;
    for (const leave of [...flood.inside]) leave();
    await settle();
    // Four times 1.6 s were used; a quarter of a second at most is to be made up, four times as long.
    expect(flood.inside).toHaveLength(4);
    now = 2_500;
    await jest.advanceTimersByTimeAsync(900);
    expect(flood.inside).toHaveLength(4);
    now = 2_700;
    await jest.advanceTimersByTimeAsync(200);
    expect(flood.inside).toHaveLength(8);
    now = 9_000;
    scarce = false;
    for (const leave of [...flood.inside]) leave();
    const later = crowd(shared, 'flood', 4);
    await settle();
    expect(later.inside).toHaveLength(4);
  });

  it('refuses who has waited too long, and forgets who went away', async () => {
    const small = gate({ places: 1 });
    const first = crowd(small, 'a', 2);
    let gone = (): void => undefined;
    const leaving = small.enter({ name: 'b', onGone: (leave) => (gone = leave) });
    const expected = expect(leaving).rejects.toMatchObject({ code: 'overloaded' });
    gone();
    await expected;
    await jest.advanceTimersByTimeAsync(501);
    expect([first.inside.length, first.refused]).toEqual([1, ['overloaded']]);
    gone();
    expect(small.state()).toEqual({ inside: 1, waiting: 0, refused: 2 });
  });

  it('bounds a share even when it is alone, where asked to, and all who wait together', async () => {
    const narrow = gate({ perShare: 2, queue: 3, queueOfAll: 4 });
    const one = crowd(narrow, 'a', 6);
    const other = crowd(narrow, 'b', 6);
    await settle();
    expect([one.inside.length, one.refused]).toEqual([2, ['too-many-at-once']]);
    expect([other.inside.length, other.refused]).toEqual([2, ['overloaded', 'overloaded', 'overloaded']]);
  });

  it('never lets in more than there are places, and never forgets anybody', async () => {
    const moves = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.boolean()), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(moves, fc.integer({ min: 1, max: 6 }), async (steps, places) => {
        const any = gate({ places, queue: 100, waitMs: 1e9 });
        const entered: Leave[] = [];
        let asked = 0;
        let left = 0;
        for (const [name, enters] of steps) {
          if (enters) {
            asked += 1;
            void any.enter({ name }).then((leave) => entered.push(leave));
          } else if (left < entered.length) {
            entered[left]?.();
            left += 1;
          }
          await settle();
          expect(any.state().inside).toBeLessThanOrEqual(places);
          expect(any.state().inside).toBe(entered.length - left);
        }
        for (; left < asked; left += 1) {
          entered[left]?.();
          await settle();
        }
        expect([entered.length, any.state().waiting, any.state().inside]).toEqual([asked, 0, 0]);
      }),
      { numRuns: 100 },
    );
  });
});
