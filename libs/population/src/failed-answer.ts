import { MAX_RETRY_AFTER_MS, PopulationRejected, PopulationUnavailable } from './population.errors';

/** An answer whose signature held. `body` is undefined when it is not JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

const FIELD_NAME = /^[A-Za-z0-9_.[\]-]{1,100}$/;

/**
 * What a failed answer means. Only what the contract calls final is final: any other status says nothing about the event,
 * since a wrong address or a half-upgraded server must not use up declarations.
 */
export function failureOf(answer: Answer): PopulationRejected | PopulationUnavailable {
  const code = textMember(answer.body, 'code');
  switch (answer.status) {
    case 400:
    case 413:
      return rejected(answer, code);
    case 409:
      if (code === 'EVENT_CONFLICT') return rejected(answer, code);
      // Our ids are new for every call, so something between us sent the request twice and the first may have counted.
      if (code === 'REQUEST_REPLAYED') return unavailable('replayed', { unknown: true, counts: false });
      return unavailable('server-error', { unknown: true, counts: true });
    case 401:
      return unavailable(code === 'CLOCK_SKEW' ? 'clock-skew' : 'credentials-refused', {
        unknown: false,
        counts: false,
      });
    case 429:
      return unavailable('rate-limited', { unknown: false, counts: false, retryAfterMs: retryAfterMs(answer) });
    case 503:
      return unavailable('down', { unknown: false, counts: false, retryAfterMs: retryAfterMs(answer) });
    default:
      return unavailable('server-error', { unknown: true, counts: true });
  }
}

/** A text member of an unknown value, or undefined. */
export function textMember(body: unknown, name: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const value = (body as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
}

function rejected({ body }: Answer, code: string | undefined): PopulationRejected {
  const field = textMember(body, 'field');
  return new PopulationRejected(safeCode(code), field !== undefined && FIELD_NAME.test(field) ? field : undefined);
}

/** Codes end up in records and logs: anything that does not look like one is not repeated. */
const safeCode = (code: string | undefined): string => (code && /^[A-Z][A-Z_]{1,39}$/.test(code) ? code : 'UNKNOWN');

function unavailable(
  reason: PopulationUnavailable['reason'],
  { unknown, counts, retryAfterMs }: { unknown: boolean; counts: boolean; retryAfterMs?: number },
): PopulationUnavailable {
  return new PopulationUnavailable(reason, { outcomeUnknown: unknown, countsAgainstEvent: counts, retryAfterMs });
}

function retryAfterMs({ headers }: Answer): number | undefined {
  const precise = nonNegative(headers['x-retry-after-ms']);
  const seconds = nonNegative(headers['retry-after']);
  const wanted = precise ?? (seconds === undefined ? undefined : seconds * 1000);
  return wanted === undefined ? undefined : Math.min(wanted, MAX_RETRY_AFTER_MS);
}

function nonNegative(value: string | string[] | undefined): number | undefined {
  return typeof value === 'string' && /^\d{1,9}$/.test(value.trim()) ? Number(value) : undefined;
}
