export { ReferenceDataModule } from './reference-data.module';
export { ReferenceDataService } from './reference-data.service';
/** Brings the reference tables of a database to the data files. */
export { loadReferenceData, type SqlClient } from './reference-data.loader';
/** The same data straight from the files, for tools that have no database. */
export { readBundledRows, type ReferenceRows } from './bundled-data';
export { type AdminLevel, type AdminUnit, AdminUnits, type GeoPoint, type Succession } from './domain/admin-unit';
export { type AddressResolution, AddressResolver } from './domain/address-resolver';
export { type CodeEntry, CodeTables, type FacilityKind } from './domain/code-tables';
export { type LegalRule, RuleBook, type RuleKey, type RuleValues } from './domain/rule-book';
