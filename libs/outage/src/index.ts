/** When the system could not be used, and what that does to deadlines. */
export { OutageModule } from './outage.module';
export { type NewOutage, Outages, type OutageView } from './outages';
export { OutageKeeping } from './outage-keeping';
export { type ExtendedDeadline, extendDeadline, type OutageWindow } from './domain/extend-deadline';
export { outageIssues } from './outage.catalogue';
