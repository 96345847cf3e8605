import type { operations } from './api.ts';
import { OPERATIONS } from './operations.ts';
import { LuutruProblem, LuutruUnreachable } from './problem.ts';

export type OperationId = keyof typeof OPERATIONS;

type Given<Name extends string, T> = [T] extends [never]
  ? object
  : undefined extends T
    ? { [N in Name]?: T }
    : { [N in Name]: T };
type Parameters<Id extends OperationId> = operations[Id]['parameters'];
type ContentOf<T> = T extends { content: infer C } ? C : never;
type Content<Id extends OperationId> = ContentOf<operations[Id]['requestBody']>;
type Body<Id extends OperationId> = [Content<Id>] extends [never]
  ? never
  : Content<Id> extends { 'application/json': infer Json }
    ? Json
    : Content<Id> extends { 'application/x-www-form-urlencoded': infer Form }
      ? Form
      : Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | string;

/** What a call takes: the parameters of its path, of its query, and its body, each when it has any. */
export type Input<Id extends OperationId> = Given<'path', Parameters<Id>['path']> &
  Given<'query', Parameters<Id>['query']> &
  Given<'body', Body<Id>>;

type Answers<Id extends OperationId> = operations[Id]['responses'][keyof operations[Id]['responses']];
type Answer<T> = T extends { content: { 'application/json': infer Json } }
  ? Json
  : T extends { content: Record<string, unknown> }
    ? Response
    : undefined;

/** What a call resolves to: the JSON of the answer, nothing, or for files and event streams the `Response` itself. */
export type Output<Id extends OperationId> = Answer<Answers<Id>>;

export interface CallOptions {
  /**
   * Names this attempt to record something, so that sending it again records nothing twice; made up when absent. Give your
   * own (a booking number, say) and keep it before the call, if it must survive a crash of your program.
   */
  readonly idempotencyKey?: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface ClientOptions {
  /** `https://luutru.example` */
  readonly baseUrl: string;
  /** `lt_…` */
  readonly apiKey?: string;
  /** How often a call is sent at most; 5. */
  readonly attempts?: number;
  /** How long one attempt may take, in milliseconds; 15,000. */
  readonly timeoutMs?: number;
  /** Sent with every call: `Accept-Language`, for instance. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetch?: typeof globalThis.fetch;
  /** Waits between attempts; replaced in tests. */
  readonly sleep?: (ms: number) => Promise<void>;
}

/** A method per operation of the API. Methods throw {@link LuutruProblem} or {@link LuutruUnreachable}. */
export type LuutruClient = {
  readonly [Id in OperationId]: object extends Input<Id>
    ? (input?: Input<Id>, options?: CallOptions) => Promise<Output<Id>>
    : (input: Input<Id>, options?: CallOptions) => Promise<Output<Id>>;
};

type Scalar = string | number | boolean;

/** A file may take so many times longer to send than other requests. */
const UPLOAD_PATIENCE = 40;

interface AnyInput {
  readonly path?: Readonly<Record<string, Scalar>>;
  readonly query?: Readonly<Record<string, Scalar | null | undefined | readonly Scalar[]>>;
  readonly body?: unknown;
}

interface Operation {
  readonly method: string;
  readonly path: string;
  /** Takes an idempotency key. */
  readonly keyed?: true;
  readonly bodyType?: string;
}

/** @example const luutru = createClient({ baseUrl: 'https://luutru.example', apiKey: 'lt_…' }); */
export function createClient(options: ClientOptions): LuutruClient {
  const calls = Object.entries(OPERATIONS).map(([name, operation]) => [
    name,
    (input?: AnyInput, call?: CallOptions) => send(options, name, operation, input ?? {}, call ?? {}),
  ]);
  return Object.fromEntries(calls) as LuutruClient;
}

async function send(
  client: ClientOptions,
  name: string,
  operation: Operation,
  input: AnyInput,
  call: CallOptions,
): Promise<unknown> {
  const key = operation.keyed ? (call.idempotencyKey ?? crypto.randomUUID()) : undefined;
  const once = input.body instanceof ReadableStream;
  const url = urlOf(client, operation, input);
  const repeatable = !once && (operation.method !== 'POST' || key !== undefined);
  const { attempts = 5, sleep = wait } = client;
  for (let attempt = 1; ; attempt += 1) {
    const last = attempt >= attempts || once;
    try {
      const response = await exchange(client, url, operation, input.body, call, key);
      if (response.ok) return await contentOf(response);
      const problem = await problemOf(name, response);
      // What was turned away by a limit was not begun; after other failures only what may be repeated is.
      const again = response.status === 429 || (repeatable && [502, 503, 504].includes(response.status));
      if (last || !again) throw problem;
      await sleep(pause(attempt, response.headers.get('retry-after')));
    } catch (error) {
      if (error instanceof LuutruProblem || call.signal?.aborted) throw error;
      if (last || !repeatable) throw new LuutruUnreachable(name, key, error);
      await sleep(pause(attempt, null));
    }
  }
}

function urlOf(client: ClientOptions, operation: Operation, { path = {}, query = {} }: AnyInput): URL {
  const filled = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => segment(path[name]));
  const url = new URL(filled, client.baseUrl);
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== null) url.searchParams.append(name, String(one));
    }
  }
  return url;
}

