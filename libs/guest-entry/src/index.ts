/** What guests enter about themselves before the desk has seen them; no declaration yet (ADR 0039). */
export { GuestEntryModule } from './guest-entry.module';
export { CONSENT, type ConsentText } from './consent';
export { type DeskLink, DeskLinkService, type FoundLink } from './desk-link.service';
/** The guest's side. Limits are counts of entries. */
export { type EnterCommand, type Entered, GuestEntryService, MAX_PER_HOUR, MAX_WAITING } from './guest-entry.service';
/** The desk's side. */
export { GuestDeskService } from './guest-desk.service';
export type { EntryContent, OpenedEntry, OwnEntry, WaitingEntry } from './entry.record';
/** The worker's part: destroys what nobody confirmed in time. */
export { EntryKeeping } from './entry-keeping';
export {
  DESK_REFUSALS,
  type DeskRefusal,
  ENTRY_LIFE,
  ENTRY_LIFE_MS,
  ENTRY_STATES,
  type EntryState,
  type Refusal,
  REFUSALS,
} from './domain/entry-life';
export { guestEntryErrors, guestEntryIssues } from './guest-entry.catalogue';
