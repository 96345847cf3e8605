import { appendAudit } from '@luutru/audit';
import type { LocalDate } from '@luutru/calendar';
import { type Transaction, uuidV7 } from '@luutru/platform';
import type { BandRule, Figures } from './domain/bands';
import type { Gap } from './domain/excused-days';
import { WINDOW_DAYS } from './domain/indicators';
import type { Silence, SilenceRule } from './domain/silence';
import type { Standing } from './domain/standing';

/** What is known of a facility, as the rules want it. */
export interface FacilityFacts {
  readonly facilityId: string;
  readonly status: 'active' | 'suspended' | 'closed';
  readonly kind: string;
  readonly wardId: string;
  readonly registeredOn: string;
  readonly resumedOn: string | null;
  readonly rooms: number;
  readonly beds: number;
  readonly inHouse: number;
  readonly declarations: Readonly<Record<string, number>>;
  readonly figures: Figures;
}

export interface Reckoned {
  readonly facilityId: string;
  readonly silence: Silence;
  readonly standing: Standing;
}

/** A year and the history before it, counted from the last declaration. */
const SERIES_DAYS = 430;
const LATE_DAYS = 75;

const share = (column: string, of: string): string =>
  `jsonb_build_object('count', coalesce(w.${column}, 0), 'of', ${of})`;
const STAYS = 'coalesce(w.stays, 0)';
const CHECKED = 'coalesce(w.checked, 0)';

/** $1 facilities, $2 today. Every figure comes from the rollups, none from the stays. */
const FACTS_SQL = `
  WITH every AS MATERIALIZED (
    SELECT * FROM compliance_day WHERE facility_id = ANY($1::uuid[])
  ), span AS (
    SELECT facility_id, max(declared_on) AS last, sum(in_house) AS in_house FROM every GROUP BY 1
  ), w AS (
    SELECT facility_id, sum(stays) AS stays, sum(late) AS late, sum(corrected) AS corrected, sum(checked) AS checked,
           sum(mismatched) AS mismatched, sum(not_found) AS not_found, sum(no_papers) AS no_papers, sum(overdue) AS overdue
    FROM every WHERE arrived_on > $2::date - ${WINDOW_DAYS} AND arrived_on <= $2::date GROUP BY 1
  ), series AS (
    SELECT facility_id, jsonb_object_agg(declared_on, declared) AS days FROM (
      SELECT e.facility_id, e.declared_on, sum(e.declared) AS declared FROM every e JOIN span USING (facility_id)
      WHERE e.arrived_on >= span.last - ${SERIES_DAYS + LATE_DAYS} AND e.declared_on >= span.last - ${SERIES_DAYS}
      GROUP BY 1, 2) one GROUP BY 1
  )
  SELECT f.facility_id AS "facilityId", f.status, f.kind, f.ward_id AS "wardId",
         (f.created_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS "registeredOn",
         (SELECT (max(v.at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text FROM facility_version v
          WHERE v.facility_id = f.facility_id AND v.action = 'reinstate') AS "resumedOn",
         r.rooms, r.beds, coalesce(span.in_house, 0)::integer AS "inHouse", coalesce(series.days, '{}') AS declarations,
         jsonb_build_object(
           'late-rate', ${share('late', STAYS)}, 'correction-rate', ${share('corrected', STAYS)},
           'mismatch-rate', ${share('mismatched', CHECKED)}, 'not-found-rate', ${share('not_found', CHECKED)},
           'no-papers', ${share('no_papers', STAYS)}, 'overdue', ${share('overdue', STAYS)},
           'rooms-over', jsonb_build_object('count', c.rooms_over, 'of', r.rooms * ${WINDOW_DAYS}),
           'seats-over', jsonb_build_object('count', c.trips_over, 'of', (
             SELECT count(*) FROM trip t WHERE t.facility_id = f.facility_id
               AND t.departs_at >= ($2::date - ${WINDOW_DAYS - 1})::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
               AND t.departs_at < ($2::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'))) AS figures
  FROM facility f
  LEFT JOIN span USING (facility_id) LEFT JOIN w USING (facility_id) LEFT JOIN series USING (facility_id)
  CROSS JOIN LATERAL (SELECT count(*)::integer AS rooms, coalesce(sum(beds), 0)::integer AS beds
                      FROM room WHERE room.facility_id = f.facility_id) r
  CROSS JOIN LATERAL (SELECT coalesce(sum(rooms_over), 0) AS rooms_over, coalesce(sum(trips_over), 0) AS trips_over
                      FROM compliance_capacity WHERE compliance_capacity.facility_id = f.facility_id
                        AND day > $2::date - ${WINDOW_DAYS} AND day <= $2::date) c
  WHERE f.facility_id = ANY($1::uuid[])`;

const STORE_SQL = `
  INSERT INTO compliance_standing (facility_id, points, outside, silence, figures, reckoned_on, reckoned_at)
  SELECT s."facilityId", s.points, s.outside, s.silence, s.figures, $2, $3
  FROM jsonb_to_recordset($1::jsonb)
    AS s("facilityId" uuid, points smallint, outside text[], silence jsonb, figures jsonb)
  ON CONFLICT (facility_id) DO UPDATE SET points = excluded.points, outside = excluded.outside,
    silence = excluded.silence, figures = excluded.figures, reckoned_on = excluded.reckoned_on,
    reckoned_at = excluded.reckoned_at`;

