import { administratorRoutes } from './admin/feature';
import { checkInRoute } from './check-in/feature';
import { importRoute } from './import/feature';
import { waitingRoute } from './offline/feature';
import { ownerRoutes } from './owner/feature';
import { admitRoute, patientsRoute } from './patients/feature';
import { policeRoutes } from './police/routes';
import { citizenRoutes } from './self/feature';
import { roomsRoute, stayRoute, staysRoute } from './stays/feature';
import { tenantsRoute } from './tenants/feature';
import { tripRoute, tripsRoute } from './trips/feature';

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
  ...policeRoutes,
  ...ownerRoutes,
  ...administratorRoutes,
  ...citizenRoutes,
] as const;

/** The pages for everybody. */
export { publicRoutes } from './public/feature';
