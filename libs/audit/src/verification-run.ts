import { addDays, atLocalTime } from '@luutru/calendar';
import { signatureHolds, type Transaction } from '@luutru/platform';
import { AuditSealRepository } from './audit-seal.repository';
import type { Fault, Finding } from './domain/finding';
import { leafOf } from './domain/leaf';
import { MerkleTree } from './domain/merkle';
import { chainFault, FIRST_XACT, type Seal, signedBytes } from './domain/seal';
import { EntryReader } from './entry-reader';
import { HeadComparison } from './head-comparison';
import type { Verification, VerificationRequest } from './verification';

const BATCH = 500;
/** An entry that old without a seal was kept from being sealed, or its seal is gone. */
const UNSEALED_MINUTES = 10;

/** One walk along seals and entries, side by side; holds a page of each, however long the trail is. */
export class VerificationRun {
  private readonly repository = new AuditSealRepository();
  private readonly comparison: HeadComparison | null;
  private previous: Seal | null = null;
  private nextNumber = 1;
  private seals = 0;
  private entries = 0;

  constructor(
    private readonly tx: Transaction,
    private readonly request: VerificationRequest,
  ) {
    const heads = request.heads?.[Symbol.asyncIterator]();
    this.comparison = heads
      ? new HeadComparison(heads, async ({ sealNumber, head }) => {
          const seal = await this.repository.find(tx, sealNumber);
          return seal?.head.equals(head) ?? false;
        })
      : null;
  }

  async verify(): Promise<Verification> {
    const finding = await this.walk();
    if (finding || this.request.toDay !== undefined) return this.outcome(finding, 0);
    const truncated = await this.truncation();
    const { unsealed, old } = await this.countUnsealed();
    const late = old > 0 ? { ...this.place('entries-unsealed', null), expected: 0, found: old } : null;
    return this.outcome(truncated ?? late, unsealed);
  }

  private async walk(): Promise<Finding | null> {
    const range = await this.range();
    if (!range) return null;
    this.nextNumber = range.first;
    this.previous = range.first > 1 ? await this.repository.find(this.tx, range.first - 1) : null;
    const entries = await this.openEntries(range.last);
    for (let after = range.first - 1; after < range.last;) {
      const page = await this.repository.listAfter(this.tx, after, BATCH);
      if (page.length === 0) return this.place('seal-missing', null);
      for (const seal of page.filter(({ sealNumber }) => sealNumber <= range.last)) {
        const finding = await this.check(seal, entries);
        if (finding) return finding;
        this.previous = seal;
        this.seals += 1;
        this.entries += seal.entryCount;
        after = seal.sealNumber;
        this.nextNumber = after + 1;
      }
    }
    return null;
  }

  /** The numbers of the seals to verify; without a first day from number 1 on, whether it is there or not. */
  private async range(): Promise<{ first: number; last: number } | null> {
    const { fromDay, toDay } = this.request;
    const [row] = await this.tx.query<[{ first: string | null; last: string | null }]>(
      `SELECT min(seal_number) AS first, max(seal_number) AS last FROM audit_seal
       WHERE sealed_at >= coalesce($1::timestamptz, '-infinity') AND sealed_at < coalesce($2::timestamptz, 'infinity')`,
      [fromDay ? atLocalTime(fromDay, '00:00') : null, toDay ? atLocalTime(addDays(toDay, 1), '00:00') : null],
    );
    if (row.first === null || row.last === null) return null;
    return { first: fromDay ? Number(row.first) : 1, last: Number(row.last) };
  }

  private async openEntries(lastNumber: number): Promise<EntryReader> {
    const last = await this.repository.find(this.tx, lastNumber);
    return EntryReader.open(this.tx, this.previous?.uptoXact ?? FIRST_XACT, last?.uptoXact ?? FIRST_XACT);
  }

  /** The seal itself first: only when it is authentic does it say anything about entries. */
  private async check(seal: Seal, entries: EntryReader): Promise<Finding | null> {
    const fault = chainFault(seal, this.previous);
    if (fault === 'seal-missing') return this.place(fault, seal.sealedAt);
    const ownFault = fault ?? (await this.comparison?.check(seal.sealNumber, seal.head)) ?? this.signatureFault(seal);
    if (ownFault) return this.place(ownFault, seal.sealedAt);
    const tree = new MerkleTree();
    await entries.takeBelow(seal.uptoXact, (row) => tree.add(leafOf(row)));
    if (tree.count === seal.entryCount && tree.root().equals(seal.merkleRoot)) return null;
    return { ...this.place('entries-differ', seal.sealedAt), expected: seal.entryCount, found: tree.count };
  }

  private signatureFault(seal: Seal): Fault | null {
    const key = this.request.keys.get(seal.keyId);
    if (!key) return 'key-unknown';
    return signatureHolds(key, signedBytes(seal.head), seal.signature) ? null : 'signature-wrong';
  }

  private async truncation(): Promise<Finding | null> {
    const exported = await this.comparison?.highestAfter(this.nextNumber - 1);
    if (!exported) return null;
    // What was sealed and exported while we walked is still there.
    const now = (await this.repository.findLast(this.tx))?.sealNumber ?? 0;
    return exported > now ? { ...this.place('seals-truncated', null), expected: exported, found: now } : null;
  }

  private async countUnsealed(): Promise<{ unsealed: number; old: number }> {
    const [row] = await this.tx.query<[{ unsealed: string; old: string }]>(
      `SELECT count(*) AS unsealed,
              count(*) FILTER (WHERE at < clock_timestamp() - make_interval(mins => $1)) AS old
       FROM audit_entry
       WHERE xact >= coalesce((SELECT upto_xact FROM audit_seal ORDER BY seal_number DESC LIMIT 1), '0'::xid8)`,
      [UNSEALED_MINUTES],
    );
    return { unsealed: Number(row.unsealed), old: Number(row.old) };
  }

  /** The place right after the last seal found whole. */
  private place(fault: Fault, upto: string | null): Finding {
    return { fault, sealNumber: this.nextNumber, after: this.previous?.sealedAt ?? null, upto };
  }

  private outcome(finding: Finding | null, unsealed: number): Verification {
    return { seals: this.seals, entries: this.entries, unsealed, finding };
  }
}
