import type { MigrationInterface, QueryRunner } from 'typeorm';

const AREA = 'facility_id IN (SELECT facilities_in_areas())';

/**
 * What is found in the movements of people: two places at once, impossible journeys, many identities on one phone. A finding
 * is as many rows as stays it is about, each with its own facility: an area sees and decides its own part (ADR 0028).
 */
export class MovementFindings1795400000039 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE movement_finding (
        facility_id     uuid NOT NULL,
        finding_id      uuid NOT NULL,
        stay_id         uuid NOT NULL,
        arrived_on      date NOT NULL,
        kind            text NOT NULL CHECK (kind IN ('two-places', 'impossible-journey', 'many-identities')),
        found_at        timestamptz NOT NULL,
        from_at         timestamptz NOT NULL,
        until_at        timestamptz,
        minutes         integer,
        minimum_minutes integer,
        part_count      smallint NOT NULL CHECK (part_count > 0),
        state           text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'dismissed', 'handled', 'lapsed')),
        decided_at      timestamptz,
        decided_by      text,
        note_sealed     bytea,
        PRIMARY KEY (facility_id, finding_id, stay_id)
      );
      CREATE INDEX movement_finding_newest ON movement_finding (found_at DESC, finding_id DESC);
      CREATE INDEX movement_finding_parts ON movement_finding (finding_id);
      CREATE INDEX movement_finding_stay ON movement_finding (facility_id, stay_id);

      -- Up to which transaction the audit trail was gone through, for what happened to stays.
      CREATE TABLE movement_cursor (
        only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        upto_xact xid8 NOT NULL
      );
      INSERT INTO movement_cursor (upto_xact) VALUES ('0');

      ALTER TABLE movement_finding ENABLE ROW LEVEL SECURITY;
      ALTER TABLE movement_finding FORCE ROW LEVEL SECURITY;
      CREATE POLICY read_by_area ON movement_finding FOR SELECT TO luutru_app USING (${AREA});
      CREATE POLICY decided_by_area ON movement_finding FOR UPDATE TO luutru_app USING (${AREA}) WITH CHECK (${AREA});
      CREATE POLICY worker_all ON movement_finding TO luutru_worker USING (true) WITH CHECK (true);
      CREATE POLICY keeper_all ON movement_finding TO luutru_keeper USING (true) WITH CHECK (true);

      GRANT SELECT, UPDATE (state, decided_at, decided_by, note_sealed) ON movement_finding TO luutru_app;
      GRANT SELECT, INSERT (facility_id, finding_id, stay_id, arrived_on, kind, found_at, from_at, until_at, minutes,
                            minimum_minutes, part_count, state),
            UPDATE (arrived_on, from_at, until_at, minutes, minimum_minutes, part_count, state)
        ON movement_finding TO luutru_worker;
      GRANT SELECT (facility_id, finding_id, stay_id, arrived_on, note_sealed), UPDATE (note_sealed), DELETE
        ON movement_finding TO luutru_keeper;
      GRANT SELECT, UPDATE (upto_xact) ON movement_cursor TO luutru_worker;
      GRANT SELECT (facility_id, stay_id, kind, arrived_on, value) ON person_index TO luutru_worker;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      REVOKE SELECT (facility_id, stay_id, kind, arrived_on, value) ON person_index FROM luutru_worker;
      DROP TABLE movement_cursor, movement_finding;
    `);
  }
}
