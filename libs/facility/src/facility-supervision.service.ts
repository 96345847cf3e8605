import { Inject, Injectable } from '@nestjs/common';
import { type Caller, decide, reachOf } from '@luutru/access';
import { appendAudit } from '@luutru/audit';
import { AppError, CLOCK, type Clock, Database } from '@luutru/platform';
import type { FacilityStatus } from './domain/facility';
import { FACILITY_LIFE, type Supervision } from './domain/facility-life';
import { appendVersion } from './facility-version';

interface Standing {
  readonly facilityId: string;
  readonly kind: string;
  readonly wardId: string;
  readonly formerWardId: string | null;
  readonly industrialZoneId: string | null;
  readonly status: FacilityStatus;
  readonly version: number;
}

/** One version of a facility. */
export interface FacilityVersionView {
  readonly version: number;
  readonly at: Date;
  readonly action: string;
  readonly reason: string | null;
  readonly content: Readonly<Record<string, unknown>>;
}

/** What the police do with facilities of their area. */
@Injectable()
export class FacilitySupervisionService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Suspends, reinstates or closes a facility; running processes notice within seconds.
   * @param version the version the officer looked at, if they say: another one means somebody was quicker
   * @throws `not-found` (also outside the area), `facility-state-conflict` with the current state and version
   */
  async act(
    caller: Caller,
    facilityId: string,
    action: Supervision,
    reason: string,
    version?: number,
  ): Promise<{ status: FacilityStatus; version: number }> {
    const { principal, requestId } = caller;
    const { areas } = reachOf(principal, 'facility.supervise');
    return this.database.transaction({ facilityIds: [], areas }, async (tx) => {
      const [standing] = await tx.query<Standing[]>(
        `SELECT facility_id AS "facilityId", kind, ward_id AS "wardId", former_ward_id AS "formerWardId",
                industrial_zone_id AS "industrialZoneId", status, version
         FROM facility WHERE facility_id = $1 FOR UPDATE`,
        [facilityId],
      );
      if (!standing || !decide(principal, 'facility.supervise', standing)) throw new AppError('not-found', 'not-found');
      const status = FACILITY_LIFE[standing.status][action];
      if (!status || (version !== undefined && version !== standing.version)) {
        throw new AppError('facility-state-conflict', 'conflict', {
          state: standing.status,
          version: standing.version,
        });
      }
      const next = standing.version + 1;
      const at = this.clock.now();
      // Facilities taken over from an older register have no version kept yet.
      const before = { facilityId, version: standing.version, at, actor: 'register', action: 'register', reason: null };
      await appendVersion(tx, before);
      await tx.query('UPDATE facility SET status = $2, version = $3, updated_at = $4 WHERE facility_id = $1', [
        facilityId,
        status,
        next,
        at,
      ]);
      await appendVersion(tx, { facilityId, version: next, at, actor: principal.id, action, reason });
      await appendAudit(tx, {
        at,
        facilityId,
        actor: { kind: principal.kind, id: principal.id },
        action: `facility.${action}`,
        subjectKind: 'facility',
        subjectId: facilityId,
        requestId,
        detail: { version: next },
      });
      return { status, version: next };
    });
  }

  /** Every version, newest first. Throws `not-found`. */
  async history(caller: Caller, facilityId: string): Promise<FacilityVersionView[]> {
    const { areas } = reachOf(caller.principal, 'facility.supervise');
    const versions = await this.database.transaction({ facilityIds: [], areas }, (tx) =>
      tx.query<FacilityVersionView[]>(
        `SELECT version, at, action, reason, content FROM facility_version WHERE facility_id = $1 ORDER BY version DESC`,
        [facilityId],
      ),
    );
    if (versions.length === 0) throw new AppError('not-found', 'not-found');
    return versions;
  }
}
