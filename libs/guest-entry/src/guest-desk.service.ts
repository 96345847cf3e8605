import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { appendAudit } from '@luutru/audit';
import { parseCccdQr, parseMrz } from '@luutru/identity-document';
import { localDate } from '@luutru/calendar';
import type { PersonInput } from '@luutru/declaration';
import { CLOCK, type Clock, Database, KeyRing, type Transaction } from '@luutru/platform';
import { nameOf } from './desk-link.service';
import { type DeskRefusal, stateAt } from './domain/entry-life';
import { ENTRY_SEAL, type EntryContent, type OpenedEntry, type WaitingEntry } from './entry.record';
import { ended, EntryRepository, type StoredEntry } from './entry.repository';

/** The desk's side: who waits, what they entered, and how it ends. Whose facility it may be is asked before. */
@Injectable()
export class GuestDeskService {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly entries: EntryRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** How many wait and when the last of them came; cheap enough to be asked every few seconds, and names nobody. */
  async count(facilityId: string): Promise<{ readonly waiting: number; readonly latestAt: Date | null }> {
    const [result] = await this.database.run<{ waiting: number; latestAt: Date | null }>(
      { facilityIds: [facilityId] },
      {
        name: 'guest_entry_count',
        text: `SELECT count(*)::integer AS waiting, max(entered_at) AS "latestAt" FROM guest_entry
               WHERE facility_id = $1 AND state = 'waiting' AND expires_at > $2`,
        values: [facilityId, this.clock.now()],
      },
    );
    return result?.rows[0] ?? { waiting: 0, latestAt: null };
  }

  async list(caller: Caller, facilityId: string): Promise<readonly WaitingEntry[]> {
    const now = this.clock.now();
    const rows = await this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      const waiting = await this.entries.waiting(tx, facilityId, now);
      await this.audit(tx, caller, { facilityId, action: 'guest-entry.list', rowCount: waiting.length, at: now });
      return waiting;
    });
    return Promise.all(
      rows.map(async (row) => {
        const { entryId, callCode, people, enteredAt, expiresAt, openedAt } = row;
        const { persons } = await this.contentOf(row);
        const firstName = nameIn(persons[0] ?? {}, now);
        return { entryId, callCode, people, enteredAt, expiresAt, openedAt, firstName };
      }),
    );
  }

  /** What was entered, for comparing it with the papers. Throws `guest-entry-unknown`, `guest-entry-ended`. */
  async open(caller: Caller, facilityId: string, entryId: string): Promise<OpenedEntry> {
    const now = this.clock.now();
    const by = nameOf(caller);
    const row = await this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      const entry = await this.entries.lock(tx, facilityId, entryId);
      const state = stateAt(entry, now);
      if (state !== 'waiting') throw ended(state);
      await this.entries.noteOpened(tx, facilityId, entryId, by, now);
      await this.audit(tx, caller, { facilityId, action: 'guest-entry.open', entryId, rowCount: 1, at: now });
      return entry;
    });
    const { callCode, enteredAt, expiresAt, openedAt, openedBy } = row;
    const openedByOtherAt = openedBy !== null && openedBy !== by ? openedAt : null;
    return { entryId, callCode, enteredAt, expiresAt, openedByOtherAt, ...(await this.contentOf(row)) };
  }

  /** Sends it back; the guest is told why. Throws `guest-entry-unknown`, `guest-entry-ended`. */
  async refuse(caller: Caller, facilityId: string, entryId: string, reason: DeskRefusal): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      const entry = await this.entries.lock(tx, facilityId, entryId);
      const ending = { action: 'refuse', by: nameOf(caller), at, refusedBecause: reason } as const;
      await this.entries.end(tx, facilityId, entry, ending);
      await this.audit(tx, caller, { facilityId, action: 'guest-entry.refuse', entryId, at, detail: { reason } });
    });
  }

  /**
   * Ends an entry within the transaction that declares its people: both happen, or neither.
   * @throws `guest-entry-unknown`, `guest-entry-ended`
   */
  async confirmIn(
    tx: Transaction,
    caller: Caller,
    confirmed: { readonly facilityId: string; readonly entryId: string; readonly stayIds: readonly string[] },
  ): Promise<void> {
    const at = this.clock.now();
    const { facilityId, entryId, stayIds } = confirmed;
    const entry = await this.entries.lock(tx, facilityId, entryId);
    await this.entries.end(tx, facilityId, entry, { action: 'confirm', by: nameOf(caller), at, stayIds });
    await this.audit(tx, caller, {
      facilityId,
      action: 'guest-entry.confirm',
      entryId,
      at,
      detail: { stays: stayIds.length },
    });
  }

  private async contentOf({ entryId, content }: StoredEntry): Promise<EntryContent> {
    if (!content) return { persons: [], expectedDepartureAt: null };
    const text = await this.keyRing.open(ENTRY_SEAL.table, ENTRY_SEAL.column, entryId, content);
    return JSON.parse(text) as EntryContent;
  }

  private async audit(
    tx: Transaction,
    { principal, requestId }: Caller,
    entry: {
      facilityId: string;
      action: string;
      entryId?: string;
      rowCount?: number;
      at: Date;
      detail?: Readonly<Record<string, string | number>>;
    },
  ): Promise<void> {
    const { entryId = null, ...rest } = entry;
    const actor = { kind: principal.kind, id: principal.id };
    await appendAudit(tx, { ...rest, actor, subjectKind: 'guest-entry', subjectId: entryId, requestId });
  }
}

/** As typed, or as the scan has it. */
function nameIn({ fullName, qr, mrz }: PersonInput, now: Date): string {
  if (fullName !== undefined && fullName.trim() !== '') return fullName.trim();
  const scan = qr !== undefined ? parseCccdQr(qr) : mrz !== undefined ? parseMrz(mrz, { today: localDate(now) }) : null;
  return scan?.ok ? (scan.document.fullName ?? '') : '';
}
