import { Inject, Injectable } from '@nestjs/common';
import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { AppError, CLOCK, type Clock, Database, type Transaction } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { PLATFORM_SCOPE } from './account.repository';
import type { Instruction } from './account.service';
import { ApiKeyRepository, type PartnerUse, type UnitKeyRow } from './api-key.repository';
import { issueApiKey } from './domain/api-key';
import { FEED_PERMISSIONS, PARTNER_PERMISSIONS } from './domain/permissions';

/** The key of a police unit's own system, or of a province's operations centre. */
export type PartnerKey = UnitKeyRow;

export interface NewPartnerKey {
  readonly label: string;
  readonly unitId: string;
  readonly use: PartnerUse;
  /** X-Road members and subsystems that may ask through the key; only of keys for figures. */
  readonly xroadClients: readonly string[] | null;
  /** Ed25519 public key, base64url: such keys always sign. */
  readonly signatureKey: string;
  readonly expiresAt: Date | null;
  readonly allowedNetworks: readonly string[] | null;
}

/** Keys of police units' own systems and of operations centres: made by administrators, bound to one unit. */
@Injectable()
export class PartnerKeyService {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeyRepository,
    private readonly reference: ReferenceDataService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(): Promise<PartnerKey[]> {
    return this.keys.listOfUnits(this.clock.now());
  }

  /** Issues a key; its text is shown this once. Throws `validation-failed` for a unit that does not exist. */
  async create(wanted: NewPartnerKey, by: Instruction): Promise<{ id: string; text: string }> {
    const unit = this.reference.adminUnits.find(wanted.unitId);
    if (!unit) {
      const issue = { code: 'scope-unknown', pointer: '/unitId' };
      throw new AppError('validation-failed', 'invalid', {}, [issue]);
    }
    const key = issueApiKey();
    const { unitId, use, ...asked } = wanted;
    const bound =
      use === 'figures'
        ? { permissions: FEED_PERMISSIONS, feedUnitId: unitId }
        : { permissions: PARTNER_PERMISSIONS, unitId };
    await this.database.transaction(PLATFORM_SCOPE, async (tx) => {
      const made = { ...asked, ...key, ...bound, facilityIds: [] };
      await this.keys.insert(tx, made, this.clock.now(), wanted.expiresAt);
      await this.record(tx, 'partner-key.create', by, { key: key.id, unitId, use });
    });
    return { id: key.id, text: key.text };
  }

  /** Ends a key; running processes notice within seconds. Throws `not-found`. */
  async revoke(id: string, by: Instruction): Promise<void> {
    if (!(await this.list()).some((key) => key.id === id)) throw new AppError('not-found', 'not-found');
    await this.database.transaction(PLATFORM_SCOPE, async (tx) => {
      if (!(await this.keys.revoke(tx, id, this.clock.now()))) throw new AppError('not-found', 'not-found');
      await this.record(tx, 'partner-key.revoke', by, { key: id });
    });
  }

  private record(
    tx: Transaction,
    action: string,
    { actor, requestId }: Instruction,
    detail: Readonly<Record<string, string>>,
  ): Promise<void> {
    return appendAudit(tx, {
      at: this.clock.now(),
      facilityId: PLATFORM_FACILITY,
      actor,
      action,
      subjectKind: 'api-key',
      subjectId: null,
      requestId,
      detail,
    });
  }
}
