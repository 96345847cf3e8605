import type { Recorded } from './ledger.repository';

export interface Receipt {
  readonly eventId: string;
  readonly receiptNumber: string;
  readonly recordedAt: string;
  readonly duplicate?: true;
}

/** The same for every repeat, since it hangs on the ledger's position alone. */
export function receiptOf(eventId: string, { position, recordedAt }: Recorded): Receipt {
  return { eventId, receiptNumber: `LT${position.padStart(12, '0')}`, recordedAt: recordedAt.toISOString() };
}
