import { type KeyRing, monthScope, STANDING_SCOPE } from '@luutru/platform';
import type { MatchReason } from '@luutru/screening';
import type { EntryContent } from './domain/entry-content';
import type { ClearedPerson } from './domain/seen-person';

/** Seals and opens under these names; changing them would make stored data unreadable. */
export const ENTRY_SEAL = { table: 'watch_list_entry', column: 'content_sealed' } as const;
const REASON_SEAL = { table: 'watch_list_proposal', column: 'reason_sealed' } as const;
const ALERT_SEAL = { table: 'watch_alert', column: 'reasons_sealed' } as const;
const NOTE_SEAL = { table: 'watch_alert_history', column: 'note_sealed' } as const;
const DECISION_SEAL = { table: 'watch_decision', column: 'person_sealed' } as const;

/**
 * Seals what lists and alerts say of people. An entry is sealed once, for its own id: proposal, entry and versions hold the
 * same bytes. What belongs to a stay is sealed with the key of its month and dies with it.
 */
export class WatchSeals {
  constructor(private readonly keyRing: KeyRing) {}

  sealEntry(entryId: string, content: EntryContent): Promise<Buffer> {
    const { table, column } = ENTRY_SEAL;
    return this.keyRing.seal(STANDING_SCOPE, table, column, entryId, JSON.stringify(content));
  }

  async openEntry(entryId: string, box: Buffer): Promise<EntryContent> {
    return JSON.parse(await this.keyRing.open(ENTRY_SEAL.table, ENTRY_SEAL.column, entryId, box)) as EntryContent;
  }

  sealReason(proposalId: string, text: string): Promise<Buffer> {
    return this.keyRing.seal(STANDING_SCOPE, REASON_SEAL.table, REASON_SEAL.column, proposalId, text);
  }

  openReason(proposalId: string, box: Buffer): Promise<string> {
    return this.keyRing.open(REASON_SEAL.table, REASON_SEAL.column, proposalId, box);
  }

  sealMatch(arrivedOn: string, alertId: string, reasons: readonly MatchReason[]): Promise<Buffer> {
    const { table, column } = ALERT_SEAL;
    return this.keyRing.seal(monthScope(arrivedOn), table, column, alertId, JSON.stringify(reasons));
  }

  async openMatch(alertId: string, box: Buffer): Promise<readonly MatchReason[]> {
    return JSON.parse(await this.keyRing.open(ALERT_SEAL.table, ALERT_SEAL.column, alertId, box)) as MatchReason[];
  }

  sealNote(arrivedOn: string, alertId: string, text: string): Promise<Buffer> {
    return this.keyRing.seal(monthScope(arrivedOn), NOTE_SEAL.table, NOTE_SEAL.column, alertId, text);
  }

  openNote(alertId: string, box: Buffer): Promise<string> {
    return this.keyRing.open(NOTE_SEAL.table, NOTE_SEAL.column, alertId, box);
  }

  sealCleared(decisionId: string, person: ClearedPerson): Promise<Buffer> {
    const { table, column } = DECISION_SEAL;
    return this.keyRing.seal(STANDING_SCOPE, table, column, decisionId, JSON.stringify(person));
  }

  async openCleared(decisionId: string, box: Buffer): Promise<ClearedPerson> {
    const text = await this.keyRing.open(DECISION_SEAL.table, DECISION_SEAL.column, decisionId, box);
    return JSON.parse(text) as ClearedPerson;
  }
}
