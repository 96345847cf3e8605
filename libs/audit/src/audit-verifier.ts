import { type AccessScope, type Database, NO_FACILITY } from '@luutru/platform';
import type { Verification, VerificationRequest } from './verification';
import { VerificationRun } from './verification-run';

/** Computes every seal anew from the entries and tells the first place where the trail is not what was sealed. */
export class AuditVerifier {
  /** @param database as luutru_migrator or luutru_worker, or as luutru_app with a scope that shows the trail */
  constructor(
    private readonly database: Database,
    private readonly scope: AccessScope = NO_FACILITY,
  ) {}

  verify(request: VerificationRequest): Promise<Verification> {
    return this.database.transaction(this.scope, (tx) => new VerificationRun(tx, request).verify());
  }
}
