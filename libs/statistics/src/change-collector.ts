import type { Transaction } from '@luutru/platform';

/** Looks change nothing. */
const LOOKS = `('stay.read', 'stay.history', 'stay.inspect', 'stay.receipt', 'notice.see', 'trip.read', 'trip.list')`;
const NEWER = `e.xact >= $1::xid8 AND e.xact < $2::xid8`;

/**
 * What changed, read from the audit trail by the numbers of its transactions: reading up to the oldest that still runs misses
 * none and reads none twice (ADR 0012, ADR 0027). Time alone makes stays overdue, and says of which facility.
 */
const COLLECT_SQL = `
  INSERT INTO statistic_due (kind, facility_id, subject_id)
  SELECT e.subject_kind, e.facility_id, e.subject_id FROM audit_entry e
  WHERE ${NEWER} AND e.subject_kind IN ('stay', 'trip') AND e.subject_id IS NOT NULL AND e.action NOT IN ${LOOKS}
  UNION
  SELECT 'stay', s.facility_id, s.stay_id
  FROM audit_entry e JOIN stay s ON s.facility_id = e.facility_id AND s.state = 'overdue'
    AND s.arrived_on >= coalesce((e.detail->>'arrivedFrom')::date, '-infinity')
  WHERE ${NEWER} AND e.action = 'stay.mark-overdue'
  UNION
  SELECT 'stay', s.facility_id, s.stay_id
  FROM audit_entry e JOIN outage o ON o.outage_id = e.subject_id
  JOIN stay s ON s.due_extended_by = o.outage_id
    AND s.arrived_on BETWEEN (o.started_at - interval '76 days')::date AND o.ended_at::date + 1
  WHERE ${NEWER} AND e.action = 'outage.apply'
  UNION
  SELECT 'facility', e.facility_id, e.facility_id FROM audit_entry e JOIN facility f USING (facility_id)
  WHERE ${NEWER} AND e.action LIKE 'facility.%'
  ON CONFLICT DO NOTHING`;

const UNKNOWN_SQL = `
  INSERT INTO statistic_due (kind, facility_id, subject_id) SELECT 'facility', facility_id, facility_id FROM facility f
  WHERE NOT EXISTS (SELECT FROM statistic_facility s WHERE s.facility_id = f.facility_id) ON CONFLICT DO NOTHING`;

/** Everything: days of arrivals with about $1 stays at a time, facilities and trips. */
const ALL_DAYS_SQL = `
  INSERT INTO statistic_due_days (from_day, until_day)
  SELECT min(day), max(day) + 1 FROM (
    SELECT arrived_on AS day, floor((sum(count(*)) OVER (ORDER BY arrived_on) - count(*)) / $1::integer) AS span
    FROM stay GROUP BY arrived_on) AS d
  GROUP BY span`;
const ALL_ELSE_SQL = `
  INSERT INTO statistic_due (kind, facility_id, subject_id)
  SELECT 'facility', facility_id, facility_id FROM facility UNION ALL SELECT 'trip', facility_id, trip_id FROM trip
  ON CONFLICT DO NOTHING`;

/** Transactions read at once: after a day without a worker there are many more. */
const AT_ONCE = 50_000n;

interface Progress {
  readonly uptoXact: string | null;
  readonly watchedXact: string | null;
}

/** Notes what is to be counted again. The caller holds the lock under which of all workers one does. */
export async function collectChanges(tx: Transaction, now: Date, staysInSpan: number): Promise<void> {
  const [progress] = await tx.query<[Progress]>(
    `SELECT upto_xact::text AS "uptoXact", watched_xact::text AS "watchedXact" FROM statistic_progress`,
  );
  const [border] = await tx.query<[{ ended: string; next: string }]>(
    `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS ended, pg_snapshot_xmax(pg_current_snapshot())::text AS next`,
  );
  const { uptoXact, watchedXact } = progress;
  // A database rebuilt from a dump counts its transactions from below: the mark says nothing any more.
  const fromDump = uptoXact !== null && BigInt(uptoXact) > BigInt(border.ended);
  const from = uptoXact === null || fromDump ? null : BigInt(uptoXact);
  const ended = BigInt(border.ended);
  const upto = from !== null && ended - from > AT_ONCE ? from + AT_ONCE : ended;
  if (from === null) {
    await tx.query('DELETE FROM statistic_due_days');
    await tx.query(ALL_DAYS_SQL, [staysInSpan]);
    await tx.query(ALL_ELSE_SQL);
  } else await tx.query(COLLECT_SQL, [from.toString(), upto.toString()]);
  await tx.query(UNKNOWN_SQL);
  // All that had begun by the noted moment has ended and was read; note another.
  const passed = watchedXact === null || fromDump || upto >= BigInt(watchedXact);
  await tx.query(
    `UPDATE statistic_progress SET upto_xact = $1::xid8,
       collected_at = CASE WHEN $2 THEN watched_at ELSE collected_at END,
       watched_xact = CASE WHEN $2 THEN $3::xid8 ELSE watched_xact END,
       watched_at = CASE WHEN $2 THEN $4::timestamptz ELSE watched_at END`,
    [upto.toString(), passed, border.next, now],
  );
}
