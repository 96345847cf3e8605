import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Caller, reachOf } from '@luutru/access';
import { appendAudit } from '@luutru/audit';
import { AppError, BlindIndex, CLOCK, type Clock, Database, KeyRing } from '@luutru/platform';
import { Patient } from './patient.entity';

/** An admission as its hospital sees it. */
export interface PatientView {
  readonly patientId: string;
  readonly facilityId: string;
  readonly recordNumber: string;
  readonly department: string;
  readonly room: string | null;
  readonly bed: string | null;
  readonly admittedAt: Date;
  readonly dischargedAt: Date | null;
  readonly version: number;
}

/** What a declaration needs to know of a patient. */
export interface PatientFacts {
  readonly department: string;
  readonly room: string | null;
  readonly bed: string | null;
  readonly discharged: boolean;
}

export const PATIENT_SEAL = { table: 'patient', column: 'record_number_sealed' } as const;

@Injectable()
export class PatientReadModel {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly index: BlindIndex,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Facts of a patient of that facility, or null. */
  async findFacts(facilityId: string, patientId: string): Promise<PatientFacts | null> {
    const [result] = await this.database.run<PatientFacts>(
      { facilityIds: [facilityId] },
      {
        name: 'patient_facts',
        text: `SELECT department, room, bed, discharged_at IS NOT NULL AS discharged
             FROM patient WHERE facility_id = $1 AND patient_id = $2`,
        values: [facilityId, patientId],
      },
    );
    return result?.rows[0] ?? null;
  }

  /** The id of the admission with that record number, or null. */
  async findByRecordNumber(facilityId: string, recordNumber: string): Promise<string | null> {
    const values = this.index.candidates('record-number', recordNumber).map((candidate) => candidate.value);
    const [result] = await this.database.run<{ id: string }>(
      { facilityIds: [facilityId] },
      {
        name: 'patient_by_record_number',
        text: 'SELECT patient_id AS id FROM patient WHERE facility_id = $1 AND record_number_index = ANY($2)',
        values: [facilityId, values],
      },
    );
    return result?.rows[0]?.id ?? null;
  }

  /** Throws `not-found` for a patient that does not exist and for one out of the caller's scope alike. */
  async get(caller: Caller, patientId: string): Promise<PatientView> {
    const { kind, id } = caller.principal;
    const { facilityIds } = reachOf(caller.principal, 'patient.manage');
    const patient = await this.database.transaction({ facilityIds }, async (tx) => {
      const found = await tx.getRepository(Patient).findOneBy({ facilityId: In([...facilityIds]), patientId });
      if (!found) return null;
      await appendAudit(tx, {
        at: this.clock.now(),
        facilityId: found.facilityId,
        actor: { kind, id },
        action: 'patient.read',
        subjectKind: 'patient',
        subjectId: patientId,
        requestId: caller.requestId,
        rowCount: 1,
      });
      return found;
    });
    if (!patient) throw new AppError('not-found', 'not-found');
    const { recordNumberSealed, recordNumberIndex: _index, createdAt: _created, ...view } = patient;
    const recordNumber = await this.keyRing.open(
      PATIENT_SEAL.table,
      PATIENT_SEAL.column,
      patientId,
      recordNumberSealed,
    );
    return { ...view, recordNumber };
  }
}
