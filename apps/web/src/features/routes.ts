import { checkInRoute } from './check-in/feature';
import { policeRoutes } from './police/routes';
import { roomsRoute, stayRoute, staysRoute } from './stays/feature';

/** The pages inside the frame, by feature. */
export const routes = [checkInRoute, roomsRoute, staysRoute, stayRoute, ...policeRoutes] as const;
