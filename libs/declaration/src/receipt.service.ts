import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { appendAudit } from '@luutru/audit';
import { addDays, atLocalTime, isCalendarDate } from '@luutru/calendar';
import { type FacilityProfile, FacilityReadModel } from '@luutru/facility';
import { AppError, CLOCK, type Clock, Database, type Transaction } from '@luutru/platform';
import {
  digestClaims,
  type IssuedReceipt,
  readReceiptOf,
  type ReceiptClaims,
  receiptHash,
  ReceiptSigner,
} from '@luutru/receipt';
import { RECEIPT_ISSUER, StayReceipt } from './stay-receipt';
import { StayReadModel } from './stay.read-model';
import type { StayView } from './stay.row';

/** The receipt of a stay and the facility it names. */
export interface StayReceiptView {
  readonly receipt: string;
  readonly claims: ReceiptClaims;
  readonly facility: FacilityProfile;
}

/** One line of a day's digest. */
export interface DigestEntry {
  readonly stayId: string;
  readonly act: string;
  readonly late: boolean;
  /** SHA-256 of the receipt, base64url. */
  readonly receiptHash: string;
}

/** What a facility declared on a day, signed. */
export interface DayDigest {
  readonly day: string;
  readonly digest: string;
  readonly entries: readonly DigestEntry[];
}

/** A declaration of the last second commits within this time. */
const SETTLED_AFTER_MS = 5 * 60_000;

@Injectable()
export class ReceiptService {
  constructor(
    private readonly database: Database,
    private readonly stays: StayReadModel,
    private readonly facilities: FacilityReadModel,
    private readonly receipts: StayReceipt,
    private readonly signer: ReceiptSigner,
    @Inject(RECEIPT_ISSUER) private readonly issuer: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The receipt of a stay in the caller's reach; after a correction or cancellation the newest. Throws `not-found`. */
  async ofStay(caller: Caller, stayId: string): Promise<StayReceiptView> {
    return this.newest(await this.stays.get(caller, stayId));
  }

  /** The same for the person whose stay it is. Throws `not-found`. */
  async ofOwnStay(caller: Caller, stayId: string): Promise<StayReceiptView> {
    return this.newest(await this.stays.getOwn(caller, stayId));
  }

  private async newest(stay: StayView): Promise<StayReceiptView> {
    const facility = await this.facility(stay.facilityId);
    const later = stay.receipt !== null && readReceiptOf(stay.receipt);
    if (later) return { receipt: later.jws, claims: later.claims, facility };
    return { ...this.receipts.ofDeclaration(stay, facility.code), facility };
  }

  /**
   * The digest of a day that is over; made and signed at the first question, and the same for ever after.
   * @throws `day-not-over`, `not-found` for what is no day
   */
  async digest(caller: Caller, facilityId: string, day: string): Promise<DayDigest> {
    if (!isCalendarDate(day)) throw new AppError('not-found', 'not-found');
    const [from, to] = [atLocalTime(day, '00:00'), atLocalTime(addDays(day, 1), '00:00')];
    const now = this.clock.now();
    if (now.getTime() < to.getTime() + SETTLED_AFTER_MS) throw new AppError('day-not-over', 'conflict');
    const facility = await this.facility(facilityId);
    return this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      const kept = await this.kept(tx, facilityId, day);
      if (kept) return kept;
      const receipts = await this.issued(tx, facilityId, from, to);
      const subject = { issuer: this.issuer, facilityCode: facility.code, day, issuedAt: now };
      const digest = this.signer.issueDigest(digestClaims(subject, receipts));
      await tx.query(
        `INSERT INTO receipt_digest (facility_id, day, digest, entries, made_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING`,
        [facilityId, day, digest, JSON.stringify(receipts.map(entryOf)), now],
      );
      await appendAudit(tx, {
        at: now,
        facilityId,
        actor: { kind: caller.principal.kind, id: caller.principal.id },
        action: 'digest.make',
        subjectKind: 'facility',
        subjectId: facilityId,
        requestId: caller.requestId,
        rowCount: receipts.length,
      });
      // Another process may have been first: what is kept is what counts.
      const made = await this.kept(tx, facilityId, day);
      if (!made) throw new Error('The digest just made is gone');
      return made;
    });
  }

  private async kept(tx: Transaction, facilityId: string, day: string): Promise<DayDigest | null> {
    const [row] = await tx.query<DayDigest[]>(
      'SELECT day::text AS day, digest, entries FROM receipt_digest WHERE facility_id = $1 AND day = $2',
      [facilityId, day],
    );
    return row ?? null;
  }

  /** The receipts as they were given out, from the answers kept for repeats. */
  private async issued(tx: Transaction, facilityId: string, from: Date, to: Date): Promise<IssuedReceipt[]> {
    const rows = await tx.query<{ jws: string }[]>(
      `SELECT answer->>'receipt' AS jws FROM idempotency
       WHERE facility_id = $1 AND operation IN ('stay.declare', 'stay.act') AND answer->>'receipt' IS NOT NULL AND created_at >= $2 AND created_at < $3`,
      [facilityId, from, to],
    );
    return rows.flatMap(({ jws }) => readReceiptOf(jws) ?? []);
  }

  private async facility(facilityId: string): Promise<FacilityProfile> {
    const facility = await this.facilities.find(facilityId);
    if (!facility) throw new AppError('not-found', 'not-found');
    return facility;
  }
}

const entryOf = ({ jws, claims }: IssuedReceipt): DigestEntry => ({
  stayId: claims.rid,
  act: claims.act,
  late: claims.late,
  receiptHash: receiptHash(jws),
});
