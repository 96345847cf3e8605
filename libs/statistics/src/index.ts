/** For the worker: figures kept up with stays, trips and facilities. */
export { StatisticsReckoning, type StatisticsRun } from './statistics-reckoning';
