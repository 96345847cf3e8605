import { Inject, Injectable } from '@nestjs/common';
import { type Caller, reachOf } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import { type ActCommand, StayActionService } from '@luutru/declaration';
import { AppError, CLOCK, type Clock, Database, Idempotency, type Transaction } from '@luutru/platform';
import { conflictOf, momentOf, recordChange } from './case-changes';

/** What a hospital does with an admission. */
export type PatientOrder =
  | { readonly action: 'discharge'; readonly at?: string }
  | { readonly action: 'undo-discharge' }
  | { readonly action: 'transfer'; readonly department?: string; readonly room?: string; readonly bed?: string };

export interface PatientActCommand {
  readonly caller: Caller;
  readonly patientId: string;
  readonly order: PatientOrder;
  readonly version?: number;
  readonly key?: string;
  readonly body: unknown;
}

/** The answer to an action on an admission. Holds no personal data. */
export interface PatientActAnswer {
  readonly patientId: string;
  readonly action: PatientOrder['action'];
  readonly version: number;
  readonly dischargedAt: string | null;
  readonly department: string;
  readonly room: string | null;
  readonly bed: string | null;
  /** How many stays, of the patient and of relatives, it changed. */
  readonly stays: number;
}

interface PatientRow {
  readonly facilityId: string;
  readonly version: number;
  readonly department: string;
  readonly room: string | null;
  readonly bed: string | null;
  readonly admittedAt: Date;
  readonly dischargedAt: Date | null;
}

interface StayOfPatient {
  readonly stayId: string;
  readonly kind: string;
  readonly version: number;
  readonly arrivedAt: Date;
  readonly departedAt: Date | null;
}

/** Moves admissions on. A discharge ends the stays of the patient and of the relatives, in the same transaction. */
@Injectable()
export class DischargeService {
  constructor(
    private readonly database: Database,
    private readonly stays: StayActionService,
    private readonly idempotency: Idempotency,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws as TripActionService.act does, but for trips' own. */
  async act(command: PatientActCommand): Promise<{ answer: PatientActAnswer; replayed: boolean }> {
    const { caller, patientId, order, version, key } = command;
    const { facilityIds } = reachOf(caller.principal, 'patient.manage');
    const natural = version === undefined ? undefined : `${patientId}:${version}:${order.action}`;
    const print = this.idempotency.print('patient.act', key !== undefined ? { header: key } : { reference: natural }, [
      patientId,
      order.action,
      command.body,
    ]);
    return this.database.transaction({ facilityIds }, async (tx) => {
      const [patient] = await tx.query<PatientRow[]>(
        `SELECT facility_id AS "facilityId", version, department, room, bed, admitted_at AS "admittedAt",
                discharged_at AS "dischargedAt" FROM patient WHERE facility_id = ANY($1) AND patient_id = $2 FOR UPDATE`,
        [facilityIds, patientId],
      );
      if (!patient) throw new AppError('not-found', 'not-found');
      const before = await this.idempotency.findIn<PatientActAnswer>(tx, patient.facilityId, print);
      if (before) return { answer: before, replayed: true };
      const state = patient.dischargedAt ? 'discharged' : 'admitted';
      const locked = {
        facilityId: patient.facilityId,
        caseId: patientId,
        kind: 'patient' as const,
        version: patient.version,
        state,
      };
      if (version !== undefined && version !== patient.version)
        throw conflictOf('case-version-conflict', locked, order.action);
      if ((order.action === 'undo-discharge') !== (state === 'discharged')) {
        throw conflictOf('case-action-not-allowed', locked, order.action);
      }
      const now = this.clock.now();
      const next = nextOf(patient, order, now);
      const stays = await this.moveStays(tx, command, patient, next);
      await tx.query(
        `UPDATE patient SET department = $3, room = $4, bed = $5, discharged_at = $6, version = version + 1
         WHERE facility_id = $1 AND patient_id = $2`,
        [patient.facilityId, patientId, next.department, next.room, next.bed, next.dischargedAt],
      );
      const detail = { department: patient.department, room: patient.room ?? '', bed: patient.bed ?? '' };
      await recordChange(tx, caller, locked, { action: order.action, at: now, detail });
      const answer: PatientActAnswer = {
        patientId,
        action: order.action,
        version: patient.version + 1,
        dischargedAt: next.dischargedAt && toLocalIso(next.dischargedAt),
        department: next.department,
        room: next.room,
        bed: next.bed,
        stays,
      };
      await this.idempotency.remember(tx, patient.facilityId, print, answer, now);
      return { answer, replayed: false };
    });
  }

  private async moveStays(
    tx: Transaction,
    { caller, patientId, order }: PatientActCommand,
    patient: PatientRow,
    next: PatientRow,
  ): Promise<number> {
    const present = order.action !== 'undo-discharge';
    const all = await tx.query<StayOfPatient[]>(
      `SELECT stay_id AS "stayId", kind, version, arrived_at AS "arrivedAt", departed_at AS "departedAt" FROM stay
       WHERE facility_id = $1 AND patient_id = $2 AND state = ANY($3) ORDER BY stay_id`,
      [patient.facilityId, patientId, present ? ['in_house', 'overdue'] : ['departed', 'left_early']],
    );
    let moved = 0;
    for (const stay of all) {
      const act = orderFor(order, stay, patient, next);
      if (!act) continue;
      const command: ActCommand = {
        caller,
        stayId: stay.stayId,
        channel: 'rest',
        order: act,
        version: stay.version,
        shapeIssues: [],
        body: { patientId },
      };
      await this.stays.actIn(tx, command, [patient.facilityId]);
      moved += 1;
    }
    return moved;
  }
}

function nextOf(patient: PatientRow, order: PatientOrder, now: Date): PatientRow {
  if (order.action === 'undo-discharge') return { ...patient, dischargedAt: null };
  if (order.action === 'discharge') {
    const at = momentOf(order.at, now);
    if (at >= patient.admittedAt) return { ...patient, dischargedAt: at };
    throw new AppError('validation-failed', 'invalid', {}, [{ code: 'departure-before-arrival', pointer: '/at' }]);
  }
  const department = order.department?.trim() || patient.department;
  const room = order.room?.trim() || null;
  const bed = order.bed?.trim() || null;
  return { ...patient, department, room, bed };
}

/** What the action means for one stay; null: nothing. Undoing a discharge brings back who left by it, not who had left before. */
function orderFor(
  order: PatientOrder,
  stay: StayOfPatient,
  patient: PatientRow,
  next: PatientRow,
): ActCommand['order'] | null {
  if (order.action === 'discharge') {
    const at = next.dischargedAt && next.dischargedAt > stay.arrivedAt ? next.dischargedAt : stay.arrivedAt;
    return { action: 'check-out', departedAt: toLocalIso(at) };
  }
  if (order.action === 'undo-discharge') {
    const leftByIt =
      stay.departedAt?.getTime() === Math.max(patient.dischargedAt?.getTime() ?? 0, stay.arrivedAt.getTime());
    return leftByIt ? { action: 'undo-check-out' } : null;
  }
  const { department, room, bed } = next;
  const place = stay.kind === 'patient' ? { department, ...(room && { room }), ...(bed && { bed }) } : { department };
  const same =
    department === patient.department && (stay.kind !== 'patient' || (room === patient.room && bed === patient.bed));
  return same ? null : { action: 'correct', changes: { place }, clear: [] };
}
