/** What a person may know of the looks at their data, and ask to have corrected. */
export { lookerOf, type Look, noteLook } from './look';
export { transparencyErrors } from './transparency.catalogue';
export { TransparencyModule } from './transparency.module';
export { type CorrectionState, type CorrectionView, type LookView, TransparencyService } from './transparency.service';
