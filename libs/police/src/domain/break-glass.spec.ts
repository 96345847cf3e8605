import fc from 'fast-check';
import { BREAK_GLASS_STATES, type BreakGlassTimes, endOf, openingFault, stateOf } from './break-glass';

const HOUR = 3_600_000;
const REVIEW = 72 * HOUR;
const opened = new Date('2026-11-23T08:00:00Z');
const after = (hours: number): Date => new Date(opened.getTime() + hours * HOUR);
const glass = (change: Partial<BreakGlassTimes> = {}): BreakGlassTimes => ({
  expiresAt: after(1),
  endedAt: null,
  reviewedAt: null,
  ...change,
});

describe('a break-glass', () => {
  it('goes from open over waiting to overdue by the clock alone', () => {
    const states = [0, 0.99, 1, 72.99, 73, 999].map((hours) => stateOf(glass(), after(hours), REVIEW));
    expect(states).toEqual(['open', 'open', 'waiting', 'waiting', 'overdue', 'overdue']);
  });

  it('waits from when it was ended early, and is done once reviewed', () => {
    const early = glass({ endedAt: after(0.5) });
    expect([0.49, 0.5, 72.5].map((hours) => stateOf(early, after(hours), REVIEW))).toEqual([
      'open',
      'waiting',
      'overdue',
    ]);
    expect(stateOf(glass({ reviewedAt: after(2) }), after(999), REVIEW)).toBe('reviewed');
  });

  it('never lasts longer than it was lent for, whatever is said about its end', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }), (ended, now) => {
        const one = glass({ endedAt: after(ended) });
        expect(endOf(one).getTime()).toBeLessThanOrEqual(one.expiresAt.getTime());
        expect(BREAK_GLASS_STATES).toContain(stateOf(one, after(now), REVIEW));
        if (now >= 1) expect(stateOf(one, after(now), REVIEW)).not.toBe('open');
      }),
    ));

  it('cannot be opened beside too many others, or while one waits for its review for too long', () => {
    const limits = { reviewWithinMs: REVIEW, maxOpen: 2 };
    expect(openingFault([], after(0), limits)).toBeNull();
    expect(openingFault([glass()], after(0.5), limits)).toBeNull();
    expect(openingFault([glass(), glass()], after(0.5), limits)).toBe('break-glass-too-many');
    expect(openingFault([glass(), glass({ endedAt: after(0.1) })], after(0.5), limits)).toBeNull();
    expect(openingFault([glass()], after(72), limits)).toBeNull();
    expect(openingFault([glass()], after(73), limits)).toBe('break-glass-review-overdue');
    expect(openingFault([glass({ reviewedAt: after(73) })], after(74), limits)).toBeNull();
  });
});
