/** For the worker: figures and silences, kept up with the stays. */
export { ComplianceReckoning, type Reckoning } from './compliance-reckoning';
