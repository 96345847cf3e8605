export { FacilityModule } from './facility.module';
export { FacilityReadModel } from './facility.read-model';
export { FacilityRepository, type NewFacility } from './facility.repository';
/** What facilities call their departments and routes, and zones are called. */
export { type CodeNames, codeNames, NAMED_BY_FACILITIES, type NamedByFacilities } from './code-names';
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
export { facilityErrors, facilityIssues } from './facility.catalogue';
export type { ApplicationInput } from './domain/application';
export { type ApplicationState, type Supervision, SUPERVISION } from './domain/facility-life';
export {
  type ApplicationStatus,
  type ApplicationView,
  FacilityApplicationService,
} from './facility-application.service';
export { FacilityProfileService, type ProfileChange } from './facility-profile.service';
export { FacilityOversightModule } from './facility-oversight.module';
export { FacilitySupervisionService, type FacilityVersionView } from './facility-supervision.service';
