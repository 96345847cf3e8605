import type { FastifyReply, FastifyRequest } from 'fastify';
import { portalMessage } from '@luutru/kbtt';
import type { AppError } from '@luutru/platform';
import { type ProblemCatalogue, statusOf } from '../http/problem';
import type { OtherForm } from '../http/send-problem';

/** How the portal wraps what it answers. */
export interface Envelope<T> {
  readonly code: string;
  readonly message: string;
  readonly data: T;
}

export const success = <T>(data: T): Envelope<T> => ({ code: '200', message: 'Thành công', data });

const PREFIXES = ['/authorization-service/', '/client-service/', '/cms-backend/'];

const isPortalPath = (url: string): boolean => PREFIXES.some((prefix) => url.startsWith(prefix));

/** Business faults are 400 on the portal, whatever they would be elsewhere. */
const BUSINESS = new Set([400, 409, 422]);

/** Answers a failure as the portal does. */
function sendPortalProblem(
  catalogue: ProblemCatalogue,
  error: AppError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const own = statusOf(error);
  const status = BUSINESS.has(own) ? 400 : own;
  const about = request.url.startsWith('/client-service/kbtt/kbtt-3th') ? 'foreigner' : 'vietnamese';
  const message =
    error.issues.length > 0
      ? portalMessage(error.issues, about, (issue) => catalogue.issue(issue).message)
      : catalogue.texts(error.code, error.params).title.vi;
  if (status === 401) void reply.header('WWW-Authenticate', 'Bearer realm="luutru"');
  void reply
    .status(status)
    .header('Content-Type', 'application/json; charset=utf-8')
    .send(JSON.stringify({ code: String(status), message, data: null }));
}

/** How failures are answered on the portal's paths. */
export const PORTAL_FORM: OtherForm = { speaks: ({ url }) => isPortalPath(url), send: sendPortalProblem };
