import { isUtf8 } from 'node:buffer';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { invalid } from './failure';

/** The bytes as they were received: bodies are kept raw, since signatures cover bytes. */
export const rawBody = ({ body }: Pick<FastifyRequest, 'body'>): Buffer =>
  Buffer.isBuffer(body) ? body : Buffer.alloc(0);

/** Injects the parsed body; 400 when it is not JSON in UTF-8. */
export const JsonBody = createParamDecorator((_data: unknown, context: ExecutionContext): unknown =>
  parseJson(rawBody(context.switchToHttp().getRequest<FastifyRequest>())),
);

export function parseJson(body: Buffer): unknown {
  if (!isUtf8(body)) throw invalid('body', 'must be UTF-8');
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw invalid('body', 'must be JSON');
  }
}
