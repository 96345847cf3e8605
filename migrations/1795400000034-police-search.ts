import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The officer who works, and the units whose officers somebody supervises; set after the scope of the transaction. */
const OWN = `officer_id = (SELECT nullif(current_setting('app.officer', true), ''))`;
const SUPERVISED = `unit_ids && (SELECT nullif(current_setting('app.supervised_units', true), ''))::text[]`;

/**
 * Searches of the police: who, when, why, by what kinds of criteria and how many rows were shown, never for whom. And what
 * supervisors are told of. Who is present is found by an index of its own: it is asked for at night and in a hurry.
 */
export class PoliceSearch1795400000034 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE INDEX stay_present ON stay (facility_id, arrived_on) WHERE state IN ('in_house', 'overdue');

      CREATE TABLE police_search (
        search_id   uuid NOT NULL,
        page        smallint NOT NULL CHECK (page > 0),
        officer_id  text NOT NULL,
        unit_ids    text[] NOT NULL,
        at          timestamptz NOT NULL,
        purpose     text NOT NULL,
        case_number text NOT NULL,
        criteria    text[] NOT NULL,
        persons     integer NOT NULL,
        rows_shown  integer NOT NULL,
        cut         boolean NOT NULL,
        trace       bytea,
        PRIMARY KEY (search_id, page)
      );
      CREATE INDEX police_search_of_officer ON police_search (officer_id, at DESC);
      CREATE INDEX police_search_newest ON police_search (at DESC, search_id DESC, page DESC);

      CREATE TABLE search_notice (
        notice_id       uuid PRIMARY KEY,
        officer_id      text NOT NULL,
        unit_ids        text[] NOT NULL,
        kind            text NOT NULL CHECK (kind IN ('searches-per-hour', 'searches-per-day', 'rows-per-day',
                                                      'numbers-in-sequence', 'numbers-without-hits')),
        at              timestamptz NOT NULL,
        hour            timestamptz NOT NULL,
        count           integer NOT NULL,
        acknowledged_at timestamptz,
        acknowledged_by text,
        CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL)),
        UNIQUE (officer_id, kind, hour)
      );
      CREATE INDEX search_notice_newest ON search_notice (at DESC, notice_id DESC);
    `);
    for (const table of ['police_search', 'search_notice']) {
      await q.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY append_own ON ${table} FOR INSERT TO luutru_app WITH CHECK (${OWN});
        CREATE POLICY supervise ON ${table} FOR SELECT TO luutru_app USING (${SUPERVISED});
      `);
    }
    await q.query(`
      CREATE POLICY own ON police_search FOR SELECT TO luutru_app USING (${OWN});
      CREATE POLICY acknowledge ON search_notice FOR UPDATE TO luutru_app
        USING (${SUPERVISED} AND NOT ${OWN}) WITH CHECK (${SUPERVISED} AND NOT ${OWN});
      GRANT SELECT, INSERT ON police_search, search_notice TO luutru_app;
      GRANT UPDATE (acknowledged_at, acknowledged_by) ON search_notice TO luutru_app;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE search_notice, police_search; DROP INDEX stay_present');
  }
}
