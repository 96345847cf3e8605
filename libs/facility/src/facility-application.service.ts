import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AccountService, type Caller, reachOf } from '@luutru/access';
import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { localDate } from '@luutru/calendar';
import {
  AppError,
  CLOCK,
  type Clock,
  Database,
  KeyRing,
  NO_FACILITY,
  STANDING_SCOPE,
  type Transaction,
  uuidV7,
} from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { type ApplicationInput, applicationIssues } from './domain/application';
import { APPLICATION_LIFE, type ApplicationState } from './domain/facility-life';
import { FacilityRepository } from './facility.repository';
import { appendVersion } from './facility-version';

/** What may be told to whoever holds the reference. */
export interface ApplicationStatus {
  readonly state: ApplicationState;
  readonly submittedAt: Date;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly facilityCode: string | null;
}

/** An application as the ward police see it. */
export interface ApplicationView {
  readonly applicationId: string;
  readonly state: ApplicationState;
  readonly wardId: string;
  readonly kind: string;
  readonly submittedAt: Date;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly content: Omit<ApplicationInput, 'owner'>;
  readonly owner: Required<NonNullable<ApplicationInput['owner']>>;
}

type Row = Omit<ApplicationView, 'owner'> & { readonly applicantSealed: Buffer };
type Complete = ApplicationInput & { readonly kind: string; readonly name: string; readonly address: string };

const SEAL = { table: 'facility_application', column: 'applicant_sealed' } as const;
const SELECT = `SELECT application_id AS "applicationId", state, ward_id AS "wardId", kind, submitted_at AS "submittedAt",
  decided_at AS "decidedAt", reason, content, applicant_sealed AS "applicantSealed" FROM facility_application`;
/** Letters and digits that cannot be mistaken for each other; 60 random bits. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** How a facility comes into the register: anyone applies, the police of the ward decide. */
@Injectable()
export class FacilityApplicationService {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly reference: ReferenceDataService,
    private readonly facilities: FacilityRepository,
    private readonly accounts: AccountService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Takes an application. The reference is the applicant's only way to ask after it. Throws `validation-failed`. */
  async submit(input: ApplicationInput, requestId: string): Promise<{ reference: string }> {
    const now = this.clock.now();
    const wardId = input.address === undefined ? null : this.wardOf(input.address);
    const issues = applicationIssues(input, {
      today: localDate(now),
      kind: input.kind === undefined ? undefined : this.kind(input.kind, now),
      wardId,
      zoneKnown: await this.zoneExists(input.industrialZoneId),
    });
    if (issues.length > 0) throw new AppError('validation-failed', 'invalid', {}, issues);
    const { owner, ...content } = input;
    const applicationId = uuidV7(now);
    const reference = randomCode(12);
    const sealed = await this.keyRing.seal(
      STANDING_SCOPE,
      SEAL.table,
      SEAL.column,
      applicationId,
      JSON.stringify(owner),
    );
    await this.database.transaction({ facilityIds: [PLATFORM_FACILITY] }, async (tx) => {
      await tx.query(
        `INSERT INTO facility_application
           (application_id, reference_hash, ward_id, kind, state, content, applicant_sealed, submitted_at)
         VALUES ($1, $2, $3, $4, 'submitted', $5, $6, $7)`,
        [applicationId, hashOf(reference), wardId, input.kind, JSON.stringify(content), sealed, now],
      );
      await this.record(
        tx,
        'facility-application.submit',
        applicationId,
        { kind: 'system', id: 'applicant' },
        requestId,
      );
    });
    return { reference };
  }

  /** Throws `not-found`. */
  async status(reference: string): Promise<ApplicationStatus> {
    const [result] = await this.database.run<ApplicationStatus>(NO_FACILITY, {
      name: 'application_status',
      text: `SELECT state, submitted_at AS "submittedAt", decided_at AS "decidedAt", reason, facility_code AS "facilityCode"
             FROM facility_application_status($1)`,
      values: [hashOf(reference.toUpperCase())],
    });
    const status = result?.rows[0];
    if (!status) throw new AppError('not-found', 'not-found');
    return status;
  }

  /** The applications in the caller's area, oldest first; those still to be decided unless told otherwise. */
  async list(caller: Caller, state: ApplicationState, limit: number): Promise<ApplicationView[]> {
    const rows = await this.database.transaction(this.scope(caller), async (tx) => {
      const found = await tx.query<Row[]>(`${SELECT} WHERE state = $1 ORDER BY submitted_at, application_id LIMIT $2`, [
        state,
        limit,
      ]);
      await this.record(tx, 'facility-application.list', null, actorOf(caller), caller.requestId, found.length);
      return found;
    });
    return Promise.all(rows.map((row) => this.view(row)));
  }

  /** Enters the facility in the register and makes the applicant its owner. Throws `not-found`, `application-decided`. */
  async approve(caller: Caller, applicationId: string): Promise<{ facilityId: string; code: string }> {
    const application = await this.get(caller, applicationId);
    assertDecidable(application.state, 'approve');
    const { fullName, personalNumber } = application.owner;
    const owner = await this.accounts.ofPerson({ displayName: fullName, username: null, personalNumber });
    const now = this.clock.now();
    const facilityId = uuidV7(now);
    const code = `CS-${randomCode(8)}`;
    const scope = this.scope(caller);
    const facilityIds = [PLATFORM_FACILITY, facilityId];
    await this.database.transaction({ ...scope, facilityIds }, async (tx) => {
      await this.facilities.insert(tx, this.facility(application, facilityId, code), now);
      await this.decide(tx, caller, applicationId, 'approved', null, facilityId);
      await appendVersion(tx, {
        facilityId,
        version: 1,
        at: now,
        actor: caller.principal.id,
        action: 'approve',
        reason: null,
      });
      const granted = { role: 'facility-owner', scope: { kind: 'facility', id: facilityId }, expiresAt: null } as const;
      await this.accounts.grantWithin(tx, owner.accountId, granted, {
        actor: actorOf(caller),
        requestId: caller.requestId,
      });
      await this.record(tx, 'facility-application.approve', applicationId, actorOf(caller), caller.requestId);
    });
    return { facilityId, code };
  }

