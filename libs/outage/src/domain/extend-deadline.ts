/** A time in which the system could not be used. */
export interface OutageWindow {
  readonly outageId: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
  /** Null: everywhere. */
  readonly wardIds: readonly string[] | null;
}

export interface ExtendedDeadline {
  readonly dueAt: Date;
  /** The outage that moved it last; null: it stands as the law has it. */
  readonly outageId: string | null;
}

/**
 * A deadline within an outage, or within the grace after its end, moves to the end and the grace: who could not declare gets
 * that long to catch up. One outage after the other may move it further; nothing ever moves it earlier.
 */
export function extendDeadline(
  due: Date,
  wardId: string,
  outages: readonly OutageWindow[],
  graceMs: number,
): ExtendedDeadline {
  const own = outages
    .filter(({ wardIds }) => wardIds === null || wardIds.includes(wardId))
    .sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime() || a.endedAt.getTime() - b.endedAt.getTime());
  let at = due.getTime();
  let outageId: string | null = null;
  for (const outage of own) {
    const until = outage.endedAt.getTime() + graceMs;
    if (outage.startedAt.getTime() <= at && at < until) {
      at = until;
      ({ outageId } = outage);
    }
  }
  return { dueAt: new Date(at), outageId };
}
