import fc from 'fast-check';
import { readBehaviourChange } from './behaviour';
import { seededRandom } from './random';
import { TokenBucket } from './token-bucket';

describe('readBehaviourChange', () => {
  it('takes some switches and leaves the rest', () => {
    expect(readBehaviourChange({ down: true, rateLimitPerSecond: null })).toEqual({
      down: true,
      rateLimitPerSecond: null,
    });
    expect(readBehaviourChange({})).toEqual({});
  });

  it.each([
    ['errorRate', { errorRate: 1.01 }],
    ['errorRate', { errorRate: null }],
    ['dropAfterCommitRate', { dropAfterCommitRate: -0.1 }],
    ['latencyMs.min', { latencyMs: { min: 2, max: 1 } }],
    ['latencyMs.max', { latencyMs: { min: 2 } }],
    ['rateLimitPerSecond', { rateLimitPerSecond: 0 }],
    ['clockSkewMs', { clockSkewMs: 0.5 }],
    ['down', { down: 'yes' }],
    ['up', { up: true }],
  ])('names %s when it makes no sense', (field, body) => {
    expect(() => readBehaviourChange(body)).toThrow(
      expect.objectContaining({ code: 'INVALID', extra: { field } }) as Error,
    );
  });
});

describe('seededRandom', () => {
  const draw = (seed: number, count: number): number[] => {
    const random = seededRandom(seed);
    return Array.from({ length: count }, () => random());
  };

  it('repeats itself for a seed and stays in [0, 1)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (seed) => {
        const numbers = draw(seed, 20);
        expect(draw(seed, 20)).toEqual(numbers);
        expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
      }),
    );
  });

  it('is spread evenly enough for rates', () => {
    const share = draw(7, 20_000).filter((number) => number < 0.1).length / 20_000;
    expect(share).toBeGreaterThan(0.09);
    expect(share).toBeLessThan(0.11);
  });
});

describe('TokenBucket', () => {
  it('never lets more through than a burst and what time has added', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), steps, (perSecond, pauses) => {
        const bucket = new TokenBucket(perSecond, 0);
        let now = 0;
        let passed = 0;
        for (const pause of pauses) {
          now += pause;
          if (bucket.take(now) === 0) passed += 1;
        }
        expect(passed).toBeLessThanOrEqual(perSecond + (now / 1000) * perSecond + 1e-6);
      }),
    );
  });

  it('has a token when the wait it told is over', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1_000, noNaN: true }), (perSecond) => {
        const bucket = new TokenBucket(perSecond, 0);
        let wait = 0;
        while (wait === 0) wait = bucket.take(0);
        expect(bucket.take(wait)).toBe(0);
      }),
    );
  });
});
