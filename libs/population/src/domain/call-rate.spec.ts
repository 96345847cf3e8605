import fc from 'fast-check';
import { CallRate } from './call-rate';

/** A receiver with a token bucket, as many callers as given, each with the next call ready when the last is answered. */
function simulate(perSecond: number, callers: number, seconds: number, latencyMs: number) {
  const rate = new CallRate();
  const calls = Array.from({ length: callers }, () => ({ at: 0, phase: 'ask', wait: 0 }));
  let [tokens, filledAt, accepted, refused] = [perSecond, 0, 0, 0];
  for (;;) {
    const call = calls.reduce((first, other) => (other.at < first.at ? other : first));
    const now = call.at;
    if (now > seconds * 1_000) return { accepted, refused, limit: rate.limit };
    if (call.phase === 'ask') {
      const wait = rate.take(now, 5_000);
      Object.assign(call, wait === null ? { at: now + 100 } : { at: now + wait, phase: 'send' });
    } else if (call.phase === 'send') {
      if (rate.isPaused(now)) {
        call.phase = 'ask';
        continue;
      }
      tokens = Math.min(perSecond, tokens + ((now - filledAt) / 1_000) * perSecond);
      filledAt = now;
      call.wait = tokens < 1 ? Math.ceil(((1 - tokens) / perSecond) * 1_000) : 0;
      if (call.wait === 0) tokens -= 1;
      Object.assign(call, { at: now + latencyMs, phase: 'answer' });
    } else {
      if (call.wait === 0) {
        accepted += 1;
        rate.answered(now);
      } else {
        refused += 1;
        rate.refused(now, call.wait);
      }
      call.phase = 'ask';
    }
  }
}

describe('CallRate', () => {
  it('holds nothing back while nothing is refused', () => {
    const rate = new CallRate();
    for (let at = 0; at < 1_000; at += 1) {
      expect(rate.take(at, 0)).toBe(0);
      rate.answered(at);
    }
    expect(rate.limit).toBeNull();
  });

  it.each([100, 400, 2_000])('uses up a limit of %i a second and rarely runs into it', (perSecond) => {
    const { accepted, refused } = simulate(perSecond, 64, 40, 20);
    expect(accepted).toBeGreaterThan(0.98 * perSecond * 40);
    expect(refused).toBeLessThan(0.1 * accepted);
  });

  it('goes on calling at a limit of a few a second', () => {
    expect(simulate(5, 64, 60, 20).accepted).toBeGreaterThan(0.7 * 5 * 60);
  });

  it('forgets the limit when nothing is refused any more', () => {
    const rate = new CallRate();
    rate.refused(0, 50);
    let now = 50;
    for (; rate.limit !== null && now < 60_000; now += 10) {
      const wait = rate.take(now, 1_000);
      if (wait !== null) rate.answered(now);
    }
    expect(rate.limit).toBeNull();
  });

  it('makes no call wait longer than it can, nor within a pause', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            after: fc.integer({ min: 0, max: 500 }),
            longest: fc.integer({ min: 0, max: 2_000 }),
            refused: fc.boolean(),
            pause: fc.integer({ min: 0, max: 3_000 }),
          }),
          { maxLength: 60 },
        ),
        (steps) => {
          const rate = new CallRate();
          let [now, pausedUntil] = [0, 0];
          for (const { after, longest, refused, pause } of steps) {
            now += after;
            const wait = rate.take(now, longest);
            if (wait !== null) {
              expect(wait).toBeLessThanOrEqual(longest);
              expect(now + wait).toBeGreaterThanOrEqual(pausedUntil);
            }
            if (refused) {
              rate.refused(now, pause);
              pausedUntil = Math.max(pausedUntil, now + pause);
            } else rate.answered(now);
            expect(rate.isPaused(now)).toBe(now < pausedUntil);
          }
        },
      ),
    );
  });
});
