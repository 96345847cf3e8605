import { administratorRoutes } from './admin/feature';
import { checkInRoute } from './check-in/feature';
import { figuresRoute } from './figures/feature';
import { deskCardRoute } from './guest-entry/feature';
import { importRoute } from './import/feature';
import { waitingRoute } from './offline/feature';
import { ownerRoutes } from './owner/feature';
import { admitRoute, patientsRoute } from './patients/feature';
import { policeRoutes } from './police/routes';
import { recordsRoute } from './records/feature';
import { reportsRoute } from './reports/feature';
import { citizenRoutes } from './self/feature';
import { roomsRoute, stayRoute, staysRoute } from './stays/feature';
import { tenantsRoute } from './tenants/feature';
import { tripRoute, tripsRoute } from './trips/feature';
import { unusualDaysRoute } from './unusual-days/feature';

/** The pages inside the frame, by feature. */
export const routes = [
  checkInRoute,
  admitRoute,
  patientsRoute,
  tripsRoute,
  tripRoute,
  tenantsRoute,
  roomsRoute,
  staysRoute,
  stayRoute,
  waitingRoute,
  importRoute,
  deskCardRoute,
  ...policeRoutes,
  figuresRoute,
  unusualDaysRoute,
  recordsRoute,
  reportsRoute,
  ...ownerRoutes,
  ...administratorRoutes,
  ...citizenRoutes,
] as const;

/** The pages for everybody. */
export { publicRoutes } from './public/feature';
