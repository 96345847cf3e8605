/** Idempotent. Everything lives in a schema of its own, so that the stand-in can share a server but never a table. */
export const SCHEMA = `
  CREATE SCHEMA IF NOT EXISTS population;

  CREATE TABLE IF NOT EXISTS population.request (
    client_id  text NOT NULL,
    request_id uuid NOT NULL,
    seen_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (client_id, request_id)
  );
  CREATE INDEX IF NOT EXISTS request_seen_at ON population.request (seen_at);

  CREATE TABLE IF NOT EXISTS population.event (
    position       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id       text NOT NULL UNIQUE,
    facility_id    text NOT NULL,
    stay_id        text NOT NULL,
    sequence       integer NOT NULL,
    type           text NOT NULL,
    content_hash   text NOT NULL,
    content        text NOT NULL,
    received_count integer NOT NULL DEFAULT 1,
    conflict_count integer NOT NULL DEFAULT 0,
    recorded_at    timestamptz NOT NULL
  );
  ALTER TABLE population.event ADD COLUMN IF NOT EXISTS client_id text;
  CREATE INDEX IF NOT EXISTS event_received ON population.event (client_id, recorded_at, position);

  -- One row for each document that leads to a person: personal number, old CMND number, passport.
  CREATE TABLE IF NOT EXISTS population.document (
    kind            text NOT NULL CHECK (kind IN ('personal', 'old', 'passport')),
    issuer          text NOT NULL,
    number          text NOT NULL,
    nationality     text NOT NULL,
    full_name       text NOT NULL,
    birth_date      text NOT NULL,
    sex             text NOT NULL CHECK (sex IN ('M', 'F')),
    personal_number text,
    PRIMARY KEY (kind, issuer, number)
  );
  CREATE INDEX IF NOT EXISTS document_number ON population.document (number);
`;
