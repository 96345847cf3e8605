import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TripState, TripStop } from './domain/trip';

@Entity('trip')
export class Trip {
  @PrimaryColumn('uuid', { name: 'facility_id' })
  facilityId: string;

  @PrimaryColumn('uuid', { name: 'trip_id' })
  tripId: string;

  @Column('text')
  plate: string;

  @Column('text', { name: 'route_code' })
  routeCode: string;

  @Column('timestamptz', { name: 'departs_at' })
  departsAt: Date;

  @Column('timestamptz', { name: 'expected_arrival_at' })
  expectedArrivalAt: Date;

  @Column('jsonb')
  stops: TripStop[];

  @Column('bytea', { name: 'driver_sealed', nullable: true })
  driverSealed: Buffer | null;

  @Column('bytea', { name: 'external_ref_index', nullable: true })
  externalRefIndex: Buffer | null;

  @Column('text')
  state: TripState;

  @Column('timestamptz', { name: 'departed_at', nullable: true })
  departedAt: Date | null;

  @Column('timestamptz', { name: 'arrived_at', nullable: true })
  arrivedAt: Date | null;

  @Column('integer')
  version: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
