import { randomUUID, type KeyObject } from 'node:crypto';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { CallRate } from './domain/call-rate';
import { type Answer, failureOf, textMember } from './failed-answer';
import { exchange } from './http-exchange';
import { MAX_RETRY_AFTER_MS, PopulationUnavailable } from './population.errors';
import { ed25519PrivateKey, ed25519PublicKey, isSignedBy, requestText, responseText, signText } from './signature';
import type {
  HeldStayEvent,
  HeldStayEvents,
  PopulationPerson,
  StayEvent,
  StayEventReceipt,
  VerificationOutcome,
} from './wire';

/** How the population database is reached. The constructor throws when a key or the address cannot be used. */
export interface PopulationClientOptions {
  /** http or https; a path in it is kept in front of the operations'. */
  readonly baseUrl: string;
  /** The id the database knows our public key by. */
  readonly clientId: string;
  /** Ed25519 private key, PEM (PKCS 8): signs what we send. */
  readonly privateKey: string;
  /** Ed25519 public key, PEM (SPKI): what the database signs its answers with. */
  readonly serverPublicKey: string;
  /** For one call as a whole, waiting for a free connection included. */
  readonly timeoutMs: number;
  /** Connections at most; further calls wait for one. */
  readonly maxConnections: number;
  readonly now: () => Date;
}

/** Events asked for in one {@link PopulationClient.lookUpStayEvents}. */
export const LOOK_UP_MAX = 200;
const MAX_ANSWER_BYTES = 64 * 1024;
/** Shorter than the 5 s after which common servers close an idle connection: fewer requests die on a closing one. */
const IDLE_SOCKET_MS = 4_000;

/**
 * Client of the national population database (docs/population-contract.md). It signs each request under a new id, believes only
 * signed answers. What was refused only because there were too many calls (429) is sent again a little later, and calls leave no
 * faster than they are taken. Nothing else is sent twice: who calls decides, by `outcomeUnknown`, whether to look up before.
 * All operations throw {@link PopulationUnavailable} or {@link PopulationRejected}.
 */
export class PopulationClient {
  private readonly baseUrl: URL;
  private readonly agent: HttpAgent;
  private readonly privateKey: KeyObject;
  private readonly serverKey: KeyObject;
  private readonly running = new Set<Promise<unknown>>();
  private readonly rate = new CallRate();
  private closed = false;

  constructor(private readonly options: PopulationClientOptions) {
    this.baseUrl = new URL(options.baseUrl);
    if (!['http:', 'https:'].includes(this.baseUrl.protocol))
      throw new Error('baseUrl must start with http:// or https://');
    this.privateKey = ed25519PrivateKey(options.privateKey);
    this.serverKey = ed25519PublicKey(options.serverPublicKey);
    const Agent = this.baseUrl.protocol === 'https:' ? HttpsAgent : HttpAgent;
    this.agent = new Agent({
      keepAlive: true,
      maxSockets: options.maxConnections,
      scheduling: 'lifo',
      timeout: IDLE_SOCKET_MS,
    });
  }

  /** Asks whether a person is who they say. Changes nothing, so that it may always be asked again. */
  async verifyIdentity(person: PopulationPerson): Promise<VerificationOutcome> {
    const { documentType, documentNumber, nationality, fullName, birthDate, sex } = person;
    const question = { documentType, documentNumber, nationality, fullName, birthDate, sex };
    const answer = await this.call('POST', '/v1/identities/verify', question);
    if (answer.status !== 200) throw failureOf(answer);
    return asOutcome(answer.body) ?? unreadable();
  }

  /** Records a stay event; the same event again answers the first receipt with `duplicate`. */
  async recordStayEvent(event: StayEvent): Promise<StayEventReceipt> {
    const answer = await this.call('POST', '/v1/stay-events', event);
    if (answer.status !== 200 && answer.status !== 201) throw failureOf(answer);
    return asReceipt(answer.body, event.eventId, answer.status === 200) ?? unreadable();
  }

  /** Tells whether an event was recorded; null when it was not. */
  async findStayEvent(eventId: string): Promise<StayEventReceipt | null> {
    const answer = await this.call('GET', `/v1/stay-events/${encodeURIComponent(eventId)}`);
    if (answer.status === 404 && textMember(answer.body, 'code') === 'NOT_FOUND') return null;
    if (answer.status !== 200) throw failureOf(answer);
    return asReceipt(answer.body, eventId, true) ?? unreadable();
  }

  /** What the database received from us from `from` on and before `to`, by when it was recorded, at most 200 at once. */
  async listStayEvents(period: { from: Date; to: Date; after?: string | null }): Promise<HeldStayEvents> {
    const query = new URLSearchParams({ from: period.from.toISOString(), to: period.to.toISOString() });
    if (period.after) query.set('after', period.after);
    const answer = await this.call('GET', `/v1/stay-events?${query.toString()}`);
    if (answer.status !== 200) throw failureOf(answer);
    const { next } = (answer.body ?? {}) as { next?: unknown };
    if (next !== null && typeof next !== 'string') unreadable();
    return { entries: asHeld(answer.body) ?? unreadable(), next };
  }

  /** Those of the events, at most {@link LOOK_UP_MAX}, that the database holds. */
  async lookUpStayEvents(eventIds: readonly string[]): Promise<readonly HeldStayEvent[]> {
    const answer = await this.call('POST', '/v1/stay-events/lookups', { eventIds });
    if (answer.status !== 200) throw failureOf(answer);
    return asHeld(answer.body) ?? unreadable();
  }

