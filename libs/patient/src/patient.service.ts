import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { appendAudit } from '@luutru/audit';
import { localDate, toLocalIso } from '@luutru/calendar';
import { FacilityReadModel } from '@luutru/facility';
import {
  AppError,
  BlindIndex,
  CLOCK,
  type Clock,
  Idempotency,
  type Issue,
  KeyRing,
  monthScope,
  uuidV7,
  violates,
} from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { admit, type AdmissionInput, type Admitting } from './domain/admit';
import { Patient } from './patient.entity';
import { PATIENT_SEAL, PatientReadModel } from './patient.read-model';

export interface AdmitCommand {
  readonly caller: Caller;
  readonly facilityId: string;
  readonly input: AdmissionInput;
  readonly shapeIssues: readonly Issue[];
  readonly body: unknown;
  readonly key: { readonly header?: string; readonly reference?: string };
}

/** The answer to an admission, kept and given again on a repeat. Holds no personal data. */
export interface PatientAnswer {
  readonly patientId: string;
  readonly facilityId: string;
  readonly department: string;
  readonly room: string | null;
  readonly bed: string | null;
  readonly admittedAt: string;
  readonly warnings: readonly Issue[];
}

@Injectable()
export class PatientService {
  constructor(
    private readonly patients: PatientReadModel,
    private readonly facilities: FacilityReadModel,
    private readonly reference: ReferenceDataService,
    private readonly idempotency: Idempotency,
    private readonly keyRing: KeyRing,
    private readonly index: BlindIndex,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Records an admission, to which the patient's and the relatives' stays then refer.
   * @throws `validation-failed`, `not-found` (facility), `patient-already-admitted`, `idempotency-key-reused`
   */
  async admit(command: AdmitCommand): Promise<{ answer: PatientAnswer; replayed: boolean }> {
    const { facilityId, shapeIssues } = command;
    const print = this.idempotency.print('patient.admit', command.key, command.body);
    const now = this.clock.now();
    const admitting = await this.judge(facilityId, command.input, now);
    if (!admitting.ok || shapeIssues.length > 0) {
      const first = await this.idempotency.find<PatientAnswer>(facilityId, print);
      if (first) return { answer: first, replayed: true };
      const further = admitting.ok
        ? []
        : admitting.issues.filter((i) => !shapeIssues.some((s) => s.pointer === i.pointer));
      throw new AppError('validation-failed', 'invalid', {}, [...shapeIssues, ...further]);
    }
    const { recordNumber, ...admission } = admitting.admission;
    const patientId = uuidV7(now);
    const { table, column } = PATIENT_SEAL;
    const patient: Patient = {
      facilityId,
      patientId,
      ...admission,
      dischargedAt: null,
      recordNumberSealed: await this.keyRing.seal(
        monthScope(localDate(admission.admittedAt)),
        table,
        column,
        patientId,
        recordNumber,
      ),
      recordNumberIndex: this.index.of('record-number', recordNumber).value,
      version: 1,
      createdAt: now,
    };
    const { department, room, bed } = admission;
    const answer: PatientAnswer = {
      patientId,
      facilityId,
      department,
      room,
      bed,
      admittedAt: toLocalIso(admission.admittedAt),
      warnings: admitting.warnings,
    };
    try {
      return await this.idempotency.once(facilityId, print, answer, now, async (tx) => {
        await tx.getRepository(Patient).insert(patient);
        const { principal, requestId } = command.caller;
        await appendAudit(tx, {
          at: now,
          facilityId,
          actor: { kind: principal.kind, id: principal.id },
          action: 'patient.admit',
          subjectKind: 'patient',
          subjectId: patientId,
          requestId,
        });
      });
    } catch (error) {
      if (!violates(error, 'patient_facility_id_record_number_index_key')) throw error;
      const existing = await this.patients.findByRecordNumber(facilityId, recordNumber);
      throw new AppError('patient-already-admitted', 'conflict', { patientId: existing ?? '' });
    }
  }

  /** What {@link admit} would refuse, without admitting anybody. Throws `not-found` (facility). */
  async faultsOf(facilityId: string, input: AdmissionInput): Promise<readonly Issue[]> {
    const admitting = await this.judge(facilityId, input, this.clock.now());
    return admitting.ok ? [] : admitting.issues;
  }

  private async judge(facilityId: string, input: AdmissionInput, now: Date): Promise<Admitting> {
    const facility = await this.facilities.find(facilityId);
    if (!facility) throw new AppError('not-found', 'not-found');
    const takesPatients = this.reference.facilityKind(facility.kind, localDate(now)).stayKinds.includes('patient');
    return admit(input, { ...facility, active: facility.status === 'active', takesPatients }, now);
  }
}
