import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { issueApiKey, MACHINE_PERMISSIONS, type MachinePermission } from '@luutru/access';
import { uuidV7 } from '@luutru/platform';

/** A facility to insert; what is left out is a small hotel in Phường Hội An. */
export interface FacilityInput {
  readonly kind?: string;
  readonly name?: string;
  readonly status?: 'active' | 'suspended' | 'closed';
  readonly remoteArea?: boolean;
  readonly industrialZoneId?: string;
  readonly wardId?: string;
  readonly chainId?: string;
  readonly rooms?: readonly string[];
  readonly departments?: readonly string[];
  readonly vehicles?: readonly string[];
  readonly routes?: readonly {
    code: string;
    name: string;
    stops: readonly { code: string; name: string; afterMinutes: number }[];
  }[];
}

export interface BuiltFacility {
  readonly facilityId: string;
  readonly code: string;
}

export const NORTHBOUND = {
  code: 'DN-HN',
  name: 'Đà Nẵng - Hà Nội',
  stops: [
    { code: 'DN', name: 'Bến xe Đà Nẵng', afterMinutes: 0 },
    { code: 'VINH', name: 'Bến xe Vinh', afterMinutes: 480 },
    { code: 'HN', name: 'Bến xe Nước Ngầm', afterMinutes: 840 },
  ],
};

/** Writes what an administrator would set up, straight into the test database as its superuser. */
export class Builder {
  constructor(private readonly adminUrl: string) {}

  async facility(input: FacilityInput = {}): Promise<BuiltFacility> {
    const facilityId = uuidV7(new Date());
    const code = `T-${randomBytes(4).toString('hex').toUpperCase()}`;
    await this.sql(async (client) => {
      await client.query(
        `INSERT INTO facility (facility_id, code, kind, name, address_line, remote_area, industrial_zone_id, status,
                               ward_id, chain_id, created_at, updated_at)
         VALUES ($1, $2, $3, $4, '1 Nguyễn Duy Hiệu', $5, $6, $7, $8, $9, now(), now())`,
        [
          facilityId,
          code,
          input.kind ?? 'khach-san',
          input.name ?? 'Khách sạn Thử Nghiệm',
          input.remoteArea ?? false,
          input.industrialZoneId ?? null,
          input.status ?? 'active',
          input.wardId ?? 'w20410',
          input.chainId ?? null,
        ],
      );
      const each = async (table: string, columns: string, rows: readonly unknown[][]): Promise<void> => {
        for (const row of rows) {
          await client.query(
            `INSERT INTO ${table} (facility_id, ${columns}) VALUES ($1, ${row.map((_, i) => `$${i + 2}`).join(', ')})`,
            [facilityId, ...row],
          );
        }
      };
      await each(
        'room',
        'code, beds',
        (input.rooms ?? []).map((room) => [room, 2]),
      );
      await each(
        'department',
        'code, name, beds',
        (input.departments ?? []).map((department) => [department, `Khoa ${department}`, 10]),
      );
      await each(
        'vehicle',
        'plate, seats',
        (input.vehicles ?? []).map((plate) => [plate, 34]),
      );
      await each(
        'route',
        'code, name, stops',
        (input.routes ?? []).map((route) => [route.code, route.name, JSON.stringify(route.stops)]),
      );
    });
    return { facilityId, code };
  }

  /** The text of a key with these permissions (default: all) for these facilities. */
  async apiKey(
    facilities: readonly BuiltFacility[],
    options: { permissions?: readonly MachinePermission[]; expiresAt?: string; revokedAt?: string } = {},
  ): Promise<string> {
    const key = issueApiKey();
    await this.sql(async (client) => {
      await client.query(
        `INSERT INTO api_key (api_key_id, secret_hash, label, permissions, created_at, expires_at, revoked_at)
         VALUES ($1, $2, 'test', $3, now(), $4, $5)`,
        [
          key.id,
          key.secretHash,
          options.permissions ?? MACHINE_PERMISSIONS,
          options.expiresAt ?? null,
          options.revokedAt ?? null,
        ],
      );
      for (const { facilityId } of facilities) {
        await client.query('INSERT INTO api_key_facility (api_key_id, facility_id) VALUES ($1, $2)', [
          key.id,
          facilityId,
        ]);
      }
    });
    return key.text;
  }

  /** The text of a key of the vendor of that code. */
  async vendorKey(vendorCode: string): Promise<string> {
    const key = issueApiKey();
    await this.rows(
      `INSERT INTO api_key (api_key_id, secret_hash, label, permissions, created_at, vendor_id)
       SELECT $1, $2, 'test', $3, now(), vendor_id FROM vendor WHERE code = $4`,
      [key.id, key.secretHash, MACHINE_PERMISSIONS, vendorCode],
    );
    return key.text;
  }

  async sql<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: this.adminUrl });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  async rows<R>(text: string, values: unknown[] = []): Promise<R[]> {
    return this.sql(async (client) => (await client.query(text, values)).rows as R[]);
  }
}

let serial = 0;

/** A different 12-digit personal number each time: a woman of 1990 registered in Quảng Nam. */
export const nextPersonalNumber = (): string => `049190${String((serial += 1)).padStart(6, '0')}`;

/** A guest declaration that is right in every respect; override what a test is about. */
export function guest(
  overrides: Record<string, unknown> = {},
  person: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    kind: 'guest',
    person: {
      fullName: 'Trần Thị Bình',
      birthDate: '1990-08-15',
      sex: 'F',
      document: { type: 1, number: nextPersonalNumber() },
      ...person,
    },
    arrivedAt: '2026-11-23T21:50',
    expectedDepartureAt: '2026-11-25T12:00',
    reason: 1,
    place: { room: '203' },
    ...overrides,
  };
}
