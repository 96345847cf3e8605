import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An in-patient's time in hospital. Who the patient is, is in the patient's stay; a diagnosis is nowhere. */
@Entity('patient')
export class Patient {
  @PrimaryColumn('uuid', { name: 'facility_id' })
  facilityId: string;

  @PrimaryColumn('uuid', { name: 'patient_id' })
  patientId: string;

  @Column('text')
  department: string;

  @Column('text', { nullable: true })
  room: string | null;

  @Column('text', { nullable: true })
  bed: string | null;

  @Column('timestamptz', { name: 'admitted_at' })
  admittedAt: Date;

  @Column('timestamptz', { name: 'discharged_at', nullable: true })
  dischargedAt: Date | null;

  @Column('bytea', { name: 'record_number_sealed' })
  recordNumberSealed: Buffer;

  @Column('bytea', { name: 'record_number_index' })
  recordNumberIndex: Buffer;

  @Column('integer')
  version: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