  /** Waits for the calls that are running, at most their time-out, and closes the connections. Later calls fail. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.running);
    this.agent.destroy();
  }

  private async call(method: string, operation: string, content?: unknown): Promise<Answer> {
    if (this.closed)
      throw new PopulationUnavailable('connection', { outcomeUnknown: false, countsAgainstEvent: false });
    const running = this.paced(() => this.exchange(method, operation, content));
    this.running.add(running);
    try {
      return await running;
    } finally {
      this.running.delete(running);
    }
  }

  /** Calls in turn, and again when the receiver refuses for their number; for as long in all as one call may take. */
  private async paced(exchange: () => Promise<Answer>): Promise<Answer> {
    const last = performance.now() + this.options.timeoutMs;
    for (;;) {
      await this.turn(last);
      const answer = await exchange();
      const now = performance.now();
      if (answer.status !== 429) {
        this.rate.answered(now);
        return answer;
      }
      const { retryAfterMs } = failureOf(answer) as PopulationUnavailable;
      this.rate.refused(now, retryAfterMs ?? 0);
      if (retryAfterMs === undefined || now + this.rate.waitMs(now) > last) return answer;
    }
  }

  private async turn(last: number): Promise<void> {
    for (;;) {
      const now = performance.now();
      const wait = this.rate.take(now, last - now);
      if (wait === null) throw tooManyCalls(this.rate.waitMs(now));
      if (wait > 0) await pause(wait);
      if (!this.rate.isPaused(performance.now())) return;
    }
  }

  private async exchange(method: string, operation: string, content?: unknown): Promise<Answer> {
    const { clientId, now, timeoutMs } = this.options;
    const url = new URL(this.baseUrl.pathname.replace(/\/$/, '') + operation, this.baseUrl);
    const body = Buffer.from(content === undefined ? '' : JSON.stringify(content), 'utf8');
    const requestId = randomUUID();
    const requestTime = now().toISOString();
    const path = url.pathname + url.search;
    const signed = requestText({ method, path, requestId, requestTime, clientId, body });
    const { status, headers, ...answer } = await exchange({
      url,
      method,
      headers: {
        Accept: 'application/json',
        ...(content !== undefined && {
          'Content-Type': 'application/json; charset=utf-8',
          'Content-Length': body.length,
        }),
        'X-Request-Id': requestId,
        'X-Request-Time': requestTime,
        'X-Client-Id': clientId,
        'X-Signature': signText(signed, this.privateKey),
      },
      body,
      agent: this.agent,
      timeoutMs,
      maxAnswerBytes: MAX_ANSWER_BYTES,
    });
    const signature = headers['x-response-signature'];
    const trusted = isSignedBy(responseText(requestId, status, answer.body), asText(signature), this.serverKey);
    if (!trusted)
      throw new PopulationUnavailable('untrusted-response', { outcomeUnknown: true, countsAgainstEvent: false });
    return { status, headers, body: parseJson(answer.body) };
  }
}

/** Nothing was sent: there are as many calls as the receiver takes. */
const tooManyCalls = (retryAfterMs: number): PopulationUnavailable =>
  new PopulationUnavailable('rate-limited', {
    outcomeUnknown: false,
    countsAgainstEvent: false,
    retryAfterMs: Math.min(Math.ceil(retryAfterMs), MAX_RETRY_AFTER_MS),
  });

const OUTCOME_FIELDS = ['fullName', 'birthDate', 'sex', 'nationality'];

function asOutcome(body: unknown): VerificationOutcome | undefined {
  const result = textMember(body, 'result');
  if (result === 'match' || result === 'not_found') return { result };
  if (result !== 'mismatch') return undefined;
  const { fields } = body as { fields?: unknown };
  const known =
    Array.isArray(fields) && fields.length > 0 && fields.every((field) => OUTCOME_FIELDS.includes(field as string));
  return known ? { result, fields: fields as string[] } : undefined;
}

function asReceipt(body: unknown, eventId: string, duplicate: boolean): StayEventReceipt | undefined {
  const receiptNumber = textMember(body, 'receiptNumber');
  const recordedAt = textMember(body, 'recordedAt');
  if (
    textMember(body, 'eventId') !== eventId ||
    !receiptNumber ||
    !recordedAt ||
    Number.isNaN(Date.parse(recordedAt))
  ) {
    return undefined;
  }
  return { eventId, receiptNumber, recordedAt, duplicate };
}

function asHeld(body: unknown): HeldStayEvent[] | undefined {
  const { entries } = (body ?? {}) as { entries?: unknown };
  if (!Array.isArray(entries)) return undefined;
  const held = entries.map((entry: unknown) => ({
    eventId: textMember(entry, 'eventId') ?? '',
    recordedAt: textMember(entry, 'recordedAt') ?? '',
    digest: textMember(entry, 'digest') ?? '',
  }));
  const whole = held.every(
    ({ eventId, recordedAt, digest }) =>
      eventId !== '' && !Number.isNaN(Date.parse(recordedAt)) && /^[0-9a-f]{64}$/.test(digest),
  );
  return whole ? held : undefined;
}

/** A signed success we cannot read: it was probably applied. */
function unreadable(): never {
  throw new PopulationUnavailable('server-error', { outcomeUnknown: true, countsAgainstEvent: true });
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

const asText = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? undefined : header;
