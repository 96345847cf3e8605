/** Servers for a machine that has none: the demo and the tests start theirs here. Not part of a deployment. */
export { findFreePort } from './free-port';
export { type LocalPostgres, type PostgresOptions, startPostgres } from './postgres';
export { canHoldPostgres, stopLeftover } from './postgres-data-folder';
export { type LocalRedis, type RedisOptions, startRedis } from './redis';
export { isAlive } from './running-processes';
export { type Orphaned, ServiceProcess, untilReady } from './service-process';
