import { Inject, Injectable } from '@nestjs/common';
import { type Caller, reachOf } from '@luutru/access';
import { appendAudit } from '@luutru/audit';
import { AppError, CLOCK, type Clock, Database } from '@luutru/platform';

/** What a notice may be about. */
export const NOTICE_KINDS = ['no-papers', 'silent-facility'] as const;

/**
 * That somebody without papers was declared in the area, or that a facility stopped declaring. Names nobody: whoever looks
 * closer states a purpose.
 */
export interface PoliceNotice {
  readonly noticeId: string;
  /** Null when it is about the facility itself. */
  readonly stayId: string | null;
  readonly facilityId: string;
  readonly facilityName: string;
  readonly kind: string;
  readonly at: Date;
  readonly seenAt: Date | null;
  /** When what it tells of was over; null while it goes on, and for what has no end. */
  readonly endedAt: Date | null;
}

/** Notices for the police of an area, written with the declarations themselves; facilities never see them. */
@Injectable()
export class PoliceNotices {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first. Those not seen yet are asked for to act on them: what is over is not among them. */
  async list(caller: Caller, filter: { unseenOnly: boolean; limit: number }): Promise<readonly PoliceNotice[]> {
    const { areas } = reachOf(caller.principal, 'stay.inspect');
    return this.database.transaction({ facilityIds: [], areas }, (tx) =>
      tx.query<PoliceNotice[]>(
        `SELECT n.stay_id AS "noticeId", CASE n.kind WHEN 'no-papers' THEN n.stay_id END AS "stayId",
                n.facility_id AS "facilityId", f.name AS "facilityName", n.kind, n.created_at AS at,
                n.seen_at AS "seenAt", n.ended_at AS "endedAt"
         FROM police_notice n JOIN facility f USING (facility_id)
         WHERE NOT $1 OR (n.seen_at IS NULL AND n.ended_at IS NULL) ORDER BY n.created_at DESC LIMIT $2`,
        [filter.unseenOnly, filter.limit],
      ),
    );
  }

  /** Throws `not-found` also for a notice outside the area. */
  async see(caller: Caller, noticeId: string): Promise<void> {
    const { areas } = reachOf(caller.principal, 'stay.inspect');
    const { kind, id } = caller.principal;
    const at = this.clock.now();
    await this.database.transaction({ facilityIds: [], areas }, async (tx) => {
      const [seen] = await tx.query<[{ facilityId: string; about: string }[], number]>(
        `UPDATE police_notice SET seen_at = coalesce(seen_at, $2), seen_by = coalesce(seen_by, $3) WHERE stay_id = $1
         RETURNING facility_id AS "facilityId", kind AS about`,
        [noticeId, at, `${kind}:${id}`],
      );
      const [notice] = seen;
      if (!notice) throw new AppError('not-found', 'not-found');
      await appendAudit(tx, {
        at,
        facilityId: notice.facilityId,
        actor: { kind, id },
        action: 'notice.see',
        subjectKind: notice.about === 'no-papers' ? 'stay' : 'facility',
        subjectId: notice.about === 'no-papers' ? noticeId : notice.facilityId,
        requestId: caller.requestId,
      });
    });
  }
}
