import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '@luutru/platform';
import type { LoadGauge } from './load-gauge';

/** Whether the process lives must be told, and measured, whatever goes on. */
const NEVER_SHED = ['/health/', '/metrics'];
/** Posts that can as well be made later: files, and rehearsals. */
const LATER = new Set(['/v1/batches', '/v1/stays/validate', '/v1/stays/suggestions']);

/**
 * While the event loop is late, what only reads or can wait is refused before its body is read; declaring, changing and
 * signing in go on until nothing would be answered in time any more.
 */
export function shedLoad(fastify: FastifyInstance, gauge: LoadGauge): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const level = gauge.level();
    const turnedAway = level !== 'all' && !isExempt(request) && (level === 'nothing' || !isEssential(request));
    if (turnedAway) gauge.turnedAway();
    done(turnedAway ? new AppError('overloaded', 'unavailable') : undefined);
  });
}

const isExempt = ({ url }: FastifyRequest): boolean => NEVER_SHED.some((prefix) => url.startsWith(prefix));

const isEssential = ({ method, routeOptions }: FastifyRequest): boolean =>
  method !== 'GET' && method !== 'HEAD' && !LATER.has(routeOptions.url ?? '');
