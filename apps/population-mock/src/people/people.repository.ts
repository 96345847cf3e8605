import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import type { RequestKey } from '../http/operation';
import type { HeldPerson } from './compare-person';
import type { DocumentKey } from './identity-question';
import { documentsOf, type PersonRecord } from './person-record';

/** A row as the admin sees it. */
export interface HeldDocument extends HeldPerson {
  readonly kind: DocumentKey['kind'];
  readonly number: string;
  readonly personalNumber: string | null;
}

const FIND = `
  WITH used AS (
    INSERT INTO population.request (client_id, request_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1
  )
  SELECT d.nationality, d.full_name AS "fullName", d.birth_date AS "birthDate", d.sex
  FROM used LEFT JOIN population.document d ON d.kind = $3 AND d.issuer = $4 AND d.number = $5`;

const UPSERT = `
  INSERT INTO population.document (kind, issuer, number, nationality, full_name, birth_date, sex, personal_number)
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
  ON CONFLICT (kind, issuer, number) DO UPDATE SET
    nationality = excluded.nationality, full_name = excluded.full_name, birth_date = excluded.birth_date,
    sex = excluded.sex, personal_number = excluded.personal_number`;

@Injectable()
export class PeopleRepository {
  constructor(private readonly database: Database) {}

  /** Uses up the request id and finds the person, in one statement. `replayed` when the id was used before. */
  async find(request: RequestKey, key: DocumentKey | null): Promise<HeldPerson | undefined | 'replayed'> {
    const { rows } = await this.database.query<HeldPerson | { fullName: null }>({
      name: 'people_find',
      text: FIND,
      values: [request.clientId, request.requestId, key?.kind ?? null, key?.issuer ?? null, key?.number ?? null],
    });
    const [row] = rows;
    if (!row) return 'replayed';
    return row.fullName === null ? undefined : row;
  }

  /** A document given again leads to the newer person. */
  async upsert(people: readonly PersonRecord[]): Promise<void> {
    const rows = new Map<string, { key: DocumentKey; person: PersonRecord }>();
    for (const person of people) {
      for (const key of documentsOf(person)) rows.set(`${key.kind} ${key.issuer} ${key.number}`, { key, person });
    }
    // Sorted, so that two bulk writes cannot wait for each other in a circle.
    const sorted = [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    await this.database.query({
      name: 'people_upsert',
      text: UPSERT,
      values: [
        sorted.map(({ key }) => key.kind),
        sorted.map(({ key }) => key.issuer),
        sorted.map(({ key }) => key.number),
        sorted.map(({ person }) => person.nationality.toUpperCase()),
        sorted.map(({ person }) => person.fullName),
        sorted.map(({ person }) => person.birthDate),
        sorted.map(({ person }) => person.sex),
        sorted.map(({ person }) => person.personalNumber ?? null),
      ],
    });
  }

  /** Everything a document number leads to; a passport number may be held by several countries. */
  async findByNumber(number: string): Promise<HeldDocument[]> {
    const { rows } = await this.database.query<HeldDocument>({
      text: `SELECT kind, number, nationality, full_name AS "fullName", birth_date AS "birthDate", sex,
                    personal_number AS "personalNumber"
             FROM population.document WHERE number = $1 ORDER BY kind, issuer LIMIT 100`,
      values: [number],
    });
    return rows;
  }

  async clear(): Promise<void> {
    await this.database.query({ text: 'TRUNCATE population.document' });
  }

  async count(): Promise<number> {
    const { rows } = await this.database.query<{ n: string }>({
      text: 'SELECT count(*) AS n FROM population.document',
    });
    return Number(rows[0]?.n ?? 0);
  }
}
