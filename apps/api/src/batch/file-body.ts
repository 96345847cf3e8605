import type { FastifyInstance, FastifyRequest } from 'fastify';
import { batchTooLarge, MAX_FILE_BYTES } from '@luutru/batch';
import { AppError } from '@luutru/platform';

/** What a file may be sent as; which of them says nothing, because files are recognised by looking. */
export const FILE_TYPES = [
  'application/octet-stream',
  'text/csv',
  'application/xml',
  'text/xml',
  'application/x-ndjson',
  'application/jsonl',
  'application/vnd.ms-excel',
  'application/vnd.ms-excel.sheet.macroenabled.12',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;

/** The routes that take files. */
export const FILE_ROUTES: ReadonlySet<string> = new Set(['/v1/batches', '/v1/watch-lists/:listId/import']);

/** Hands the bodies of files on as they arrive, on those routes; elsewhere they are refused with 415. */
export function acceptFiles(fastify: FastifyInstance): void {
  fastify.addContentTypeParser([...FILE_TYPES], (request: FastifyRequest, payload, done) => {
    const takesFiles = request.method === 'POST' && FILE_ROUTES.has(request.routeOptions.url ?? '');
    if (takesFiles && Number(request.headers['content-length'] ?? 0) > MAX_FILE_BYTES) done(batchTooLarge(), undefined);
    else if (takesFiles) done(null, payload);
    else done(new AppError('media-type-unsupported', 'invalid'), undefined);
  });
}
