import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '@luutru/platform';
import { CONSOLE_PATH } from '../console/serve-console';
import type { LoadGauge } from './load-gauge';

/**
 * Whether the process lives must be told, and measured, whatever goes on; the files of the console cost next to nothing, and a person is
 * told by the page that the system is busy, not by a text for machines.
 */
const NEVER_SHED = ['/health/', '/metrics', CONSOLE_PATH];
const SIGN_IN = '/v1/sign-in';
/** Posts that can as well be made later: files, and rehearsals. */
const LATER = new Set(['/v1/batches', '/v1/stays/validate', '/v1/stays/suggestions']);

/**
 * While the event loop is late, what only reads or can wait is refused before its body is read; declaring, changing and
 * signing in, with the national identity too, go on until nothing would be answered in time any more.
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

const isEssential = ({ method, routeOptions: { url = '' } }: FastifyRequest): boolean =>
  url.startsWith(SIGN_IN) || (method !== 'GET' && method !== 'HEAD' && !LATER.has(url));
