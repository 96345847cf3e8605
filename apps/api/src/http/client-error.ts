import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { AppError } from '@luutru/platform';
import { type ProblemCatalogue, statusOf } from './problem';

const CODES: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request-too-slow',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
};

/** Answers what never became a request, in the form of all others, and closes. */
export const answerClientErrors =
  (catalogue: ProblemCatalogue) =>
  (fault: NodeJS.ErrnoException, socket: Socket): void => {
    if (fault.code !== 'ECONNRESET' && socket.writable) {
      const error = new AppError(CODES[fault.code ?? ''] ?? 'request-malformed', 'invalid');
      const body = JSON.stringify(catalogue.problem(error, { path: '/', traceId: '', language: 'vi' }));
      const status = statusOf(error);
      socket.write(
        `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/problem+json; charset=utf-8\r\n` +
          `Content-Length: ${Buffer.byteLength(body)}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n${body}`,
      );
    }
    socket.destroySoon();
  };
