export { FacilityModule } from './facility.module';
export { FacilityReadModel } from './facility.read-model';
export { FacilityRepository, type NewFacility } from './facility.repository';
/** Persistence records, for the data source of a process. */
export { Department, Facility, IndustrialZone, Room, Route, Vehicle } from './facility.entity';
export type {
  DepartmentProfile,
  FacilityProfile,
  FacilityStatus,
  RoomProfile,
  RouteProfile,
  RouteStop,
  VehicleProfile,
} from './domain/facility';
