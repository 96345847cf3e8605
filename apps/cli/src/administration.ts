import { ApiKey, ApiKeyFacility, ApiKeyRepository, issueApiKey, type MachinePermission } from '@luutru/access';
import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { Department, Facility, IndustrialZone, Room, Route, Vehicle } from '@luutru/facility';
import { type Database, NO_FACILITY, openDatabase, type Transaction, uuidV7 } from '@luutru/platform';

/** What an administrator at a terminal may do; runs as the owner of the schema and leaves an audit entry each time. */
export class Administration {
  private constructor(
    private readonly database: Database,
    readonly close: () => Promise<void>,
  ) {}

  static async open(url: string): Promise<Administration> {
    const { database, close } = await openDatabase({
      url,
      role: 'luutru_migrator',
      poolSize: 2,
      applicationName: 'luutru-cli',
      entities: [ApiKey, ApiKeyFacility, Department, Facility, IndustrialZone, Room, Route, Vehicle],
    });
    return new Administration(database, close);
  }

  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.transaction(NO_FACILITY, work);
  }

  /** Issues a key for facilities given by code, or for a vendor; its text is shown this once and kept nowhere. */
  async createApiKey(request: {
    codes: readonly string[];
    vendor?: string;
    permissions: readonly MachinePermission[];
    label: string;
    expiresAt: Date | null;
  }): Promise<{ id: string; text: string }> {
    const key = issueApiKey();
    await this.transaction(async (tx) => {
      const found = await tx.query<{ id: string; code: string }[]>(
        'SELECT facility_id AS id, code FROM facility WHERE code = ANY($1)',
        [request.codes],
      );
      const missing = request.codes.filter((code) => !found.some((row) => row.code === code));
      if (missing.length > 0) throw new Error(`No facility has the code ${missing.join(', ')}`);
      const vendorId = request.vendor === undefined ? null : await this.vendorId(tx, request.vendor);
      const now = new Date();
      const keys = new ApiKeyRepository(this.database);
      const facilityIds = found.map((row) => row.id);
      await keys.insert(tx, { ...request, ...key, facilityIds, vendorId }, now, request.expiresAt);
      await this.record(tx, 'api-key.create', {
        key: key.id,
        facilities: [...request.codes],
        ...(request.vendor !== undefined && { vendor: request.vendor }),
        permissions: [...request.permissions],
      });
    });
    return { id: key.id, text: key.text };
  }

  /** Enters a software vendor. Throws when the code is taken. */
  async createVendor(code: string, name: string): Promise<void> {
    await this.transaction(async (tx) => {
      const [taken] = await tx.query<object[]>('SELECT FROM vendor WHERE code = $1', [code]);
      if (taken) throw new Error(`There is a vendor ${code} already`);
      const now = new Date();
      await tx.query('INSERT INTO vendor (vendor_id, code, name, created_at) VALUES ($1, $2, $3, $4)', [
        uuidV7(now),
        code,
        name,
        now,
      ]);
      await this.record(tx, 'vendor.create', { vendor: code });
    });
  }

  private async vendorId(tx: Transaction, code: string): Promise<string> {
    const [vendor] = await tx.query<{ id: string }[]>('SELECT vendor_id AS id FROM vendor WHERE code = $1', [code]);
    if (!vendor) throw new Error(`There is no vendor ${code}`);
    return vendor.id;
  }

  /** Ends a key; running processes notice within seconds. */
  async revokeApiKey(id: string): Promise<void> {
    await this.transaction(async (tx) => {
      const revoked = await new ApiKeyRepository(this.database).revoke(tx, id, new Date());
      if (!revoked) throw new Error(`There is no key ${id} in force`);
      await this.record(tx, 'api-key.revoke', { key: id });
    });
  }

  private record(tx: Transaction, action: string, detail: Record<string, string | readonly string[]>): Promise<void> {
    return appendAudit(tx, {
      at: new Date(),
      facilityId: PLATFORM_FACILITY,
      actor: { kind: 'system', id: 'cli' },
      action,
      subjectKind: 'api-key',
      subjectId: null,
      requestId: null,
      detail,
    });
  }
}
