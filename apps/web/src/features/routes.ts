import { checkInRoute } from './check-in/feature';
import { importRoute } from './import/feature';
import { waitingRoute } from './offline/feature';
import { policeRoutes } from './police/routes';
import { roomsRoute, stayRoute, staysRoute } from './stays/feature';

/** The pages inside the frame, by feature. */
export const routes = [
  checkInRoute,
  roomsRoute,
  staysRoute,
  stayRoute,
  waitingRoute,
  importRoute,
  ...policeRoutes,
] as const;
