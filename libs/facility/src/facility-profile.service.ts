import { Inject, Injectable } from '@nestjs/common';
import type { Instruction } from '@luutru/access';
import { appendAudit } from '@luutru/audit';
import { AppError, CLOCK, type Clock, Database, type Transaction } from '@luutru/platform';
import { type ApplicationInput, listIssues } from './domain/application';
import type { FacilityStatus } from './domain/facility';
import { appendVersion } from './facility-version';
import { FacilityReadModel } from './facility.read-model';

/** What an owner may change; what is absent stays as it is. A list replaces the whole list. */
export interface ProfileChange extends Pick<ApplicationInput, 'name' | 'rooms' | 'departments' | 'vehicles'> {
  readonly signedRequestsRequired?: boolean;
  /** The version the change was made on: another one means that somebody was quicker. */
  readonly version?: number;
}

/** What a facility consists of, in the hands of its owner. Every version is kept. */
@Injectable()
export class FacilityProfileService {
  constructor(
    private readonly database: Database,
    private readonly facilities: FacilityReadModel,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Returns the new version. Throws `validation-failed`, `facility-state-conflict`. */
  async change(facilityId: string, change: ProfileChange, by: Instruction): Promise<number> {
    const issues = [
      ...(change.name?.trim() === '' ? [{ code: 'field-required', pointer: '/name' }] : []),
      ...listIssues(change),
    ];
    if (issues.length > 0) throw new AppError('validation-failed', 'invalid', {}, issues);
    const at = this.clock.now();
    const version = await this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      const [before] = await tx.query<[{ status: FacilityStatus; version: number }]>(
        'SELECT status, version FROM facility WHERE facility_id = $1 FOR UPDATE',
        [facilityId],
      );
      if (before.status === 'closed' || (change.version !== undefined && change.version !== before.version)) {
        throw new AppError('facility-state-conflict', 'conflict', { state: before.status, version: before.version });
      }
      const kept = { facilityId, version: before.version, at, actor: 'register', action: 'register', reason: null };
      await appendVersion(tx, kept);
      const next = before.version + 1;
      await this.apply(tx, facilityId, change, next, at);
      await appendVersion(tx, { facilityId, version: next, at, actor: by.actor.id, action: 'change', reason: null });
      await appendAudit(tx, {
        at,
        facilityId,
        actor: by.actor,
        action: 'facility.change',
        subjectKind: 'facility',
        subjectId: facilityId,
        requestId: by.requestId,
        detail: { version: next, fields: Object.keys(change).filter((field) => field !== 'version') },
      });
      return next;
    });
    this.facilities.forget(facilityId);
    return version;
  }

  private async apply(
    tx: Transaction,
    facilityId: string,
    change: ProfileChange,
    version: number,
    at: Date,
  ): Promise<void> {
    await tx.query(
      `UPDATE facility SET name = coalesce($2, name), version = $3, updated_at = $4,
         signed_requests_required = coalesce($5, signed_requests_required) WHERE facility_id = $1`,
      [facilityId, change.name ?? null, version, at, change.signedRequestsRequired ?? null],
    );
    const { rooms, departments, vehicles } = change;
    if (rooms) {
      const rows = rooms.map((room) => [room.code, room.beds ?? 1]);
      await replace(tx, 'room', ['code', 'beds'], facilityId, rows);
    }
    if (departments) {
      const rows = departments.map(({ code, name, beds }) => [code, name ?? code, beds ?? 0]);
      await replace(tx, 'department', ['code', 'name', 'beds'], facilityId, rows);
    }
    if (vehicles) {
      const rows = vehicles.map((vehicle) => [vehicle.plate, vehicle.seats ?? 1]);
      await replace(tx, 'vehicle', ['plate', 'seats'], facilityId, rows);
    }
  }
}

/** Makes the rows of a facility these; the first column is the key. */
async function replace(
  tx: Transaction,
  table: 'room' | 'department' | 'vehicle',
  columns: readonly string[],
  facilityId: string,
  rows: readonly (readonly (string | number | undefined)[])[],
): Promise<void> {
  const [key = '', ...others] = columns;
  const keys = rows.map(([code]) => code);
  await tx.query(`DELETE FROM ${table} WHERE facility_id = $1 AND ${key} <> ALL($2)`, [facilityId, keys]);
  const types: Readonly<Record<string, string>> = { beds: 'smallint', seats: 'smallint' };
  const lists = columns.map((column, at) => `$${at + 2}::${types[column] ?? 'text'}[]`).join(', ');
  await tx.query(
    `INSERT INTO ${table} (facility_id, ${columns.join(', ')}) SELECT $1::uuid, u.* FROM unnest(${lists}) AS u
     ON CONFLICT (facility_id, ${key}) DO UPDATE SET ${others.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [facilityId, ...columns.map((_, at) => rows.map((row) => row[at]))],
  );
}