async function exchange(
  client: ClientOptions,
  url: URL,
  { method, bodyType }: Operation,
  body: unknown,
  call: CallOptions,
  key: string | undefined,
): Promise<Response> {
  const headers = new Headers({ ...client.headers, ...call.headers });
  if (client.apiKey !== undefined) headers.set('authorization', `Bearer ${client.apiKey}`);
  if (key !== undefined) headers.set('idempotency-key', key);
  const init: RequestInit & { duplex?: 'half' } = { method, headers };
  if (body !== undefined) {
    headers.set('content-type', call.contentType ?? bodyType ?? 'application/json');
    init.body = encoded(body, bodyType);
    if (body instanceof ReadableStream) init.duplex = 'half';
  }
  const timer = new AbortController();
  const limit = (client.timeoutMs ?? 15_000) * (bodyType === 'application/octet-stream' ? UPLOAD_PATIENCE : 1);
  const late = setTimeout(() => timer.abort(new Error(`no answer within ${String(limit)} ms`)), limit);
  try {
    const signal = call.signal ? AbortSignal.any([call.signal, timer.signal]) : timer.signal;
    const response = await (client.fetch ?? fetch)(url, { ...init, signal });
    // The time limit covers the content of JSON answers too; files and streams may take as long as they do.
    return isJson(response) ? new Response(await response.text(), response) : response;
  } finally {
    clearTimeout(late);
  }
}

function segment(value: Scalar | undefined): string {
  const text = String(value ?? '');
  // URLs resolve dots even when they are escaped, which would call another operation.
  if (/^\.{0,2}$/.test(text)) throw new TypeError(`'${text}' cannot stand in a path`);
  return encodeURIComponent(text);
}

function encoded(body: unknown, bodyType: string | undefined): NonNullable<RequestInit['body']> {
  if (bodyType === 'application/json') return JSON.stringify(body);
  if (bodyType === 'application/x-www-form-urlencoded') return new URLSearchParams(body as Record<string, string>);
  return body as NonNullable<RequestInit['body']>;
}

const isJson = (response: Response): boolean => /[/+]json\b/.test(response.headers.get('content-type') ?? '');

async function contentOf(response: Response): Promise<unknown> {
  if (response.status === 204 || response.headers.get('content-length') === '0') return undefined;
  return isJson(response) ? response.json() : response;
}

async function problemOf(name: string, response: Response): Promise<LuutruProblem> {
  const body: unknown = isJson(response) ? await response.json() : { title: response.statusText };
  return new LuutruProblem(name, response.status, body as Record<string, unknown>);
}

/** What the server asks for, else half a second doubling up to 20, spread so that clients do not return together. */
function pause(attempt: number, retryAfter: string | null): number {
  const asked = Number(retryAfter ?? NaN);
  if (asked >= 0) return asked * 1000 + Math.random() * 500;
  return Math.min(20_000, 500 * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2);
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
