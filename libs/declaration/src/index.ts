export { DeclarationModule } from './declaration.module';
export {
  DeclarationService,
  type DeclareAllCommand,
  type DeclareCommand,
  type Declared,
  type DeclaredAll,
  type DryRun,
} from './declaration.service';
/** Who is told of stays. */
export { KBTT_TOPIC, OUTBOX_TOPICS, type OutboxTopics, SCREENING_TOPIC, TOPICS_WITH_KBTT } from './outbox-topics';
export { NOTICE_KINDS, type PoliceNotice, PoliceNotices } from './police-notices';
/** The rules of people, for what they enter about themselves. */
export { PersonCheck, type PersonsToCheck } from './person-check';
export { KnownPeople, type KnownPerson } from './known-people';
/** Declaring many people at once, for files. */
export {
  type BulkCheck,
  BulkDeclarationService,
  type BulkDraft,
  type BulkOrder,
  type BulkOutcome,
  type BulkRow,
} from './bulk-declaration.service';
export type { StayDraft } from './domain/stay-draft';
export { InspectionModule } from './inspection.module';
export { type InspectionOptions, InspectionService } from './inspection.service';
export { type DayDigest, ReceiptService, type StayReceiptView } from './receipt.service';
export { type OwnStay, type StayFilter, type StayPage, StayReadModel } from './stay.read-model';
/** Reading a stay that another capability has found. */
export { openStay, SELECT_STAY, type StayRow, type StayView } from './stay.row';
/** What happens to a stay after it was declared. */
export { type ActAnswer, type ActCommand, type Acted, StayActionService } from './stay-action.service';
export { StayHistoryReadModel, type StayVersion } from './stay-history.read-model';
export type { StayOrder } from './domain/act';
export type { CorrectionInput } from './domain/correct';
export { OverdueMarking, type OverdueStay } from './overdue-marking';
/** State x action -> the states it may lead to. */
export { EVENT_OF, STAY_ACTIONS, STAY_LIFE, STAY_STATES, type StayAction, type StayState } from './domain/stay-life';
/** What a stay is found by; rotation of index keys makes it anew. */
export {
  NAME_KINDS,
  nameSearchKeys,
  PERSON_KINDS,
  personSearchKeys,
  type SearchKey,
  type SearchPurpose,
  soundPairs,
  TAIL_LENGTH,
  tailKey,
} from './domain/search-keys';
export { type FingerprintedStay, type IndexRows, type StayFingerprints, stayFingerprints } from './stay-fingerprints';
export {
  type DeclarationAnswer,
  DELIVERY_STATUSES,
  type DeliveryStatus,
  type PersonalData,
  STAY_SEAL,
} from './stay.record';
export type { DeclarationInput, DocumentInput, PersonInput, ResidenceInput } from './domain/declaration-input';
/** Which kinds of stay there are and which place fields each has. */
export { PLACE_FIELDS, PLACE_TABLE, type PlaceField, STAY_KINDS, type StayKind } from './domain/stay-kind';
/** What the issue and problem codes of declarations say. */
export { declarationIssues } from './issue.catalogue';
export { declarationErrors } from './declaration.errors';
