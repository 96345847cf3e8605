import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { appendAudit } from '@luutru/audit';
import { localDate } from '@luutru/calendar';
import { type FacilityProfile, FacilityReadModel } from '@luutru/facility';
import {
  AppError,
  CLOCK,
  type Clock,
  Database,
  KeyRing,
  NO_FACILITY,
  STANDING_SCOPE,
  type Transaction,
  uuidV7,
} from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { deskTokenHash, newDeskToken } from './domain/desk-token';
import { EntryRepository } from './entry.repository';

const LINK_SEAL = { table: 'desk_link', column: 'token_sealed' } as const;
/** The kinds of stay that the desk of a lodging or household declares; hospitals and buses know their people otherwise. */
const SERVED = new Set(['guest', 'tenant']);

/** The live link of a desk, as those who print it see it. */
export interface DeskLink {
  readonly token: string;
  readonly madeAt: Date;
}

/** What a token leads to. */
export interface FoundLink {
  readonly facilityId: string;
  readonly linkId: string;
  readonly live: boolean;
}

/** The link behind the QR code of a desk: one at a time, shown again as often as wanted, worthless the moment it is renewed. */
@Injectable()
export class DeskLinkService {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly entries: EntryRepository,
    private readonly facilities: FacilityReadModel,
    private readonly reference: ReferenceDataService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The live link; null when there is none. */
  async find(facilityId: string): Promise<DeskLink | null> {
    const [row] = await this.database.transaction({ facilityIds: [facilityId] }, (tx) =>
      tx.query<{ linkId: string; sealed: Buffer; madeAt: Date }[]>(
        `SELECT link_id AS "linkId", token_sealed AS sealed, made_at AS "madeAt" FROM desk_link
         WHERE facility_id = $1 AND withdrawn_at IS NULL`,
        [facilityId],
      ),
    );
    if (!row) return null;
    const token = await this.keyRing.open(LINK_SEAL.table, LINK_SEAL.column, row.linkId, row.sealed);
    return { token, madeAt: row.madeAt };
  }

  /**
   * A new link in the place of the one before, which is worthless from now on. Throws `guest-entry-not-served`.
   * @param refuseWaiting sends back all that wait: the link before was misused
   */
  async renew(caller: Caller, facilityId: string, refuseWaiting = false): Promise<DeskLink> {
    if (!(await this.serving(facilityId))) throw new AppError('guest-entry-not-served', 'conflict');
    const now = this.clock.now();
    const token = newDeskToken();
    const linkId = uuidV7(now);
    const sealed = await this.keyRing.seal(STANDING_SCOPE, LINK_SEAL.table, LINK_SEAL.column, linkId, token);
    await this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      // Two who renew at once go one after the other.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('desk-link/' || $1, 0))`, [facilityId]);
      await this.end(tx, caller, facilityId, now);
      await tx.query(
        `INSERT INTO desk_link (facility_id, link_id, token_hash, token_sealed, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6)`,
        [facilityId, linkId, deskTokenHash(token), sealed, now, nameOf(caller)],
      );
      const refused = { by: nameOf(caller), at: now, because: 'code-replaced' } as const;
      const rowCount = refuseWaiting ? await this.entries.refuseAll(tx, facilityId, refused) : undefined;
      await this.audit(tx, caller, { facilityId, action: 'desk-link.renew', linkId, at: now, rowCount });
    });
    return { token, madeAt: now };
  }

  /** Nobody comes in by it any more; entries that wait are left to the desk. Throws `not-found` when there is none. */
  async withdraw(caller: Caller, facilityId: string): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      const linkId = await this.end(tx, caller, facilityId, now);
      if (linkId === null) throw new AppError('not-found', 'not-found');
      await this.audit(tx, caller, { facilityId, action: 'desk-link.withdraw', linkId, at: now });
    });
  }

  /** Whose desk a token is of, also one that was withdrawn. Throws `desk-link-unknown`. */
  async findByToken(token: string | undefined): Promise<FoundLink> {
    const hash = deskTokenHash(token);
    if (!hash) throw unknown();
    const [row] = await this.database.transaction(NO_FACILITY, async (tx) => {
      await tx.query(`SELECT set_config('app.desk_token_hash', $1, true)`, [hash.toString('hex')]);
      return tx.query<FoundLink[]>(
        `SELECT facility_id AS "facilityId", link_id AS "linkId", withdrawn_at IS NULL AS live FROM desk_link WHERE token_hash = $1`,
        [hash],
      );
    });
    if (!row) throw unknown();
    return row;
  }

  /** The facility behind a live link. Throws `desk-link-unknown`, alike for what never was and what is no more. */
  async facilityOf(link: FoundLink): Promise<FacilityProfile> {
    const facility = link.live ? await this.serving(link.facilityId) : null;
    if (!facility) throw unknown();
    return facility;
  }

  /** Holds the link until the end of the transaction, so that entries come one after the other. Throws `desk-link-unknown`. */
  async hold(tx: Transaction, { facilityId, linkId }: FoundLink): Promise<void> {
    const [held] = await tx.query<object[]>(
      `SELECT 1 FROM desk_link WHERE facility_id = $1 AND link_id = $2 AND withdrawn_at IS NULL FOR UPDATE`,
      [facilityId, linkId],
    );
    if (!held) throw unknown();
  }

  private async serving(facilityId: string): Promise<FacilityProfile | null> {
    const facility = await this.facilities.find(facilityId);
    if (facility?.status !== 'active') return null;
    const { stayKinds } = this.reference.facilityKind(facility.kind, localDate(this.clock.now()));
    return stayKinds.some((kind) => SERVED.has(kind)) ? facility : null;
  }

  private async end(tx: Transaction, caller: Caller, facilityId: string, now: Date): Promise<string | null> {
    const [rows] = await tx.query<[{ linkId: string }[], number]>(
      `UPDATE desk_link SET withdrawn_at = $2, withdrawn_by = $3, token_sealed = NULL
       WHERE facility_id = $1 AND withdrawn_at IS NULL RETURNING link_id AS "linkId"`,
      [facilityId, now, nameOf(caller)],
    );
    return rows[0]?.linkId ?? null;
  }

  private async audit(
    tx: Transaction,
    { principal, requestId }: Caller,
    entry: { facilityId: string; action: string; linkId: string; at: Date; rowCount?: number },
  ): Promise<void> {
    const { linkId, ...rest } = entry;
    const actor = { kind: principal.kind, id: principal.id };
    await appendAudit(tx, { ...rest, actor, subjectKind: 'desk-link', subjectId: linkId, requestId });
  }
}

/** Who did it, as rows keep it. */
export const nameOf = ({ principal }: Caller): string => `${principal.kind}:${principal.id}`;

const unknown = (): AppError => new AppError('desk-link-unknown', 'not-found');
