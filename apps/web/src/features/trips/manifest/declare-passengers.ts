import type { FieldIssue, Output } from '@luutru/client';
import { api } from '../../../api/client';
import { personFieldAt } from '../../check-in/person/person-request';
import { type PassengerDraft, passengerRequest } from './passenger';

export type DeclaredPassenger = NonNullable<Output<'addPassengers'>['results'][number]['stay']>;

/** What the API said to a row. */
export interface RowOutcome {
  readonly row: PassengerDraft;
  /** Null: refused, and nothing recorded. */
  readonly stay: DeclaredPassenger | null;
  readonly issues: readonly FieldIssue[];
}

/** As many as the API takes in one request. */
const MOST = 100;

/**
 * Declares passengers, each on their own. The key belongs to the attempt and the API makes one of it for each row: sent again
 * after a lost answer, nobody is recorded twice.
 */
export async function declarePassengers(
  tripId: string,
  rows: readonly PassengerDraft[],
  key: string,
): Promise<RowOutcome[]> {
  const outcomes: RowOutcome[] = [];
  for (let from = 0; from < rows.length; from += MOST) {
    const part = rows.slice(from, from + MOST);
    const { results } = await api.addPassengers(
      { path: { tripId }, body: { policy: 'valid-rows', passengers: part.map(passengerRequest) } },
      { idempotencyKey: `${key}-${from}` },
    );
    outcomes.push(
      ...part.map((row, at) => ({ row, stay: results[at]?.stay ?? null, issues: results[at]?.errors ?? [] })),
    );
  }
  return outcomes;
}

const COLUMN_OF: Readonly<Record<string, string>> = {
  '/place/seat': 'seat',
  '/place/boardingStop': 'from',
  '/place/alightingStop': 'to',
};

/** The column that a fault is about; null for the row as a whole. */
export function columnOf(pointer: string): string | null {
  const own = pointer.replace(/^\/passengers\/\d+/, '');
  return COLUMN_OF[own] ?? (own.startsWith('/person/') ? personFieldAt(own.slice('/person'.length)) : null);
}
