import {
  accountsRoute,
  applicationsRoute,
  auditRoute,
  deadLettersRoute,
  deliveryRoute,
  outagesRoute,
  policiesRoute,
  policyProposalRoute,
  policyRoute,
  referenceRoute,
} from './admin/feature';
import {
  correctionsRoute,
  exportsRoute,
  facilityRoute,
  staffRoute,
  standingRoute,
  vendorsRoute,
} from './owner/feature';
import { aboutRoute, developersRoute, statusRoute, verifyRoute } from './public/feature';
import { myCorrectionsRoute, myLooksRoute, myReceiptRoute, myStayRoute, myStaysRoute } from './self/feature';

/** The pages inside the frame, by feature. */
export const routes = [
  ...[myStaysRoute, myStayRoute, myReceiptRoute, myLooksRoute, myCorrectionsRoute],
  ...[facilityRoute, staffRoute, vendorsRoute, standingRoute, correctionsRoute, exportsRoute],
  ...[applicationsRoute, accountsRoute, policiesRoute, policyRoute, policyProposalRoute, deliveryRoute],
  ...[deadLettersRoute, outagesRoute, referenceRoute, auditRoute],
] as const;

/** The pages for everybody. */
export const publicRoutes = [aboutRoute, verifyRoute, statusRoute, developersRoute] as const;
