import { checkInRoute } from './check-in/feature';
import { waitingRoute } from './offline/feature';
import { roomsRoute, stayRoute, staysRoute } from './stays/feature';

/** The pages inside the frame, by feature. */
export const routes = [checkInRoute, roomsRoute, staysRoute, stayRoute, waitingRoute] as const;
