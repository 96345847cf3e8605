import { Injectable } from '@nestjs/common';
import { Database, NO_FACILITY, type Transaction } from '@luutru/platform';
import { ApiKey, ApiKeyFacility } from './api-key.entity';
import type { Permission } from './domain/permissions';

/** A key as authentication needs it. */
export interface StoredApiKey {
  readonly secretHash: Buffer;
  readonly permissions: string[];
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly facilityIds: string[];
}

@Injectable()
export class ApiKeyRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<StoredApiKey | null> {
    const [result] = await this.database.run<StoredApiKey>(NO_FACILITY, {
      name: 'api_key_find',
      text: `SELECT secret_hash AS "secretHash", permissions, expires_at AS "expiresAt", revoked_at AS "revokedAt",
                    ARRAY(SELECT facility_id::text FROM api_key_facility f WHERE f.api_key_id = k.api_key_id
                          ORDER BY facility_id) AS "facilityIds"
             FROM api_key k WHERE api_key_id = $1`,
      values: [id],
    });
    return result?.rows[0] ?? null;
  }

  async insert(
    tx: Transaction,
    key: {
      id: string;
      secretHash: Buffer;
      label: string;
      permissions: readonly Permission[];
      facilityIds: readonly string[];
    },
    now: Date,
    expiresAt: Date | null,
  ): Promise<void> {
    await tx.getRepository(ApiKey).insert({
      apiKeyId: key.id,
      secretHash: key.secretHash,
      label: key.label,
      permissions: [...key.permissions],
      createdAt: now,
      expiresAt,
      revokedAt: null,
    });
    await tx
      .getRepository(ApiKeyFacility)
      .insert(key.facilityIds.map((facilityId) => ({ apiKeyId: key.id, facilityId })));
  }

  /** False when there is no such key or it was revoked before. */
  async revoke(tx: Transaction, id: string, now: Date): Promise<boolean> {
    const result = await tx
      .createQueryBuilder()
      .update(ApiKey)
      .set({ revokedAt: now })
      .where('api_key_id = :id AND revoked_at IS NULL', { id })
      .execute();
    return result.affected === 1;
  }
}
