import fc from 'fast-check';
import { restartDelay } from './restart-policy';

describe('restartDelay', () => {
  it('doubles with each death within a minute', () => {
    const deaths = [0, 1_000, 2_000, 3_000, 4_000];
    const delays = deaths.map((_at, index) => restartDelay(deaths.slice(0, index + 1)));
    expect(delays).toEqual([500, 1_000, 2_000, 4_000, 8_000]);
  });

  it('gives up at the sixth death within a minute', () => {
    expect(restartDelay([0, 1_000, 2_000, 3_000, 4_000, 59_999])).toBeNull();
  });

  it('forgets deaths of more than a minute ago', () => {
    expect(restartDelay([0, 1_000, 2_000, 3_000, 4_000, 120_000])).toBe(500);
  });

  it('never restarts more than five times in any minute', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30_000 }), { minLength: 1, maxLength: 40 }), (gaps) => {
        const times: number[] = [];
        const restarts: number[] = [];
        for (const gap of gaps) {
          times.push((times.at(-1) ?? 0) + gap);
          if (restartDelay(times) === null) break;
          restarts.push(times.at(-1) ?? 0);
        }
        const busiest = Math.max(0, ...restarts.map((at) => restarts.filter((t) => t > at - 60_000 && t <= at).length));
        return busiest <= 5;
      }),
    );
  });
});
