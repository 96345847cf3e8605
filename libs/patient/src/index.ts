export { PatientModule } from './patient.module';
export { type AdmitCommand, type PatientAnswer, PatientService } from './patient.service';
export { type PatientFacts, PatientReadModel, type PatientView } from './patient.read-model';
export type { AdmissionInput } from './domain/admit';
/** Persistence record, for the data source of a process. */
export { Patient } from './patient.entity';
/** What the problem codes of patients mean. */
export { patientErrors } from './patient.errors';
