import { createHash, randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '@luutru/platform';

/** A member or subsystem, or a service of one, in its canonical form: parts encoded, joined by slashes. */
export type XRoadId = string;

/** What the security servers would say of a fault, by our code. */
export const XROAD_FAULTS = {
  'xroad-client-missing': { type: 'Client.BadRequest', status: 400, kind: 'invalid' },
  'xroad-client-not-allowed': { type: 'Server.ServerProxy.AccessDenied', status: 500, kind: 'forbidden' },
  'xroad-service-unknown': { type: 'Server.ServerProxy.UnknownService', status: 500, kind: 'not-found' },
} as const;

/** No part may hold what would make identifiers ambiguous (protocol 1.0.3, section 4.8). */
const FORBIDDEN = /[\u0000-\u001f\u007f\u0080-\u009f:;/\\%\u200b\ufeff]|\.\./;

/** Null for what names no member or subsystem: `instance/class/member[/subsystem]`, each part percent-encoded UTF-8. */
export function readClient(text: string | string[] | undefined): XRoadId | null {
  if (typeof text !== 'string' || text.length > 1_000) return null;
  const parts = text.split('/').map(decoded);
  if (parts.length < 3 || parts.length > 4) return null;
  return parts.every((part) => part !== null && part !== '' && !FORBIDDEN.test(part)) ? idOf(parts) : null;
}

export const idOf = (parts: readonly (string | null)[]): XRoadId =>
  parts.map((part) => encodeURIComponent(part ?? '')).join('/');

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** Refuses a request outside of the protocol. */
export function xroadFault(code: keyof typeof XROAD_FAULTS): never {
  throw new AppError(code, XROAD_FAULTS[code].kind);
}

const ID = /^[A-Za-z0-9._:-]{1,128}$/;

/**
 * The headers of an answer. The provider's security server puts its own in their place; whoever calls without one between gets
 * the same form: the hash is base64 of SHA-512 as the protocol's, over the request line and the X-Road headers byte by byte as they came;
 * over what else a security server takes it is its own affair.
 */
export function setXRoadHeaders(request: FastifyRequest, reply: FastifyReply, client: XRoadId, service: XRoadId): void {
  const given = (name: string): string | undefined => {
    const value = request.headers[name];
    return typeof value === 'string' && ID.test(value) ? value : undefined;
  };
  void reply
    .header('X-Road-Client', client)
    .header('X-Road-Service', service)
    .header('X-Road-Id', given('x-road-id') ?? randomUUID())
    .header('X-Road-Request-Id', given('x-road-request-id') ?? request.id)
    .header('X-Road-Request-Hash', requestHash(request));
}

export function requestHash({ method, url, headers }: Pick<FastifyRequest, 'method' | 'url' | 'headers'>): string {
  const own = Object.entries(headers)
    .filter(([name]) => name.startsWith('x-road-'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}:${String(value)}\r\n`);
  return createHash('sha512')
    .update(`${method} ${url}\r\n${own.join('')}`, 'latin1')
    .digest('base64');
}
