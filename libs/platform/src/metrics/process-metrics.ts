import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Database } from '../database/database';
import type { Metrics } from './metrics';

const NANO = 1e9;
const MICRO = 1e6;

/** Memory, processor, event loop and database connections of this process, under the names that dashboards know. */
export function watchProcess(metrics: Metrics, database: Database): () => void {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const memory = metrics.gauge('process_resident_memory_bytes', 'Resident memory in bytes');
  const heap = metrics.gauge('nodejs_heap_size_used_bytes', 'Used heap in bytes');
  const cpu = metrics.counter('process_cpu_seconds_total', 'Processor time used in seconds');
  const started = metrics.gauge('process_start_time_seconds', 'When the process started, in seconds since 1970');
  const lag = metrics.gauge('nodejs_eventloop_lag_seconds', 'Delay of the event loop since the last reading', [
    'quantile',
  ]);
  const pool = metrics.gauge('luutru_database_connections', 'Connections to the database', ['state']);
  const waiting = metrics.gauge('luutru_database_waiting', 'Pieces of work that wait for a connection');
  let used = 0;
  const startTime = Date.now() / 1_000 - process.uptime();
  metrics.onCollect(() => {
    const { rss, heapUsed } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    memory.set(rss);
    heap.set(heapUsed);
    cpu.inc({}, (user + system) / MICRO - used);
    used = (user + system) / MICRO;
    started.set(startTime);
    lag.set(delay.percentile(50) / NANO, { quantile: '0.5' });
    lag.set(delay.percentile(99) / NANO, { quantile: '0.99' });
    lag.set(delay.max / NANO, { quantile: '1' });
    delay.reset();
    const { size, idle, waiting: queued } = database.connections();
    pool.set(size - idle, { state: 'in_use' });
    pool.set(idle, { state: 'idle' });
    waiting.set(queued);
  });
  return () => delay.disable();
}
