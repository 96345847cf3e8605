import { AppError, type Clock, type Database, NO_FACILITY } from '@luutru/platform';

/** How long an answer of the database is taken for the present state. */
const ASK_EVERY_MS = 1_000;

/** Keeps personal data from being shown while the record of looks cannot be vouched for. */
export class SealWatch {
  private asked = -Infinity;
  private answer: Promise<boolean> = Promise.resolve(true);

  /** @param limitMs how old the oldest entry without a seal may be */
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly limitMs: number,
  ) {}

  /** Throws `audit-seal-stale` when entries may have gone unsealed for longer than the limit. Asks once a second at most. */
  async assertFresh(): Promise<void> {
    const now = this.clock.now().getTime();
    if (Math.abs(now - this.asked) >= ASK_EVERY_MS) {
      this.asked = now;
      this.answer = this.isStale();
    }
    if (await this.answer) throw new AppError('audit-seal-stale', 'unavailable');
  }

  private async isStale(): Promise<boolean> {
    const [result] = await this.database.run<{ stale: boolean }>(NO_FACILITY, {
      name: 'audit_seal_fresh',
      text: `SELECT checked_at < clock_timestamp() - $1 * interval '1 millisecond' AS stale FROM audit_sealer`,
      values: [this.limitMs],
    });
    return result?.rows[0]?.stale ?? true;
  }
}
