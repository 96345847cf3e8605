export { DeclarationModule } from './declaration.module';
export { DeclarationService, type DeclareCommand, type Declared, type DryRun } from './declaration.service';
export { InspectionModule } from './inspection.module';
export { type InspectionOptions, InspectionService, type StatedPurpose } from './inspection.service';
export { type DayDigest, ReceiptService, type StayReceiptView } from './receipt.service';
export { type OwnStay, type StayFilter, type StayPage, StayReadModel } from './stay.read-model';
export type { StayView } from './stay.row';
/** What a stay is found by; rotation of index keys makes it anew. */
export { type FingerprintedStay, type StayFingerprints, stayFingerprints } from './stay-fingerprints';
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
