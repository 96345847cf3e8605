import { type Database, NO_FACILITY } from '@luutru/platform';
import type { Verification, VerificationRequest } from './verification';
import { VerificationRun } from './verification-run';

/** Computes every seal anew from the entries and tells the first place where the trail is not what was sealed. */
export class AuditVerifier {
  /** @param database as a role that may read entries and seals: luutru_migrator or luutru_worker */
  constructor(private readonly database: Database) {}

  verify(request: VerificationRequest): Promise<Verification> {
    return this.database.transaction(NO_FACILITY, (tx) => new VerificationRun(tx, request).verify());
  }
}
