import { aboutRoute, developersRoute, statusRoute, verifyRoute } from './public/feature';
import { myCorrectionsRoute, myLooksRoute, myReceiptRoute, myStayRoute, myStaysRoute } from './self/feature';

/** The pages inside the frame, by feature. */
export const routes = [myStaysRoute, myStayRoute, myReceiptRoute, myLooksRoute, myCorrectionsRoute] as const;

/** The pages for everybody. */
export const publicRoutes = [aboutRoute, verifyRoute, statusRoute, developersRoute] as const;
