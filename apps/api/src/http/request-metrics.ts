import type { FastifyReply } from 'fastify';
import type { Metrics } from '@luutru/platform';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
/** An address that no route has: all of them together, because anybody can think one up. */
const UNMATCHED = 'unmatched';

/** Counts requests and how long they took, by route pattern, never by address. */
export function requestMetrics(
  metrics: Metrics,
): (method: string, route: string | undefined, reply: FastifyReply) => void {
  const requests = metrics.counter('luutru_http_requests_total', 'Requests answered', ['method', 'route', 'status']);
  const seconds = metrics.histogram(
    'luutru_http_request_seconds',
    'How long requests took',
    ['method', 'route'],
    SECONDS,
  );
  return (method, route = UNMATCHED, { statusCode, elapsedTime }) => {
    requests.inc({ method, route, status: String(statusCode) });
    seconds.observe(elapsedTime / 1_000, { method, route });
  };
}
