import {
  AppError,
  type Database,
  NO_FACILITY,
  signBytes,
  type SigningKey,
  SigningKeyRepository,
  type Transaction,
} from '@luutru/platform';
import { AuditSealRepository } from './audit-seal.repository';
import { MerkleTree } from './domain/merkle';
import { leafOf } from './domain/leaf';
import { FIRST_XACT, headOf, NO_HEAD, type Seal, signedBytes } from './domain/seal';
import { EntryReader } from './entry-reader';
import { type Border, readBorder, sealEnd, takeTurn } from './sealing-border';

/** Entries a seal covers at most: a backlog is sealed in steps that each take a second or two. */
const ENTRIES_PER_SEAL = 50_000;

/** What one run did. */
export interface Sealing {
  /** Null when there was nothing to seal, or another worker had the turn. */
  readonly seal: Seal | null;
  /** More is waiting that could be sealed at once. */
  readonly more: boolean;
}

/** An instant, and the transaction that was the next to begin after it. */
interface Mark {
  readonly at: string;
  readonly unborn: string;
}

/**
 * Seals the entries of ended transactions, each exactly once. The worker runs it every second; any number of workers may.
 *
 * The transaction runs in READ COMMITTED, whose every statement sees what was committed before it began. The border is
 * read first: all transactions below it had ended by then, so the entries they left are visible to every later statement,
 * and none can be added to them, as an entry carries the number of the transaction that writes it. An entry that commits
 * late, in a transaction older than others that have ended, holds the border back until it has ended too. REPEATABLE READ
 * would be wrong: its one picture is taken by the statement that asks for the turn, hence before the turn is ours, and
 * might lack the seal that another worker was just about to commit (test/medium/audit-seal.spec.ts).
 */
export class AuditSealer {
  private readonly seals = new AuditSealRepository();
  private published = false;
  private mark: Mark | null = null;

  constructor(
    private readonly database: Database,
    private readonly key: SigningKey,
    private readonly limit = ENTRIES_PER_SEAL,
  ) {}

  /**
   * Makes at most one seal. Throws `audit-xact-behind` when the database counts its transactions from below what is
   * sealed, as one does that was rebuilt from a dump, and `signing-key-reused` when the key's id belongs to another key.
   */
  async run(): Promise<Sealing> {
    if (!this.published) await new SigningKeyRepository(this.database).publish('seal', this.key);
    this.published = true;
    const done = await this.database.transaction(NO_FACILITY, async (tx) => {
      const now = await takeTurn(tx);
      return now === null ? null : this.sealNext(tx, now);
    });
    if (!done) return { seal: null, more: false };
    this.mark = done.mark;
    return done.sealing;
  }

  private async sealNext(tx: Transaction, now: string): Promise<{ sealing: Sealing; mark: Mark | null }> {
    const last = await this.seals.findLast(tx);
    const border = await readBorder(tx);
    const fromXact = last?.uptoXact ?? FIRST_XACT;
    if (BigInt(border.ended) < BigInt(fromXact)) {
      throw new AppError('audit-xact-behind', 'conflict', { sealed: fromXact, ended: border.ended });
    }
    const uptoXact = await sealEnd(tx, fromXact, border.ended, this.limit);
    const seal = await this.cover(tx, last, uptoXact, now);
    const mark = await this.recordFreshness(tx, uptoXact, { at: now, unborn: border.unborn });
    return { sealing: { seal, more: isBehind(uptoXact, border) }, mark };
  }

  private async cover(tx: Transaction, last: Seal | null, uptoXact: string, now: string): Promise<Seal | null> {
    const fromXact = last?.uptoXact ?? FIRST_XACT;
    const tree = new MerkleTree();
    const entries = await EntryReader.open(tx, fromXact, uptoXact);
    await entries.takeBelow(uptoXact, (row) => tree.add(leafOf(row)));
    if (tree.count === 0) return null;
    const content = {
      sealNumber: (last?.sealNumber ?? 0) + 1,
      sealedAt: now,
      fromXact,
      uptoXact,
      entryCount: tree.count,
      merkleRoot: tree.root(),
      previousHead: last?.head ?? NO_HEAD,
      keyId: this.key.keyId,
    };
    const head = headOf(content);
    const seal = { ...content, head, signature: signBytes(this.key, signedBytes(head)) };
    await this.seals.insert(tx, seal);
    return seal;
  }

  /**
   * Writes down the last instant before which every entry is sealed: one whose next transaction lies below the border by
   * now. An entry that is written but cannot be sealed yet thus ages the record, whatever time the entry itself claims.
   */
  private async recordFreshness(tx: Transaction, uptoXact: string, current: Mark): Promise<Mark | null> {
    const covered = (mark: Mark | null): mark is Mark => mark !== null && BigInt(mark.unborn) <= BigInt(uptoXact);
    const reached = [current, this.mark].find(covered);
    if (reached) {
      await tx.query(
        `UPDATE audit_sealer SET checked_at = timestamptz 'epoch' + $1::bigint * interval '1 microsecond'`,
        [reached.at],
      );
    }
    if (reached === current) return null;
    return reached ? current : (this.mark ?? current);
  }
}

const isBehind = (uptoXact: string, border: Border): boolean => BigInt(uptoXact) < BigInt(border.ended);