  /** Throws `not-found`, `application-decided`. */
  async refuse(caller: Caller, applicationId: string, reason: string): Promise<void> {
    const { state } = await this.get(caller, applicationId);
    assertDecidable(state, 'refuse');
    await this.database.transaction(this.scope(caller), async (tx) => {
      await this.decide(tx, caller, applicationId, 'refused', reason, null);
      await this.record(tx, 'facility-application.refuse', applicationId, actorOf(caller), caller.requestId);
    });
  }

  private async get(caller: Caller, applicationId: string): Promise<ApplicationView> {
    const [row] = await this.database.transaction(this.scope(caller), (tx) =>
      tx.query<Row[]>(`${SELECT} WHERE application_id = $1`, [applicationId]),
    );
    if (!row) throw new AppError('not-found', 'not-found');
    return this.view(row);
  }

  private async decide(
    tx: Transaction,
    caller: Caller,
    applicationId: string,
    state: ApplicationState,
    reason: string | null,
    facilityId: string | null,
  ): Promise<void> {
    const [, changed] = await tx.query<[unknown, number]>(
      `UPDATE facility_application SET state = $2, decided_at = $3, decided_by = $4, reason = $5, facility_id = $6
       WHERE application_id = $1 AND state = 'submitted'`,
      [applicationId, state, this.clock.now(), caller.principal.id, reason, facilityId],
    );
    // Somebody else was quicker.
    if (changed !== 1) throw new AppError('application-decided', 'conflict', { state: 'decided' });
  }

  private facility({ content, wardId, owner }: ApplicationView, facilityId: string, code: string) {
    const { kind, name, address, stars, rooms = [], departments = [], vehicles = [], ...rest } = content as Complete;
    return {
      facilityId,
      code,
      kind,
      name,
      stars: stars ?? null,
      wardId,
      addressLine: address,
      remoteArea: false,
      industrialZoneId: rest.industrialZoneId ?? null,
      status: 'active' as const,
      rooms: rooms.map((room) => ({ code: room.code ?? '', beds: room.beds ?? 1 })),
      departments: departments.map(({ code: own = '', name: title, beds = 0 }) => ({
        code: own,
        name: title ?? own,
        beds,
      })),
      vehicles: vehicles.map((vehicle) => ({ plate: vehicle.plate ?? '', seats: vehicle.seats ?? 1 })),
      routes: [],
      owner: owner.fullName,
      ...(rest.certificate && {
        certificate: {
          number: rest.certificate.number ?? '',
          issuedOn: rest.certificate.issuedOn ?? '',
          expiresOn: rest.certificate.expiresOn ?? null,
        },
      }),
    };
  }

  private async view({ applicantSealed, ...row }: Row): Promise<ApplicationView> {
    const text = await this.keyRing.open(SEAL.table, SEAL.column, row.applicationId, applicantSealed);
    return { ...row, owner: JSON.parse(text) as ApplicationView['owner'] };
  }

  private wardOf(address: string): string | null {
    return this.reference.addresses.resolve(address).ward?.unitId ?? null;
  }

  private kind(code: string, now: Date) {
    const day = localDate(now);
    return this.reference.codeTables.has('facility-kind', code, day)
      ? this.reference.facilityKind(code, day)
      : undefined;
  }

  private async zoneExists(zoneId: string | undefined): Promise<boolean> {
    if (zoneId === undefined) return false;
    const [result] = await this.database.run(NO_FACILITY, {
      name: 'zone_exists',
      text: 'SELECT FROM industrial_zone WHERE zone_id = $1',
      values: [zoneId],
    });
    return result?.rowCount === 1;
  }

  private scope(caller: Caller) {
    return { facilityIds: [PLATFORM_FACILITY], areas: reachOf(caller.principal, 'facility.review').areas };
  }

  private record(
    tx: Transaction,
    action: string,
    applicationId: string | null,
    actor: ReturnType<typeof actorOf> | { kind: 'system'; id: string },
    requestId: string,
    rowCount?: number,
  ): Promise<void> {
    return appendAudit(tx, {
      at: this.clock.now(),
      facilityId: PLATFORM_FACILITY,
      actor,
      action,
      subjectKind: 'facility-application',
      subjectId: applicationId,
      requestId,
      ...(rowCount !== undefined && { rowCount }),
    });
  }
}

const actorOf = ({ principal }: Caller) => ({ kind: principal.kind, id: principal.id });

function assertDecidable(state: ApplicationState, decision: 'approve' | 'refuse'): void {
  if (!APPLICATION_LIFE[state][decision]) throw new AppError('application-decided', 'conflict', { state });
}

const randomCode = (length: number): string => Array.from(randomBytes(length), (byte) => ALPHABET[byte & 31]).join('');

const hashOf = (reference: string): Buffer => createHash('sha256').update(reference).digest();
