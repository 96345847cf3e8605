import fc from 'fast-check';
import { AppError } from '@luutru/platform';
import { type Answer, failureOf } from './failed-answer';
import { MAX_RETRY_AFTER_MS, PopulationRejected, PopulationUnavailable } from './population.errors';

const answer = (status: number, body: unknown = {}, headers: Answer['headers'] = {}): Answer => ({
  status,
  body,
  headers,
});

describe('failureOf', () => {
  it.each([
    [400, 'INVALID'],
    [413, 'PAYLOAD_TOO_LARGE'],
    [409, 'EVENT_CONFLICT'],
  ])('takes %i %s for final', (status, code) => {
    const failure = failureOf(
      answer(status, { code, message: 'person.fullName must be a text', field: 'person.fullName' }),
    );
    expect(failure).toBeInstanceOf(PopulationRejected);
    expect(failure).toMatchObject({ kind: 'invalid', params: { remoteCode: code, field: 'person.fullName' } });
  });

  it.each([
    [401, 'UNKNOWN_CLIENT', 'credentials-refused', false, false],
    [401, 'BAD_SIGNATURE', 'credentials-refused', false, false],
    [401, 'CLOCK_SKEW', 'clock-skew', false, false],
    [409, 'REQUEST_REPLAYED', 'replayed', true, false],
    [429, 'RATE_LIMITED', 'rate-limited', false, false],
    [503, 'DOWN', 'down', false, false],
    [500, 'INTERNAL', 'server-error', true, true],
    [502, '', 'server-error', true, true],
    [409, 'OTHER', 'server-error', true, true],
    [404, 'UNKNOWN_OPERATION', 'server-error', true, true],
    [302, '', 'server-error', true, true],
  ])('takes %i %s for %s', (status, code, reason, outcomeUnknown, countsAgainstEvent) => {
    const failure = failureOf(answer(status, { code }));
    expect(failure).toBeInstanceOf(PopulationUnavailable);
    expect(failure).toMatchObject({ kind: 'unavailable', reason, outcomeUnknown, countsAgainstEvent });
  });

  it.each<[Answer['headers'], number | undefined]>([
    [{ 'retry-after': '2' }, 2_000],
    [{ 'retry-after': '1', 'x-retry-after-ms': '120' }, 120],
    [{ 'retry-after': '999999999' }, MAX_RETRY_AFTER_MS],
    [{ 'retry-after': 'Mon, 23 Nov 2026 15:00:00 GMT' }, undefined],
    [{ 'x-retry-after-ms': ['1', '2'] }, undefined],
    [{}, undefined],
  ])('reads the pause of %j', (headers, retryAfterMs) => {
    expect((failureOf(answer(429, {}, headers)) as PopulationUnavailable).retryAfterMs).toBe(retryAfterMs);
    expect((failureOf(answer(503, {}, headers)) as PopulationUnavailable).retryAfterMs).toBe(retryAfterMs);
  });

  it('repeats nothing that is not a code or a field name', () => {
    const leaky = failureOf(answer(400, { code: 'Nguyễn Văn An', message: 'Nguyễn Văn An', field: 'Nguyễn Văn An' }));
    expect(leaky.params).toEqual({ remoteCode: 'UNKNOWN' });
    expect(leaky.message).toBe('population-rejected');
  });

  it('makes something of any answer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.jsonValue(), (status, body) => {
        expect(failureOf(answer(status, body))).toBeInstanceOf(AppError);
      }),
    );
  });
});
