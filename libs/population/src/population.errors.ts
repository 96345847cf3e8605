import { AppError, type ErrorDefinition } from '@luutru/platform';

/** Why no usable answer came. */
export type UnavailableReason =
  | 'timeout'
  | 'connection'
  | 'server-error'
  | 'rate-limited'
  | 'down'
  | 'untrusted-response'
  | 'clock-skew'
  | 'credentials-refused'
  | 'replayed';

/** What is known of a call that failed. */
export interface UnavailableFacts {
  /** The request may have been applied: look the event up before sending it again. */
  readonly outcomeUnknown: boolean;
  /** The failure may lie in this event rather than in the database as a whole. */
  readonly countsAgainstEvent: boolean;
  /** Milliseconds the database asked to be left alone, at most {@link MAX_RETRY_AFTER_MS}. */
  readonly retryAfterMs?: number;
  /** What the transport said; never holds what was sent. */
  readonly cause?: unknown;
}

/** The header that carries a pause is not signed, so that no longer pause than this is believed. */
export const MAX_RETRY_AFTER_MS = 15 * 60_000;

/** The population database gave no usable answer; trying again later may help. */
export class PopulationUnavailable extends AppError {
  readonly outcomeUnknown: boolean;
  readonly countsAgainstEvent: boolean;
  readonly retryAfterMs?: number;

  constructor(
    readonly reason: UnavailableReason,
    { outcomeUnknown, countsAgainstEvent, retryAfterMs, cause }: UnavailableFacts,
  ) {
    super('population-unavailable', 'unavailable', { reason, outcomeUnknown }, [], { cause });
    this.name = 'PopulationUnavailable';
    this.outcomeUnknown = outcomeUnknown;
    this.countsAgainstEvent = countsAgainstEvent;
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs;
  }
}

/** The population database refused the request for good: sent again unchanged it will be refused again. */
export class PopulationRejected extends AppError {
  constructor(
    /** The database's own code: INVALID, EVENT_CONFLICT, PAYLOAD_TOO_LARGE. */
    readonly remoteCode: string,
    /** The field it complained of, where it named one. */
    readonly field?: string,
  ) {
    super('population-rejected', 'invalid', { remoteCode, ...(field !== undefined && { field }) });
    this.name = 'PopulationRejected';
  }
}

/** Problems of talking to the population database, for the error catalogue. */
export const populationErrors: readonly ErrorDefinition[] = [
  {
    code: 'population-unavailable',
    kind: 'unavailable',
    title: { vi: 'CSDL quốc gia về dân cư tạm thời chưa trả lời', en: 'The population database is not answering' },
    detail: {
      vi: 'Khai báo đã được lưu an toàn và sẽ tự động được gửi lại; không cần khai báo lại.',
      en: 'The declaration is stored safely and will be sent again by itself; there is no need to declare it again.',
    },
  },
  {
    code: 'population-rejected',
    kind: 'invalid',
    title: { vi: 'CSDL quốc gia về dân cư từ chối dữ liệu', en: 'The population database refused the data' },
    detail: {
      vi: 'Nơi nhận trả lời {remoteCode}. Quản trị viên cần kiểm tra, sửa khai báo rồi gửi lại.',
      en: 'The receiver answered {remoteCode}. An administrator must look at the declaration, mend it and send it again.',
    },
  },
];
