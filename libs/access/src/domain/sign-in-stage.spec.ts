import fc from 'fast-check';
import { lockMs } from './lock-out';
import { expiry, stageOf } from './sign-in-stage';

const facts = { strong: false, hasSecondFactor: false, needsSecondFactor: false, mustChangePassword: false };

describe('the way into a session', () => {
  it('is second factor, then password change, then enrolment', () => {
    expect(stageOf(facts)).toBe('full');
    expect(stageOf({ ...facts, hasSecondFactor: true, mustChangePassword: true })).toBe('second-factor');
    expect(stageOf({ ...facts, mustChangePassword: true, needsSecondFactor: true })).toBe('password-change');
    expect(stageOf({ ...facts, needsSecondFactor: true })).toBe('enrolment');
    expect(stageOf({ ...facts, hasSecondFactor: true, needsSecondFactor: true, strong: true })).toBe('full');
  });

  it('is never open for a role that demands a second factor without one', () =>
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), (hasSecondFactor, mustChangePassword) => {
        const stage = stageOf({ strong: false, needsSecondFactor: true, hasSecondFactor, mustChangePassword });
        return stage !== 'full';
      }),
    ));
});

describe('a session', () => {
  const startedAt = new Date('2026-11-23T08:00:00Z');
  const at = (minutes: number): Date => new Date(startedAt.getTime() + minutes * 60_000);

  it('ends after idle minutes, counted from the last request', () => {
    expect(expiry({ startedAt, lastSeenAt: at(10) }, 15, at(24))).toBeNull();
    expect(expiry({ startedAt, lastSeenAt: at(10) }, 15, at(25))).toBe('idle');
    expect(expiry({ startedAt, lastSeenAt: at(10) }, 5, at(15))).toBe('idle');
  });

  it('ends after twelve hours even of a busy person', () => {
    expect(expiry({ startedAt, lastSeenAt: at(719) }, 15, at(719))).toBeNull();
    expect(expiry({ startedAt, lastSeenAt: at(720) }, 15, at(720))).toBe('too-old');
  });
});

describe('lock-out', () => {
  it('starts at the fifth wrong attempt and doubles up to an hour', () => {
    expect([1, 4, 5, 6, 7, 10, 11, 50].map((n) => lockMs(n) / 60_000)).toEqual([0, 0, 1, 2, 4, 32, 60, 60]);
  });
});
