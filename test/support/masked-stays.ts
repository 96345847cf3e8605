import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { type AuthorityRole, COLUMNS, type Resource } from '@luutru/authority';
import type { Builder, BuiltFacility } from './builders';
import type { TestDatabase } from './database';

/** Facts of a stay that a masked view may show, and the kind of facility it is at; the rest is of no interest to it. */
export interface MaskedStay {
  readonly facility: BuiltFacility;
  readonly kind?: 'guest' | 'tenant' | 'patient' | 'relative' | 'passenger';
  readonly arrivedOn?: string;
  readonly nights?: number;
  readonly nationality?: string;
  readonly origin?: string;
  readonly reason?: number;
  readonly birthYear?: number;
  readonly sex?: 'M' | 'F';
  readonly department?: string;
  readonly employer?: string;
  readonly registeredOn?: string;
  readonly tripId?: string;
  readonly state?: string;
  /** Whose it is; somebody new unless given. */
  readonly person?: Buffer;
}

/** Many facilities of many kinds with a day of stays each, so that plans are those of a province. */
export const insertCrowd = (build: Builder, wardId: string, day: string): Promise<unknown> =>
  build.sql(async (client) => {
    await client.query(
      `INSERT INTO facility (facility_id, code, kind, name, address_line, status, ward_id, stars, created_at, updated_at)
       SELECT gen_random_uuid(), 'CROWD-' || i, (ARRAY['khach-san', 'co-so-kham-chua-benh', 'nha-o-kcn'])[1 + i % 3], 'Cơ sở ' || i,
              'x', 'active', $1, 3, now(), now() FROM generate_series(1, 600) i`,
      [wardId],
    );
    await client.query(
      `INSERT INTO stay (facility_id, arrived_on, stay_id, kind, state, arrived_at, declared_at, due_at, late, channel, declared_by,
                         document_type, nationality, sex, birth_year, personal_sealed)
       SELECT facility_id, d, gen_random_uuid(), CASE kind WHEN 'co-so-kham-chua-benh' THEN 'patient' ELSE 'guest' END, 'departed',
              d, now(), now(), false, 'api', 'test', 1, 'VNM', 'F', 1990, '\\x00'
       FROM facility CROSS JOIN generate_series(1, 20) CROSS JOIN (VALUES ($1::date), ($1::date - 1)) AS days(d) WHERE code LIKE 'CROWD-%'`,
      [day],
    );
    await client.query('ANALYZE');
  });

/** Writes stays straight into the tables, each with what the views must never show. */
export async function insertStays(build: Builder, stays: readonly MaskedStay[]): Promise<void> {
  await build.sql(async (client) => {
    for (const stay of stays) await insertStay(client, stay);
  });
}

async function insertStay(client: Client, stay: MaskedStay): Promise<void> {
  const { arrivedOn = '2026-11-20', nights = 2, kind = 'guest', person = randomBytes(16) } = stay;
  const stayId = randomUUID();
  await client.query(
    `INSERT INTO stay (facility_id, arrived_on, stay_id, kind, state, arrived_at, expected_departure_at, declared_at, due_at,
                       late, channel, declared_by, reason, document_type, nationality, sex, birth_year, origin_province_id,
                       room, bed, unit, employer, temporary_residence_on, department, relation, trip_id, seat, personal_sealed)
     VALUES ($1, $2::date, $3, $4, $5, $2::date + time '14:21:07', $2::date + $6 * interval '1 day' + time '15:00', now(), now(),
             false, 'api', 'test', $7, 1, $8, $9, $10, $11, 'R-KIN-9', 'B-KIN-9', 'U-KIN-9', $12, $15, $13, 'con', $14, 'S-KIN-9', '\\x00')`,
    [
      stay.facility.facilityId,
      arrivedOn,
      stayId,
      kind,
      stay.state ?? 'departed',
      nights,
      stay.reason ?? 1,
      stay.nationality ?? 'VNM',
      stay.sex ?? 'F',
      stay.birthYear ?? 1990,
      stay.origin ?? 'p48',
      stay.employer ?? null,
      stay.department ?? null,
      stay.tripId ?? null,
      stay.registeredOn ?? null,
    ],
  );
  await client.query(
    `INSERT INTO occupancy VALUES ($1, $2, $3::date, $4, 1, tstzrange($3::date + time '14:21:07', $3::date + time '14:21:08'))`,
    [stay.facility.facilityId, stayId, arrivedOn, person],
  );
}

/** A number of the same. */
export const times = (count: number, stay: MaskedStay): MaskedStay[] => Array.from({ length: count }, () => stay);

export const VIEWS = {
  authority_stay: 'stays',
  authority_stay_count: 'stays',
  authority_facility: 'facilities',
  authority_trip: 'trips',
} as const satisfies Record<string, Resource>;
export type ViewName = keyof typeof VIEWS;

/** Every masking of a resource with the column of the view that it is. */
export const maskings = (resource: Resource): { field: string; view: string; form: string | undefined }[] =>
  Object.entries(COLUMNS[resource]).flatMap(([column, { masks }]) =>
    Object.entries(masks as Record<string, { view: string; form?: string }>).map(([masking, { view, form }]) => ({
      field: `${resource}.${column}:${masking}`,
      view,
      form,
    })),
  );

/** The settings of a transaction of an authority. */
export interface Under {
  readonly policy: `${AuthorityRole | 'test'}:${number}` | '';
  readonly areas: string;
  readonly policyAreas?: string;
  readonly month?: string;
  readonly today?: string;
}

/** Reads a view as the authorities' role does, under a policy and within areas. */
export class AuthorityEyes {
  private constructor(private readonly client: Client) {}

  static async open(database: TestDatabase): Promise<AuthorityEyes> {
    const client = new Client({ connectionString: database.urlFor('luutru_authority') });
    await client.connect();
    return new AuthorityEyes(client);
  }

  /** Rows, or the SQLSTATE of the refusal. */
  async query(
    sql: string,
    { policy, areas, policyAreas = '', month = '2026-11-01', today = '2026-11-24' }: Under,
  ): Promise<Record<string, unknown>[] | string> {
    await this.client.query('BEGIN');
    try {
      await this.client.query(
        `SELECT set_config('app.areas', $1, true), set_config('app.authority_policy', $2, true),
                set_config('app.policy_areas', $3, true), set_config('app.authority_month', $4, true),
                set_config('app.authority_today', $5, true)`,
        [areas, policy, policyAreas, month, today],
      );
      return (await this.client.query<Record<string, unknown>>(sql)).rows;
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    } finally {
      await this.client.query('ROLLBACK');
    }
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

/** An area of wards, as a setting of the transaction. */
export const areaOf = (
  wards: readonly string[],
  zones: readonly string[] = [],
  kinds: readonly string[] | null = null,
) => JSON.stringify([{ wards, formerWards: [], zones, kinds }]);
