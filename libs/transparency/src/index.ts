/** What a person may know of the looks at their data, and ask to have corrected. */
export { lookerOf, type Look, noteLook, noteLooks } from './look';
/** Why somebody looks: checked the same way for every look from outside the facility. */
export { checkPurpose, type StatedPurpose } from './stated-purpose';
export { transparencyErrors } from './transparency.catalogue';
export { TransparencyModule } from './transparency.module';
export { type CorrectionState, type CorrectionView, type LookView, TransparencyService } from './transparency.service';
