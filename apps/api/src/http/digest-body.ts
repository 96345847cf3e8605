import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ApiRequest } from './api-request';

/** Takes the SHA-256 of the bodies of signed requests while they are read; others cost nothing. */
export function digestSignedBodies(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', async (request: ApiRequest, _reply, payload) => {
    if (request.headers['signature-input'] === undefined || !hasBody(request)) return payload;
    const hash = createHash('sha256');
    let digest: Buffer | undefined;
    request.bodyDigest = () => (digest ??= hash.digest());
    return payload.pipe(
      new Transform({
        transform(chunk: Buffer, _encoding, done) {
          hash.update(chunk);
          done(null, chunk);
        },
      }),
    );
  });
}

export const hasBody = ({ headers }: Pick<ApiRequest, 'headers'>): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
