import { Inject, Injectable } from '@nestjs/common';
import { type Caller, reachOf } from '@luutru/access';
import { appendAudit, SealWatch } from '@luutru/audit';
import { localDate } from '@luutru/calendar';
import { AppError, CLOCK, type Clock, Database, KeyRing } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { checkPurpose, lookerOf, noteLook, type StatedPurpose } from '@luutru/transparency';
import { openStay, SELECT_STAY, type StayRow, type StayView } from './stay.row';

export interface InspectionOptions {
  /** How long the person is not told of a look under a confidential purpose. */
  readonly confidentialDays: number;
  /** How old a look without a seal may be before no further looks are allowed. */
  readonly sealLimitMs: number;
}

export const INSPECTION_OPTIONS = Symbol('INSPECTION_OPTIONS');
const DAY_MS = 86_400_000;

/** Looks at stays by others than the facility: for a stated purpose, within the area, and noted before it is answered. */
@Injectable()
export class InspectionService {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly reference: ReferenceDataService,
    private readonly seals: SealWatch,
    @Inject(INSPECTION_OPTIONS) private readonly options: InspectionOptions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Throws `validation-failed` for a purpose that is unknown or lacks its case, `not-found` also outside the area, and
   * `audit-seal-stale` while looks cannot be vouched for.
   */
  async inspect(
    caller: Caller,
    which: { facilityId: string; stayId: string },
    stated: StatedPurpose,
  ): Promise<StayView> {
    const now = this.clock.now();
    const { confidential } = checkPurpose(this.reference.codeTables, stated, localDate(now));
    await this.seals.assertFresh();
    const { areas } = reachOf(caller.principal, 'stay.inspect');
    const { facilityId, stayId } = which;
    const row = await this.database.transaction({ facilityIds: [], areas }, async (tx) => {
      const [found] = await tx.query<StayRow[]>(
        `${SELECT_STAY} JOIN name_index n ON n.facility_id = s.facility_id AND n.arrived_on = s.arrived_on AND n.stay_id = s.stay_id
         WHERE n.facility_id = $1 AND n.stay_id = $2 AND n.kind = 1`,
        [facilityId, stayId],
      );
      if (!found) throw new AppError('not-found', 'not-found');
      await appendAudit(tx, {
        at: now,
        facilityId,
        actor: { kind: caller.principal.kind, id: caller.principal.id },
        action: 'stay.inspect',
        subjectKind: 'stay',
        subjectId: stayId,
        requestId: caller.requestId,
        purpose: stated.purpose,
        rowCount: 1,
        detail: { query: 'stay by id', ...(stated.caseNumber !== undefined && { caseNumber: stated.caseNumber }) },
      });
      await noteLook(tx, {
        facilityId,
        stayId,
        at: now,
        looker: lookerOf(caller, 'stay.inspect'),
        purpose: stated.purpose,
        visibleFrom: confidential ? new Date(now.getTime() + this.options.confidentialDays * DAY_MS) : now,
      });
      return found;
    });
    return openStay(this.keyRing, row);
  }
}
