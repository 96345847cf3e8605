/** Days that are not like others of their place (ADR 0034). */
export { AnomalyModule } from './anomaly.module';
export { type Anomaly, AnomaliesService, type AnomalyPage, type AnomalyQuery } from './anomalies.service';
export { ANOMALY_MEASURES, type AnomalyMeasure } from './domain/measures';
/** The rule and its numbers; docs/anomalies.md explains them. */
export { type Basis, judge, RULE } from './domain/judge';
/** For the worker: holds days that are over against what their area is used to. */
export { AnomalyReckoning, type AnomalyRun } from './anomaly-reckoning';
