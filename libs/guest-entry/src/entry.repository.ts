import { Injectable } from '@nestjs/common';
import { AppError, type Transaction } from '@luutru/platform';
import { ENTRY_LIFE, type EntryAction, type EntryState, type Refusal, stateAt } from './domain/entry-life';

export interface StoredEntry {
  readonly entryId: string;
  readonly state: EntryState;
  readonly callCode: string;
  readonly people: number;
  readonly content: Buffer | null;
  readonly enteredAt: Date;
  readonly expiresAt: Date;
  readonly openedAt: Date | null;
  readonly openedBy: string | null;
  readonly refusedBecause: Refusal | null;
}

/** How an entry ends. */
export interface Ending {
  readonly action: Exclude<EntryAction, 'expire'>;
  readonly by: string;
  readonly at: Date;
  readonly refusedBecause?: Refusal;
  readonly stayIds?: readonly string[];
}

const SELECT = `
  SELECT entry_id AS "entryId", state, call_code AS "callCode", people, content_sealed AS content, entered_at AS "enteredAt",
         expires_at AS "expiresAt", opened_at AS "openedAt", opened_by AS "openedBy", refused_because AS "refusedBecause"
  FROM guest_entry`;

/** All writes to entries; every change of state goes through {@link end}, under the lock of the row. */
@Injectable()
export class EntryRepository {
  async find(tx: Transaction, facilityId: string, entryId: string): Promise<StoredEntry | null> {
    const [row] = await tx.query<StoredEntry[]>(`${SELECT} WHERE facility_id = $1 AND entry_id = $2`, [
      facilityId,
      entryId,
    ]);
    return row ?? null;
  }

  /** Holds the entry until the end of the transaction. Throws `guest-entry-unknown`. */
  async lock(tx: Transaction, facilityId: string, entryId: string): Promise<StoredEntry> {
    const [row] = await tx.query<StoredEntry[]>(`${SELECT} WHERE facility_id = $1 AND entry_id = $2 FOR UPDATE`, [
      facilityId,
      entryId,
    ]);
    if (!row) throw new AppError('guest-entry-unknown', 'not-found');
    return row;
  }

  /** Those that wait at a moment, who came first first. */
  waiting(tx: Transaction, facilityId: string, now: Date): Promise<StoredEntry[]> {
    return tx.query<StoredEntry[]>(
      `${SELECT} WHERE facility_id = $1 AND state = 'waiting' AND expires_at > $2 ORDER BY entered_at, entry_id`,
      [facilityId, now],
    );
  }

  /** The codes of those that wait at a moment. */
  async callCodes(tx: Transaction, facilityId: string, now: Date): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ code: string }[]>(
      `SELECT call_code AS code FROM guest_entry WHERE facility_id = $1 AND state = 'waiting' AND expires_at > $2`,
      [facilityId, now],
    );
    return new Set(rows.map(({ code }) => code));
  }

  /** Throws `guest-entry-ended` unless it waits. What was entered is destroyed. */
  async end(tx: Transaction, facilityId: string, entry: StoredEntry, ending: Ending): Promise<void> {
    const next = ENTRY_LIFE[stateAt(entry, ending.at)][ending.action];
    if (!next) throw ended(stateAt(entry, ending.at));
    await tx.query(
      `UPDATE guest_entry SET state = $3, content_sealed = NULL, ended_at = $4, ended_by = $5, refused_because = $6, stay_ids = $7
       WHERE facility_id = $1 AND entry_id = $2`,
      [
        facilityId,
        entry.entryId,
        next,
        ending.at,
        ending.by,
        ending.refusedBecause ?? null,
        ending.stayIds ? [...ending.stayIds] : null,
      ],
    );
  }

  /** Ends those of a facility whose time has run out; their codes are free again. */
  async expire(tx: Transaction, facilityId: string, now: Date): Promise<void> {
    await tx.query(
      `UPDATE guest_entry SET state = 'expired', content_sealed = NULL, ended_at = $2, ended_by = 'system'
       WHERE facility_id = $1 AND state = 'waiting' AND expires_at <= $2`,
      [facilityId, now],
    );
  }

  /** Sends back all that wait at a facility; returns how many. */
  async refuseAll(
    tx: Transaction,
    facilityId: string,
    refused: { by: string; at: Date; because: Refusal },
  ): Promise<number> {
    const [, count] = await tx.query<[unknown, number]>(
      `UPDATE guest_entry SET state = 'refused', content_sealed = NULL, ended_at = $2, ended_by = $3, refused_because = $4
       WHERE facility_id = $1 AND state = 'waiting' AND expires_at > $2`,
      [facilityId, refused.at, refused.by, refused.because],
    );
    return count;
  }

  async noteOpened(tx: Transaction, facilityId: string, entryId: string, by: string, at: Date): Promise<void> {
    await tx.query(`UPDATE guest_entry SET opened_at = $3, opened_by = $4 WHERE facility_id = $1 AND entry_id = $2`, [
      facilityId,
      entryId,
      at,
      by,
    ]);
  }
}

export const ended = (state: EntryState): AppError => new AppError('guest-entry-ended', 'conflict', { state });
