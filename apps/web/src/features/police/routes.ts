import { alertsRoute } from '../alerts/feature';
import { breakGlassReviewsRoute, breakGlassRoute } from '../break-glass/feature';
import {
  complianceFacilityRoute,
  complianceNotesRoute,
  complianceRoute,
  complianceWardsRoute,
  monthlySheetRoute,
} from '../compliance/feature';
import { findingsRoute } from '../findings/feature';
import { personRoute, searchRoute } from '../person-search/feature';
import { supervisionRoute } from '../supervision/feature';
import { proposalRoute, proposalsRoute, watchListRoute, watchListsRoute } from '../watch-lists/feature';

/** The pages of the police. */
export const policeRoutes = [
  alertsRoute,
  searchRoute,
  personRoute,
  findingsRoute,
  watchListsRoute,
  watchListRoute,
  proposalsRoute,
  proposalRoute,
  complianceRoute,
  complianceFacilityRoute,
  complianceWardsRoute,
  complianceNotesRoute,
  monthlySheetRoute,
  breakGlassRoute,
  breakGlassReviewsRoute,
  supervisionRoute,
] as const;
