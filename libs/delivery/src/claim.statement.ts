import type { DeliverStayEvent } from './outbox.jobs';

/** A leased event, or none; `reached` is the facility that had the last turn. */
export type Claimed = (DeliverStayEvent | { readonly [K in keyof DeliverStayEvent]: null }) & {
  readonly reached: string | null;
};

/** Facilities looked at in one claim: bounds its cost where many wait for a later attempt and none is due. */
const FACILITIES_SEEN = 2_000;

/** Pending facilities in the order of their ids, each with when its first event is due: one index probe a facility. */
const walk = (name: string, from: string, until: string): string => {
  const next = (after: string): string => `
    SELECT facility_id, available_at FROM outbox
    WHERE topic = $1 AND state = 'pending' AND facility_id > ${after}${until}
    ORDER BY facility_id, available_at LIMIT 1`;
  return `${name} AS (
    (${next(from)})
    UNION ALL
    SELECT following.* FROM ${name} CROSS JOIN LATERAL (${next(`${name}.facility_id`)}) following
  )`;
};

/**
 * $1 topic, $2 now, $3 end of the lease, $4 limit, $5 the facility that had the last turn. Goes round the facilities that
 * have something pending from there, each taking an equal share of the limit. The walks are evaluated only as far as
 * somebody reads them, so that the cost follows the limit and not the backlog (test/medium/outbox.spec.ts).
 */
export const CLAIM = `
  WITH RECURSIVE ${walk('ahead', '$5::uuid', '')},
  ${walk('behind', `'00000000-0000-0000-0000-000000000000'::uuid`, ' AND facility_id <= $5::uuid')},
  seen AS MATERIALIZED (
    SELECT facility_id, available_at, row_number() OVER () AS place
    FROM (SELECT * FROM ahead UNION ALL SELECT * FROM behind LIMIT ${FACILITIES_SEEN}) ring
    WHERE NOT EXISTS (SELECT FROM delivery_switch WHERE topic = $1 AND paused)
  ), turn AS MATERIALIZED (
    SELECT facility_id, place FROM seen WHERE available_at <= $2 LIMIT $4
  ), due AS MATERIALIZED (
    SELECT found.* FROM turn CROSS JOIN LATERAL (
      SELECT c.facility_id, c.outbox_id FROM outbox c
      WHERE c.topic = $1 AND c.state = 'pending' AND c.facility_id = turn.facility_id AND c.available_at <= $2
        AND NOT EXISTS (
          SELECT FROM outbox e
          WHERE e.facility_id = c.facility_id AND e.stay_id = c.stay_id AND e.topic = c.topic
            AND e.sequence < c.sequence AND e.state <> 'done')
      ORDER BY c.available_at LIMIT (SELECT ceil($4::numeric / count(*)) FROM turn) FOR UPDATE SKIP LOCKED
    ) found LIMIT $4
  ), claimed AS (
    UPDATE outbox o SET available_at = $3, claim_number = o.claim_number + 1
    FROM due WHERE o.facility_id = due.facility_id AND o.outbox_id = due.outbox_id
    RETURNING o.facility_id, o.outbox_id, o.claim_number
  )
  SELECT claimed.facility_id AS "facilityId", claimed.outbox_id AS "outboxId", claimed.claim_number AS "claimNumber",
         last.reached
  FROM (SELECT CASE WHEN (SELECT count(*) FROM turn) = $4 THEN (SELECT facility_id FROM turn ORDER BY place DESC LIMIT 1)
                    ELSE (SELECT facility_id FROM seen ORDER BY place DESC LIMIT 1) END AS reached) last
  LEFT JOIN claimed ON true`;