/** A silence that was thought to be over goes on as the same one: the police hears of it once. */
const SILENCE_SQL = `
  INSERT INTO facility_silence (facility_id, since, silence_id, found_at, expected) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (facility_id, since) DO UPDATE SET ended_at = NULL, expected = excluded.expected
  RETURNING silence_id AS "silenceId"`;

const END_SQL = `
  UPDATE facility_silence SET ended_at = $3 WHERE facility_id = ANY($1::uuid[]) AND ended_at IS NULL
    AND (facility_id, since) NOT IN (SELECT * FROM unnest($2::uuid[], $4::date[]))
  RETURNING facility_id AS "facilityId"`;

const NOTICES_SQL = `
  UPDATE police_notice n SET ended_at = s.ended_at FROM facility_silence s
  WHERE n.facility_id = ANY($1::uuid[]) AND n.facility_id = s.facility_id AND n.stay_id = s.silence_id
    AND n.kind = 'silent-facility' AND n.ended_at IS DISTINCT FROM s.ended_at`;

/** What the worker reads to judge facilities, and what it writes of the judgement. */
export class StandingRepository {
  async rules(tx: Transaction, day: LocalDate): Promise<{ silence: SilenceRule; bands: BandRule }> {
    const rules = await tx.query<{ key: string; value: unknown }[]>(
      `SELECT rule_key AS key, value FROM legal_rule WHERE rule_key IN ('compliance.silence', 'compliance.bands')
         AND valid_from <= $1::date AND (valid_to IS NULL OR valid_to > $1::date)`,
      [day],
    );
    const find = (key: string): unknown => {
      const rule = rules.find((one) => one.key === key);
      if (!rule) throw new Error(`No rule ${key} was in force on ${day}`);
      return rule.value;
    };
    return { silence: find('compliance.silence') as SilenceRule, bands: find('compliance.bands') as BandRule };
  }

  gaps(tx: Transaction, hours: number): Promise<Gap[]> {
    return tx.query(
      `SELECT started_at AS "startedAt", ended_at AS "endedAt", ward_ids AS "wardIds" FROM outage
       WHERE withdrawn_at IS NULL AND ended_at - started_at >= make_interval(hours => $1)`,
      [hours],
    );
  }

  facts(tx: Transaction, facilityIds: readonly string[], today: LocalDate): Promise<FacilityFacts[]> {
    return tx.query(FACTS_SQL, [facilityIds, today]);
  }

  /** Stores the standings, begins and ends silences, and tells the police of each new one. */
  async store(
    tx: Transaction,
    reckoned: readonly Reckoned[],
    today: LocalDate,
    now: Date,
  ): Promise<{ silenced: number; ended: number }> {
    const rows = reckoned.map(({ facilityId, silence, standing }) => ({
      facilityId,
      points: standing.points,
      outside: standing.outside,
      silence,
      figures: Object.fromEntries(standing.figures.map(({ id, count, of }) => [id, { count, of }])),
    }));
    await tx.query(STORE_SQL, [JSON.stringify(rows), today, now]);
    const silent = reckoned.filter(({ silence }) => silence.state === 'silent');
    let silenced = 0;
    for (const one of silent) silenced += (await this.begin(tx, one, now)) ? 1 : 0;
    const ids = reckoned.map(({ facilityId }) => facilityId);
    const [ended] = await tx.query<[{ facilityId: string }[], number]>(END_SQL, [
      ids,
      silent.map(({ facilityId }) => facilityId),
      now,
      silent.map(({ silence }) => silence.since),
    ]);
    for (const { facilityId } of ended) await this.audit(tx, facilityId, 'compliance.silence-ended', now);
    await tx.query(NOTICES_SQL, [ids]);
    return { silenced, ended: ended.length };
  }

  /** Returns whether the silence is a new one. */
  private async begin(tx: Transaction, { facilityId, silence }: Reckoned, now: Date): Promise<boolean> {
    const id = uuidV7(now);
    const [kept] = await tx.query<[{ silenceId: string }]>(SILENCE_SQL, [
      facilityId,
      silence.since,
      id,
      now,
      silence.expected,
    ]);
    if (kept.silenceId !== id) return false;
    await tx.query(
      `INSERT INTO police_notice (facility_id, stay_id, kind, arrived_on, created_at)
       VALUES ($1, $2, 'silent-facility', $3, $4) ON CONFLICT DO NOTHING`,
      [facilityId, id, silence.since, now],
    );
    await this.audit(tx, facilityId, 'compliance.silent', now);
    return true;
  }

  private audit(tx: Transaction, facilityId: string, action: string, at: Date): Promise<void> {
    const actor = { kind: 'system', id: 'worker' } as const;
    return appendAudit(tx, {
      at,
      facilityId,
      actor,
      action,
      subjectKind: 'facility',
      subjectId: facilityId,
      requestId: null,
    });
  }
}
