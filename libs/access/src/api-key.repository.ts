import { Injectable } from '@nestjs/common';
import { Database, NO_FACILITY, type Transaction } from '@luutru/platform';
import { ApiKey, ApiKeyFacility } from './api-key.entity';
import type { FEED_PERMISSIONS, MachinePermission, PARTNER_PERMISSIONS } from './domain/permissions';

/** A key as authentication needs it. */
export interface StoredApiKey {
  readonly secretHash: Buffer;
  readonly permissions: string[];
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly allowedNetworks: string[] | null;
  readonly signatureKey: string | null;
  /** The unit that a police system's key is bound to; null: a key that acts for facilities. */
  readonly unitId: string | null;
  /** The unit whose figures an operations centre's key receives. */
  readonly feedUnitId: string | null;
  readonly xroadClients: readonly string[] | null;
  readonly facilities: readonly ReachedFacility[];
}

/** A facility that a key acts for, and what it allows there. */
export interface ReachedFacility {
  readonly facilityId: string;
  /** Null: all that the key itself is allowed. */
  readonly permissions: readonly string[] | null;
  /** Unsigned requests are refused there. */
  readonly signed: boolean;
}

export interface NewApiKey {
  readonly id: string;
  readonly secretHash: Buffer;
  readonly label: string;
  readonly permissions: readonly (MachinePermission | PartnerPermission)[];
  readonly facilityIds: readonly string[];
  readonly unitId?: string | null;
  readonly feedUnitId?: string | null;
  readonly xroadClients?: readonly string[] | null;
  readonly vendorId?: string | null;
  readonly allowedNetworks?: readonly string[] | null;
  readonly signatureKey?: string | null;
}

type PartnerPermission = (typeof PARTNER_PERMISSIONS)[number] | (typeof FEED_PERMISSIONS)[number];

/** A key as its owner sees it. */
export interface ApiKeyRow {
  readonly id: string;
  readonly label: string;
  readonly permissions: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly allowedNetworks: readonly string[] | null;
  readonly signed: boolean;
}

/** What the key of a partner's system is for. */
export const PARTNER_USES = ['police-search', 'figures'] as const;
export type PartnerUse = (typeof PARTNER_USES)[number];

/** A key that is bound to a unit. */
export interface UnitKeyRow extends ApiKeyRow {
  readonly unitId: string;
  readonly use: PartnerUse;
  readonly xroadClients: readonly string[] | null;
}

@Injectable()
export class ApiKeyRepository {
  constructor(private readonly database: Database) {}

  async find(id: string, now: Date): Promise<StoredApiKey | null> {
    const [result] = await this.database.run<StoredApiKey>(NO_FACILITY, {
      name: 'api_key_find',
      text: `SELECT secret_hash AS "secretHash", permissions, expires_at AS "expiresAt", revoked_at AS "revokedAt",
                    allowed_networks::text[] AS "allowedNetworks", signature_key AS "signatureKey", unit_id AS "unitId",
                    feed_unit_id AS "feedUnitId", xroad_clients AS "xroadClients",
                    (SELECT coalesce(jsonb_agg(jsonb_build_object('facilityId', r.facility_id, 'permissions', r.permissions,
                       'signed', f.signed_requests_required) ORDER BY r.facility_id), '[]')
                     FROM (SELECT facility_id, NULL::text[] AS permissions FROM api_key_facility
                           WHERE api_key_id = k.api_key_id AND k.vendor_id IS NULL
                           UNION ALL
                           SELECT facility_id, permissions FROM delegation
                           WHERE vendor_id = k.vendor_id AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)
                          ) r JOIN facility f USING (facility_id)) AS facilities
             FROM api_key k WHERE api_key_id = $1`,
      values: [id, now],
    });
    return result?.rows[0] ?? null;
  }

  async insert(tx: Transaction, key: NewApiKey, now: Date, expiresAt: Date | null): Promise<void> {
    await tx.getRepository(ApiKey).insert({
      apiKeyId: key.id,
      secretHash: key.secretHash,
      label: key.label,
      permissions: [...key.permissions],
      createdAt: now,
      expiresAt,
      revokedAt: null,
      vendorId: key.vendorId ?? null,
      allowedNetworks: key.allowedNetworks ? [...key.allowedNetworks] : null,
      signatureKey: key.signatureKey ?? null,
      unitId: key.unitId ?? null,
      feedUnitId: key.feedUnitId ?? null,
      xroadClients: key.xroadClients ? [...key.xroadClients] : null,
    });
    if (key.facilityIds.length === 0) return;
    await tx
      .getRepository(ApiKeyFacility)
      .insert(key.facilityIds.map((facilityId) => ({ apiKeyId: key.id, facilityId })));
  }

  /** The keys in force that act for the facility alone, newest first. */
  async listOfFacility(facilityId: string, now: Date): Promise<ApiKeyRow[]> {
    const [result] = await this.database.run<ApiKeyRow>(NO_FACILITY, {
      name: 'api_key_list',
      text: `SELECT api_key_id AS id, label, permissions, created_at AS "createdAt", expires_at AS "expiresAt",
                    last_used_at AS "lastUsedAt", allowed_networks::text[] AS "allowedNetworks",
                    signature_key IS NOT NULL AS signed
             FROM api_key k
             WHERE vendor_id IS NULL AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)
               AND ARRAY[$1::uuid] = ARRAY(SELECT facility_id FROM api_key_facility f WHERE f.api_key_id = k.api_key_id)
             ORDER BY created_at DESC, api_key_id`,
      values: [facilityId, now],
    });
    return result?.rows ?? [];
  }

  /** The keys in force that are bound to units, newest first. */
  async listOfUnits(now: Date): Promise<UnitKeyRow[]> {
    const [result] = await this.database.run<UnitKeyRow>(NO_FACILITY, {
      name: 'api_key_list_units',
      text: `SELECT api_key_id AS id, label, permissions, created_at AS "createdAt", expires_at AS "expiresAt",
                    last_used_at AS "lastUsedAt", allowed_networks::text[] AS "allowedNetworks", true AS signed,
                    coalesce(unit_id, feed_unit_id) AS "unitId",
                    CASE WHEN unit_id IS NULL THEN 'figures' ELSE 'police-search' END AS use, xroad_clients AS "xroadClients"
             FROM api_key WHERE coalesce(unit_id, feed_unit_id) IS NOT NULL AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $1)
             ORDER BY created_at DESC, api_key_id`,
      values: [now],
    });
    return result?.rows ?? [];
  }

  /** False when the key has shown this nonce before. */
  async useNonce(id: string, nonce: string, now: Date): Promise<boolean> {
    const [result] = await this.database.run(NO_FACILITY, {
      name: 'partner_nonce_use',
      text: 'INSERT INTO partner_nonce (api_key_id, nonce, used_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      values: [id, nonce, now],
    });
    return result?.rowCount === 1;
  }

  async touch(id: string, now: Date): Promise<void> {
    await this.database.run(NO_FACILITY, {
      name: 'api_key_touch',
      text: 'UPDATE api_key SET last_used_at = $2 WHERE api_key_id = $1 AND (last_used_at IS NULL OR last_used_at < $2)',
      values: [id, now],
    });
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
