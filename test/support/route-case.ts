import type { Test } from 'supertest';
import type { World, Worlds } from './world';

/** One request that a route answers with success to whoever may make it. */
export interface RouteRequest {
  readonly path: string;
  readonly body?: object;
  /** Idempotency-Key, where one must be sent. */
  readonly key?: string;
}

/** Sends a body as what it is: a file as its bytes, anything else as JSON. */
export function withBody(sent: Test, body: object | undefined, key?: string): Test {
  if (key !== undefined) void sent.set('Idempotency-Key', key);
  if (body === undefined) return sent;
  return Buffer.isBuffer(body) ? sent.set('Content-Type', 'application/octet-stream').send(body) : sent.send(body);
}

/** How to call a route about a world; what it uses up is made anew each time. */
export interface RouteCase {
  readonly route: string;
  /** It names a record or a facility of the world, so that from another world it must be out of reach. */
  readonly scoped: boolean;
  readonly request: (world: World, worlds: Worlds) => RouteRequest | Promise<RouteRequest>;
}

export const scoped = (route: string, request: RouteCase['request']): RouteCase => ({ route, scoped: true, request });
export const open = (route: string, request: RouteCase['request']): RouteCase => ({ route, scoped: false, request });
