import { type Agent as HttpAgent, type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { PopulationUnavailable, type UnavailableReason } from './population.errors';

/** One request and all of its answer. */
export interface Exchange {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Buffer;
  readonly agent: HttpAgent;
  /** For the whole of it: waiting for a connection, connecting, sending, headers and body of the answer. */
  readonly timeoutMs: number;
  /** A longer answer is not read. */
  readonly maxAnswerBytes: number;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/**
 * Sends once, never again by itself. Throws only {@link PopulationUnavailable}; `outcomeUnknown` is false only while nothing can
 * have left: as soon as a connected socket has taken the request, a kept-alive one that the server was just closing included,
 * silence may mean that it was applied.
 */
export function exchange(options: Exchange): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    let mayHaveLeft = false;
    let answered = false;
    let settled = false;
    const { url, method, headers, agent } = options;
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request: ClientRequest = send(url, { method, headers, agent });
    const fail = (reason: UnavailableReason, cause?: unknown): void => {
      if (settled) return;
      settled = true;
      clearTimeout(deadline);
      reject(
        new PopulationUnavailable(reason, {
          outcomeUnknown: mayHaveLeft,
          countsAgainstEvent: mayHaveLeft && reason === 'timeout',
          cause,
        }),
      );
      request.destroy();
    };
    const deadline = setTimeout(() => fail('timeout'), options.timeoutMs);
    request.on('error', (error) => fail('connection', error));
    // Once an answer has begun, reading it to the end tells how it went; 'close' may come before the reader is done.
    request.on('close', () => !answered && fail('connection'));
    request.on('socket', (socket) => onceConnected(socket, () => (mayHaveLeft = true)));
    request.on('response', (response) => {
      answered = true;
      mayHaveLeft = true;
      readBody(response, options.maxAnswerBytes).then(
        (body) => {
          if (!body) return fail('untrusted-response');
          settled = true;
          clearTimeout(deadline);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
        },
        (error: unknown) => fail('connection', error),
      );
    });
    request.end(options.body);
  });
}

function onceConnected(socket: Socket, connected: () => void): void {
  if (!socket.connecting) connected();
  else socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', connected);
}

/** All bytes, or null when there are more than allowed. Rejects when the answer breaks off. */
async function readBody(response: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
