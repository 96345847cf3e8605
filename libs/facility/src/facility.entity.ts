import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FacilityStatus, RouteStop } from './domain/facility';

@Entity('facility')
export class Facility {
  @PrimaryColumn('uuid', { name: 'facility_id' })
  facilityId: string;

  @Column('text')
  code: string;

  @Column('text')
  kind: string;

  @Column('text')
  name: string;

  @Column('smallint', { nullable: true })
  stars: number | null;

  @Column('text', { name: 'ward_id' })
  wardId: string;

  @Column('text', { name: 'address_line' })
  addressLine: string;

  @Column('boolean', { name: 'remote_area' })
  remoteArea: boolean;

  @Column('text', { name: 'industrial_zone_id', nullable: true })
  industrialZoneId: string | null;

  /** The commune from before the merger that it stood in, where that is known. */
  @Column('text', { name: 'former_ward_id', nullable: true })
  formerWardId: string | null;

  @Column('uuid', { name: 'chain_id', nullable: true })
  chainId: string | null;

  /** Certificate of security and order (NĐ 96/2016). */
  @Column('text', { name: 'certificate_number', nullable: true })
  certificateNumber: string | null;

  @Column('date', { name: 'certificate_issued_on', nullable: true })
  certificateIssuedOn: string | null;

  @Column('date', { name: 'certificate_expires_on', nullable: true })
  certificateExpiresOn: string | null;

  /** Machines must sign their requests (RFC 9421). */
  @Column('boolean', { name: 'signed_requests_required' })
  signedRequestsRequired: boolean;

  @Column('text')
  status: FacilityStatus;

  @Column('bytea', { name: 'owner_sealed', nullable: true })
  ownerSealed: Buffer | null;

  @Column('integer')
  version: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

@Entity('room')
export class Room {
  @PrimaryColumn('uuid', { name: 'facility_id' })
  facilityId: string;

  @PrimaryColumn('text')
  code: string;

  @Column('smallint')
  beds: number;
}

@Entity('department')
export class Department {
  @PrimaryColumn('uuid', { name: 'facility_id' })
  facilityId: string;

  @PrimaryColumn('text')
  code: string;

  @Column('text')
  name: string;

  @Column('smallint')
  beds: number;
}

@Entity('vehicle')
export class Vehicle {
  @PrimaryColumn('uuid', { name: 'facility_id' })
  facilityId: string;

  @PrimaryColumn('text')
  plate: string;

  @Column('smallint')
  seats: number;
}

@Entity('route')
export class Route {
  @PrimaryColumn('uuid', { name: 'facility_id' })
  facilityId: string;

  @PrimaryColumn('text')
  code: string;

  @Column('text')
  name: string;

  @Column('jsonb')
  stops: RouteStop[];
}

@Entity('industrial_zone')
export class IndustrialZone {
  @PrimaryColumn('text', { name: 'zone_id' })
  zoneId: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'province_id' })
  provinceId: string;
}
