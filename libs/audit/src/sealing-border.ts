import type { Transaction } from '@luutru/platform';

/** Of all workers one seals at a time. */
const SEALER_LOCK = 7_305_004;

/** Takes the turn to seal until the transaction ends; answers the time in microseconds, or null when another has it. */
export async function takeTurn(tx: Transaction): Promise<string | null> {
  const [turn] = await tx.query<[{ mine: boolean; now: string }]>(
    `SELECT pg_try_advisory_xact_lock($1) AS mine, trunc(extract(epoch FROM clock_timestamp()) * 1000000)::text AS now`,
    [SEALER_LOCK],
  );
  return turn.mine ? turn.now : null;
}

/** Where the transactions stand: below `ended` all have ended, from `unborn` on none had begun. */
export interface Border {
  readonly ended: string;
  readonly unborn: string;
}

export async function readBorder(tx: Transaction): Promise<Border> {
  const [border] = await tx.query<[Border]>(
    'SELECT pg_snapshot_xmin(s)::text AS ended, pg_snapshot_xmax(s)::text AS unborn FROM pg_current_snapshot() AS s',
  );
  return border;
}

/**
 * Where a seal from `fromXact` ends: at `ended`, or earlier when more than `limit` entries lie between. A transaction is
 * never split, so that one with more entries than the limit makes a seal of its own.
 */
export async function sealEnd(tx: Transaction, fromXact: string, ended: string, limit: number): Promise<string> {
  const at = async (offset: number): Promise<string | undefined> => {
    const [row] = await tx.query<{ xact: string }[]>(
      `SELECT xact::text FROM audit_entry WHERE xact >= $1::xid8 AND xact < $2::xid8
       ORDER BY audit_entry.xact OFFSET $3 LIMIT 1`,
      [fromXact, ended, offset],
    );
    return row?.xact;
  };
  const beyond = await at(limit);
  if (beyond === undefined) return ended;
  return beyond === (await at(0)) ? String(BigInt(beyond) + 1n) : beyond;
}
