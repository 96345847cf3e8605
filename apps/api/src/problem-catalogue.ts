import { accessErrors, accessIssues } from '@luutru/access';
import { auditErrors, auditIssues } from '@luutru/audit';
import { authorityErrors, authorityIssues } from '@luutru/authority';
import { batchErrors, batchIssues } from '@luutru/batch';
import { complianceErrors, complianceIssues } from '@luutru/compliance';
import { declarationErrors, declarationIssues } from '@luutru/declaration';
import { deliveryIssues } from '@luutru/delivery';
import { departureErrors, departureIssues } from '@luutru/departures';
import { fileErrors, fileIssues } from '@luutru/declaration-file';
import { findingCatalogue } from '@luutru/identity-document';
import { figureFeedErrors } from '@luutru/figure-feed';
import { guestEntryErrors, guestEntryIssues } from '@luutru/guest-entry';
import { facilityErrors, facilityIssues } from '@luutru/facility';
import { nationalIdentityErrors } from '@luutru/national-identity';
import { outageIssues } from '@luutru/outage';
import { patientErrors } from '@luutru/patient';
import { platformErrors } from '@luutru/platform';
import {
  breakGlassErrors,
  breakGlassIssues,
  findingErrors,
  personIssues,
  searchErrors,
  searchIssues,
} from '@luutru/police';
import { reportSubscriptionErrors, reportSubscriptionIssues } from '@luutru/report-subscription';
import { statisticsErrors, statisticsIssues } from '@luutru/statistics';
import { transparencyErrors } from '@luutru/transparency';
import { tripIssues } from '@luutru/trip';
import { kbttForwardingErrors, kbttForwardingIssues } from '@luutru/kbtt-forwarding';
import { webhookErrors, webhookIssues } from '@luutru/webhook';
import { watchListErrors, watchListIssues } from '@luutru/watch-list';
import { xroadErrors, xroadIssues } from './ioc/xroad-form';
import { httpErrors } from './http/http.errors';
import { ProblemCatalogue } from './http/problem';
import { shapeIssues } from './http/shape.catalogue';

/** Every code the API can answer with (docs/errors.md is made from these). */
export const errorDefinitions = [
  ...platformErrors,
  ...httpErrors,
  ...accessErrors,
  ...declarationErrors,
  ...patientErrors,
  ...facilityErrors,
  ...transparencyErrors,
  ...nationalIdentityErrors,
  ...auditErrors,
  ...searchErrors,
  ...batchErrors,
  ...complianceErrors,
  ...departureErrors,
  ...kbttForwardingErrors,
  ...webhookErrors,
  ...fileErrors,
  ...breakGlassErrors,
  ...findingErrors,
  ...watchListErrors,
  ...authorityErrors,
  ...figureFeedErrors,
  ...reportSubscriptionErrors,
  ...xroadErrors,
  ...statisticsErrors,
  ...guestEntryErrors,
];
export const issueDefinitions = [
  ...shapeIssues,
  ...accessIssues,
  ...auditIssues,
  ...searchIssues,
  ...facilityIssues,
  ...declarationIssues,
  ...tripIssues,
  ...batchIssues,
  ...complianceIssues,
  ...statisticsIssues,
  ...outageIssues,
  ...deliveryIssues,
  ...kbttForwardingIssues,
  ...webhookIssues,
  ...departureIssues,
  ...fileIssues,
  ...watchListIssues,
  ...authorityIssues,
  ...findingCatalogue,
  ...personIssues,
  ...breakGlassIssues,
  ...xroadIssues,
  ...reportSubscriptionIssues,
  ...guestEntryIssues,
];

export const problemCatalogue = new ProblemCatalogue(errorDefinitions, issueDefinitions);
