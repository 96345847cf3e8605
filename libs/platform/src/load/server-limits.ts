import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** What an HTTP server bears of those who connect to it. */
export interface ServerLimits {
  /** From connecting, or the end of the last request, to the end of a request's head; milliseconds. */
  readonly headersMs: number;
  /** For the body of a request. */
  readonly bodyMs: number;
  /** For a file. */
  readonly uploadMs: number;
  /** How long an answered connection is kept for the next request. */
  readonly keepAliveMs: number;
  /** How long nothing at all may move on a connection. */
  readonly silenceMs: number;
  readonly connections: number;
  /** From one address; 0: no limit, as behind a proxy, which is one address for all. */
  readonly connectionsPerAddress: number;
  readonly headerBytes: number;
  /** How often connections that are too slow are looked for. */
  readonly sweepMs: number;
  /** How late a refusal is answered: who does not wait for Retry-After is made to, or refusing would be what a flood costs. */
  readonly refusalMs: number;
  /** The same of a body that is too large: a megabyte had to be read to find that; nobody honest sends many of those. */
  readonly tooLargeMs: number;
}

export const SERVER_LIMITS: ServerLimits = {
  headersMs: 10_000,
  bodyMs: 20_000,
  uploadMs: 600_000,
  keepAliveMs: 65_000,
  silenceMs: 60_000,
  connections: 15_000,
  connectionsPerAddress: 1_000,
  headerBytes: 16_384,
  sweepMs: 2_000,
  refusalMs: 500,
  tooLargeMs: 2_000,
};

/** For a port that only orchestrators ask. */
export const HEALTH_PORT_LIMITS: ServerLimits = { ...SERVER_LIMITS, uploadMs: 20_000, connections: 200 };

/** The limits in the words of Fastify and Node.js. The longest body is that of a file; others are bounded by who reads them. */
export const serverOptions = (limits: ServerLimits) => ({
  requestTimeout: limits.headersMs + limits.uploadMs,
  connectionTimeout: limits.silenceMs,
  keepAliveTimeout: limits.keepAliveMs,
  http: {
    headersTimeout: limits.headersMs,
    requestTimeout: limits.headersMs + limits.uploadMs,
    connectionsCheckingInterval: limits.sweepMs,
    maxHeaderSize: limits.headerBytes,
  },
});

/** Bounds how many connect. When all are taken, those that only wait for another request make room. */
export function limitConnections(server: Server, limits: ServerLimits): void {
  server.maxConnections = limits.connections;
  server.on('drop', () => server.closeIdleConnections());
  if (limits.connectionsPerAddress === 0) return;
  const open = new Map<string, number>();
  server.prependListener('connection', (socket: Socket) => {
    const { remoteAddress = '' } = socket;
    const count = (open.get(remoteAddress) ?? 0) + 1;
    open.set(remoteAddress, count);
    socket.once('close', () => {
      const left = (open.get(remoteAddress) ?? 1) - 1;
      if (left > 0) open.set(remoteAddress, left);
      else open.delete(remoteAddress);
    });
    if (count > limits.connectionsPerAddress) socket.destroy();
  });
}
