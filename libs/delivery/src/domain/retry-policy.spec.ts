import fc from 'fast-check';
import { retryDelayMs } from './retry-policy';

const policy = { firstDelayMs: 1_000, maxDelayMs: 300_000, maxAttempts: 12 };

describe('retryDelayMs', () => {
  it('doubles up to the cap', () => {
    expect([1, 2, 3, 4].map((n) => retryDelayMs(n, policy, 0.5))).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(retryDelayMs(40, policy, 0.5)).toBe(300_000);
  });

  it('stays within half of the step either way', () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000 }), random, (n, r) => {
        const middle = retryDelayMs(n, policy, 0.5);
        const delay = retryDelayMs(n, policy, r);
        expect(delay).toBeGreaterThanOrEqual(middle * 0.5 - 1);
        expect(delay).toBeLessThanOrEqual(middle * 1.5 + 1);
      }),
    );
  });
});
