import type { Transaction } from '@luutru/platform';

/** A change of rooms is held against this many nights back; older ones stay as they were reckoned. */
const ROOMS_BACK_DAYS = 56;
/** Looks change nothing. */
const LOOKS = `('stay.read', 'stay.history', 'stay.inspect', 'stay.receipt', 'notice.see', 'trip.read', 'trip.list')`;
/** Longer ago than any stay. */
const EVER = '2000-01-01';

/**
 * Which facilities changed since when, read from the audit trail: every change of a stay appends an entry in its own
 * transaction, and an entry carries the number of that transaction. Reading up to the oldest transaction that still runs
 * misses none and reads none twice, as the sealer does (ADR 0012, ADR 0027). A correction may have moved the day of
 * arrival: the older day is in the history.
 */
const COLLECT_SQL = `
  INSERT INTO compliance_due (facility_id, since)
  SELECT facility_id, min(since) FROM (
    SELECT e.facility_id, least(n.arrived_on, (
             SELECT min(h.arrived_on) FROM stay_history h
             WHERE e.action = 'stay.correct' AND h.facility_id = n.facility_id AND h.stay_id = n.stay_id)) AS since
    FROM audit_entry e JOIN name_index n ON n.facility_id = e.facility_id AND n.stay_id = e.subject_id AND n.kind = 1
    WHERE e.xact >= $1::xid8 AND e.xact < $2::xid8 AND e.subject_kind = 'stay' AND e.action NOT IN ${LOOKS}
    UNION ALL
    SELECT e.facility_id, coalesce((e.detail->>'arrivedFrom')::date, '${EVER}') FROM audit_entry e
    WHERE e.xact >= $1::xid8 AND e.xact < $2::xid8 AND e.action = 'stay.mark-overdue'
    UNION ALL
    SELECT s.facility_id, s.arrived_on
    FROM audit_entry e JOIN outage o ON o.outage_id = e.subject_id
    JOIN stay s ON s.due_extended_by = o.outage_id
      AND s.arrived_on BETWEEN (o.started_at - interval '76 days')::date AND o.ended_at::date + 1
    WHERE e.xact >= $1::xid8 AND e.xact < $2::xid8 AND e.action = 'outage.apply'
    UNION ALL
    SELECT e.facility_id, $3::date - ${ROOMS_BACK_DAYS} FROM audit_entry e JOIN facility f USING (facility_id)
    WHERE e.xact >= $1::xid8 AND e.xact < $2::xid8 AND e.action LIKE 'facility.%'
    UNION ALL
    SELECT e.facility_id, (t.departs_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date FROM audit_entry e
    JOIN trip t ON t.facility_id = e.facility_id AND t.trip_id = e.subject_id
    WHERE e.xact >= $1::xid8 AND e.xact < $2::xid8 AND e.subject_kind = 'trip' AND e.action NOT IN ${LOOKS}
  ) changes GROUP BY facility_id ORDER BY facility_id
  ON CONFLICT (facility_id) DO UPDATE SET since = least(compliance_due.since, excluded.since)`;

const ALL_SQL = `
  INSERT INTO compliance_due (facility_id, since) SELECT facility_id, '${EVER}' FROM facility ORDER BY facility_id
  ON CONFLICT (facility_id) DO UPDATE SET since = excluded.since`;

/** A new day makes every silence longer and moves every window; it ends a night that was not over before. */
const TURN_SQL = `
  INSERT INTO compliance_due (facility_id, since) SELECT facility_id, $1::date - 1 FROM facility ORDER BY facility_id
  ON CONFLICT (facility_id) DO UPDATE SET since = least(compliance_due.since, excluded.since)`;

const UNKNOWN_SQL = `
  INSERT INTO compliance_due (facility_id, since)
  SELECT facility_id, '${EVER}' FROM facility f
  WHERE NOT EXISTS (SELECT FROM compliance_standing s WHERE s.facility_id = f.facility_id)
  ORDER BY facility_id ON CONFLICT (facility_id) DO UPDATE SET since = least(compliance_due.since, excluded.since)`;

interface Progress {
  readonly uptoXact: string | null;
  readonly day: string | null;
}

/** Notes what is to be reckoned again. Of all workers one does at a time; the others leave it to that one. */
export async function collectChanges(tx: Transaction, today: string): Promise<void> {
  const [progress] = await tx.query<Progress[]>(
    `SELECT upto_xact::text AS "uptoXact", day::text AS day FROM compliance_progress FOR UPDATE SKIP LOCKED`,
  );
  if (!progress) return;
  const [border] = await tx.query<[{ ended: string }]>('SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS ended');
  const { uptoXact } = progress;
  // A database rebuilt from a dump counts its transactions from below: the mark says nothing any more.
  if (uptoXact !== null && BigInt(uptoXact) > BigInt(border.ended)) await tx.query(ALL_SQL);
  else if (uptoXact !== null) await tx.query(COLLECT_SQL, [uptoXact, border.ended, today]);
  if (progress.day !== null && progress.day < today) await tx.query(TURN_SQL, [progress.day]);
  await tx.query(UNKNOWN_SQL);
  await tx.query('UPDATE compliance_progress SET upto_xact = $1::xid8, day = greatest(day, $2::date)', [
    border.ended,
    today,
  ]);
}
