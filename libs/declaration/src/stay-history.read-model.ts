import { Inject, Injectable } from '@nestjs/common';
import { type Caller, reachOf } from '@luutru/access';
import { appendAudit } from '@luutru/audit';
import { AppError, CLOCK, type Clock, Database, KeyRing } from '@luutru/platform';
import { lookerOf, noteLook } from '@luutru/transparency';
import type { StayAction } from './domain/stay-life';
import type { Channel } from './stay.record';
import { openStay, SELECT_STAY, stayColumns, type StayRow, type StayView } from './stay.row';

/** One version of a stay and what made it. */
export interface StayVersion {
  readonly version: number;
  /** `declare` for the first version. */
  readonly action: StayAction | 'declare';
  readonly at: Date;
  readonly actor: { readonly kind: string; readonly id: string };
  readonly channel: Channel;
  /** Pointers of what differs from the version before. */
  readonly changed: readonly string[];
  /** A code of the table `cancel-reason`. */
  readonly reason: string | null;
  readonly stay: StayView;
}

interface Replacement {
  readonly action: StayAction;
  readonly actedAt: Date;
  readonly actorKind: string;
  readonly actorId: string;
  readonly actedThrough: Channel;
  readonly changed: readonly string[];
  readonly replacedBecause: string | null;
}

type HistoryRow = StayRow & Replacement;

const REPLACED_SQL = `
  SELECT ${stayColumns('s', 'h.personal_sealed')}, h.action, h.acted_at AS "actedAt", h.actor_kind AS "actorKind",
         h.actor_id AS "actorId", h.channel AS "actedThrough", h.changed, h.reason AS "replacedBecause"
  FROM stay_history h CROSS JOIN LATERAL jsonb_populate_record(NULL::stay, h.content) s
  WHERE h.facility_id = $1 AND h.stay_id = $2 ORDER BY h.version`;

/** Reads every version of a stay; the look is recorded before it is answered. */
@Injectable()
export class StayHistoryReadModel {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Oldest first; the last is the stay as it stands. Throws `not-found` also for a stay out of the caller's scope. */
  async of(caller: Caller, stayId: string): Promise<readonly StayVersion[]> {
    const { facilityIds } = reachOf(caller.principal, 'stay.read');
    const at = this.clock.now();
    const { current, replaced, declaredBy } = await this.database.transaction({ facilityIds }, async (tx) => {
      const [found] = await tx.query<(StayRow & { declaredBy: string })[]>(
        `${SELECT_STAY.replace('SELECT', 'SELECT s.declared_by AS "declaredBy",')}
         JOIN name_index n ON n.facility_id = s.facility_id AND n.arrived_on = s.arrived_on AND n.stay_id = s.stay_id
         WHERE n.facility_id = ANY($1) AND n.stay_id = $2 AND n.kind = 1`,
        [facilityIds, stayId],
      );
      if (!found) throw new AppError('not-found', 'not-found');
      const { declaredBy: who, ...row } = found;
      const { facilityId } = row;
      const rows = await tx.query<HistoryRow[]>(REPLACED_SQL, [facilityId, stayId]);
      await appendAudit(tx, {
        at,
        facilityId,
        actor: { kind: caller.principal.kind, id: caller.principal.id },
        action: 'stay.history',
        subjectKind: 'stay',
        subjectId: stayId,
        requestId: caller.requestId,
        rowCount: rows.length + 1,
      });
      await noteLook(tx, {
        facilityId,
        stayId,
        at,
        looker: lookerOf(caller, 'stay.read'),
        purpose: null,
        visibleFrom: at,
      });
      return { current: row, replaced: rows, declaredBy: who };
    });
    return this.versions(current, replaced, declaredBy);
  }

  /** What replaced a version made the next one. */
  private async versions(current: StayRow, replaced: readonly HistoryRow[], declaredBy: string) {
    const stays = await Promise.all([...replaced, current].map((row) => openStay(this.keyRing, row)));
    const [kind = '', ...id] = declaredBy.split(':');
    return stays.map((stay, place): StayVersion => {
      const cause = replaced[place - 1];
      const { version } = stay;
      if (!cause) {
        const declared = { action: 'declare' as const, at: stay.declaredAt, changed: [], reason: null };
        return { version, ...declared, actor: { kind, id: id.join(':') }, channel: stay.channel, stay };
      }
      return {
        version,
        action: cause.action,
        at: cause.actedAt,
        actor: { kind: cause.actorKind, id: cause.actorId },
        channel: cause.actedThrough,
        changed: cause.changed,
        reason: cause.replacedBecause,
        stay,
      };
    });
  }
}
