import { Inject, Injectable } from '@nestjs/common';
import { appendAudit } from '@luutru/audit';
import { AppError, CLOCK, type Clock, Database, NO_FACILITY, type Transaction } from '@luutru/platform';
import type { Instruction } from './account.service';
import { type ApiKeyRow, ApiKeyRepository } from './api-key.repository';
import { issueApiKey } from './domain/api-key';
import type { MachinePermission } from './domain/permissions';

/** Keys that a facility may have in force at once: the one in use and the one that replaces it. */
export const LIVE_KEYS = 2;

/** What a facility allows a vendor. */
export interface DelegationView {
  readonly vendorCode: string;
  readonly vendorName: string;
  readonly permissions: readonly string[];
  readonly grantedAt: Date;
  readonly expiresAt: Date | null;
}

export interface NewKey {
  readonly label: string;
  readonly permissions: readonly MachinePermission[];
  readonly expiresAt: Date | null;
  readonly allowedNetworks: readonly string[] | null;
  readonly signatureKey: string | null;
}

/** What a facility lets machines do for it: keys of its own and delegations to vendors. */
@Injectable()
export class DelegationService {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeyRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(facilityId: string): Promise<DelegationView[]> {
    const [result] = await this.database.run<DelegationView>(NO_FACILITY, {
      name: 'delegation_list',
      text: `SELECT v.code AS "vendorCode", v.name AS "vendorName", d.permissions, d.granted_at AS "grantedAt",
                    d.expires_at AS "expiresAt"
             FROM delegation d JOIN vendor v USING (vendor_id)
             WHERE d.facility_id = $1 AND d.revoked_at IS NULL AND (d.expires_at IS NULL OR d.expires_at > $2)
             ORDER BY v.code`,
      values: [facilityId, this.clock.now()],
    });
    return result?.rows ?? [];
  }

  /** Allows a vendor; a second time changes what it is allowed. Throws `validation-failed` for an unknown vendor. */
  async delegate(
    facilityId: string,
    to: { vendorCode: string; permissions: readonly MachinePermission[]; expiresAt: Date | null },
    by: Instruction,
  ): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      const vendorId = await this.vendorId(tx, to.vendorCode);
      await tx.query(
        `INSERT INTO delegation (facility_id, vendor_id, permissions, granted_at, granted_by, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (facility_id, vendor_id) DO UPDATE SET permissions = excluded.permissions,
           granted_at = excluded.granted_at, granted_by = excluded.granted_by, expires_at = excluded.expires_at,
           revoked_at = NULL`,
        [facilityId, vendorId, to.permissions, now, by.actor.id, to.expiresAt],
      );
      await this.record(tx, 'delegation.grant', facilityId, vendorId, by, { permissions: [...to.permissions] });
    });
  }

  /** Ends a delegation; running processes notice within seconds. Throws `not-found`. */
  async revoke(facilityId: string, vendorCode: string, by: Instruction): Promise<void> {
    await this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      const [rows] = await tx.query<[{ id: string }[], number]>(
        `UPDATE delegation d SET revoked_at = $3 FROM vendor v
         WHERE d.facility_id = $1 AND v.vendor_id = d.vendor_id AND v.code = $2 AND d.revoked_at IS NULL
         RETURNING d.vendor_id AS id`,
        [facilityId, vendorCode, this.clock.now()],
      );
      const [revoked] = rows;
      if (!revoked) throw new AppError('not-found', 'not-found');
      await this.record(tx, 'delegation.revoke', facilityId, revoked.id, by, {});
    });
  }

  listKeys(facilityId: string): Promise<ApiKeyRow[]> {
    return this.keys.listOfFacility(facilityId, this.clock.now());
  }

  /** Issues a key for one facility; its text is shown this once. Throws `too-many-keys`. */
  async createKey(facilityId: string, wanted: NewKey, by: Instruction): Promise<{ id: string; text: string }> {
    const key = issueApiKey();
    const now = this.clock.now();
    await this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      // Two at once must not both be the second.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7305005))', [facilityId]);
      if ((await this.keys.listOfFacility(facilityId, now)).length >= LIVE_KEYS) {
        throw new AppError('too-many-keys', 'conflict', { max: LIVE_KEYS });
      }
      await this.keys.insert(tx, { ...wanted, ...key, facilityIds: [facilityId] }, now, wanted.expiresAt);
      await this.record(tx, 'api-key.create', facilityId, null, by, {
        key: key.id,
        permissions: [...wanted.permissions],
      });
    });
    return { id: key.id, text: key.text };
  }

  /** Throws `not-found` for a key that is not the facility's own. */
  async revokeKey(facilityId: string, id: string, by: Instruction): Promise<void> {
    const own = await this.listKeys(facilityId);
    if (!own.some((key) => key.id === id)) throw new AppError('not-found', 'not-found');
    await this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      if (!(await this.keys.revoke(tx, id, this.clock.now()))) throw new AppError('not-found', 'not-found');
      await this.record(tx, 'api-key.revoke', facilityId, null, by, { key: id });
    });
  }

  private async vendorId(tx: Transaction, code: string): Promise<string> {
    const [vendor] = await tx.query<{ id: string }[]>('SELECT vendor_id AS id FROM vendor WHERE code = $1', [code]);
    if (vendor) return vendor.id;
    throw new AppError('validation-failed', 'invalid', {}, [{ code: 'vendor-unknown', pointer: '/vendorCode' }]);
  }

  private record(
    tx: Transaction,
    action: string,
    facilityId: string,
    subjectId: string | null,
    { actor, requestId }: Instruction,
    detail: Record<string, string | readonly string[]>,
  ): Promise<void> {
    return appendAudit(tx, {
      at: this.clock.now(),
      facilityId,
      actor,
      action,
      subjectKind: action.startsWith('api-key') ? 'api-key' : 'vendor',
      subjectId,
      requestId,
      detail,
    });
  }
}
