import type { FastifyInstance } from 'fastify';
import { AppError } from '@luutru/platform';
import type { ApiRequest } from './api-request';
import { hasBody } from './digest-body';

/** No request nests deeper than a few levels. */
const MAX_DEPTH = 16;
/** No object has so many fields; what checks names takes the square of their number. */
const MAX_NAMES = 200;
/** The longest list of all, every room and vehicle of a facility with all their fields, has half of it. */
const MAX_VALUES = 30_000;

/** Refuses bodies that fit into a megabyte but not into anybody's time, before anything looks into them. */
export function refuseUnwieldyBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const encoding = request.headers['content-encoding'];
    const plain = encoding === undefined || encoding.toLowerCase() === 'identity';
    done(plain || !hasBody(request) ? undefined : new AppError('media-type-unsupported', 'invalid'));
  });
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser('application/json');
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body: string, done) => {
    if (hasTooManyCommas(body)) done(malformed(), undefined);
    else void parse(request, body, done);
  });
  fastify.addHook('preValidation', (request: ApiRequest, _reply, done) => {
    done(isUnwieldy(request.body) ? malformed() : undefined);
  });
}

const malformed = (): AppError => new AppError('body-malformed', 'invalid');

/** Parsing alone of twenty megabytes of names takes seconds; photos, which is what such bodies are for, have no commas. */
export function hasTooManyCommas(text: string): boolean {
  // Nothing this short has too many.
  if (text.length < 2 * MAX_VALUES) return false;
  let count = 0;
  for (let at = text.indexOf(','); at >= 0; at = text.indexOf(',', at + 1)) {
    count += 1;
    if (count > 2 * MAX_VALUES) return true;
  }
  return false;
}

/** Walks level by level, because a body of a megabyte can be nested deeper than the stack is. */
export function isUnwieldy(body: unknown): boolean {
  if (!isPlain(body)) return false;
  let level: object[] = [body];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === MAX_DEPTH) return true;
    const next: object[] = [];
    for (const one of level) {
      const members: unknown[] = Array.isArray(one) ? one : Object.values(one);
      values += members.length;
      if (values > MAX_VALUES || (!Array.isArray(one) && members.length > MAX_NAMES)) return true;
      for (const member of members) if (typeof member === 'object' && member !== null) next.push(member);
    }
    level = next;
  }
  return false;
}

/** What a JSON parser makes; a file is a stream. */
const isPlain = (body: unknown): body is object =>
  Array.isArray(body) ||
  (typeof body === 'object' && body !== null && Object.getPrototypeOf(body) === Object.prototype);
