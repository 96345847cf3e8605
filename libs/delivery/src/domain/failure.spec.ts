import { afterFailure, type DeliveryFailure } from './failure';

const policy = { firstDelayMs: 1_000, maxDelayMs: 60_000, maxAttempts: 3 };
const failure: DeliveryFailure = {
  permanent: false,
  code: 'server-error',
  outcomeUnknown: true,
  countsAgainstEvent: true,
};
const state = { failedAttempts: 0, now: new Date('2026-11-23T16:00:00Z'), random: 0.5, breakerWasClosed: true };

describe('afterFailure', () => {
  it('retries later and counts the attempt', () => {
    expect(afterFailure(failure, state, policy)).toEqual({
      kind: 'retry',
      at: new Date('2026-11-23T16:00:01Z'),
      counts: true,
      code: 'server-error',
    });
  });

  it('gives up at the limit, and at once on a refusal', () => {
    expect(afterFailure(failure, { ...state, failedAttempts: 2 }, policy)).toEqual({
      kind: 'dead',
      code: 'server-error',
    });
    expect(afterFailure({ ...failure, permanent: true, code: 'INVALID' }, state, policy)).toEqual({
      kind: 'dead',
      code: 'INVALID',
    });
  });

  it('never gives up because the receiver is away', () => {
    const away = { ...failure, countsAgainstEvent: false };
    expect(afterFailure(away, { ...state, failedAttempts: 2 }, policy)).toMatchObject({ kind: 'retry', counts: false });
    expect(afterFailure(failure, { ...state, failedAttempts: 2, breakerWasClosed: false }, policy)).toMatchObject({
      kind: 'retry',
      counts: false,
    });
  });

  it('waits as long as the receiver asks', () => {
    expect(afterFailure({ ...failure, countsAgainstEvent: false, pauseMs: 7_000 }, state, policy)).toMatchObject({
      at: new Date('2026-11-23T16:00:07Z'),
    });
  });
});
