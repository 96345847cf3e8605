import { boundedFetch } from '@luutru/platform';
import type { PortalCall } from './domain/portal-call';

/** Where a KBTT-speaking endpoint is, and as which client it knows us. */
export interface PortalClientOptions {
  /** `https://…`, without a path */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** For one call, milliseconds. */
  readonly timeoutMs: number;
  readonly now: () => Date;
}

/** The user of a facility at that endpoint. */
export interface PortalAccount {
  readonly facilityId: string;
  readonly username: string;
  readonly password: string;
}

export type PortalAnswer =
  | { readonly kind: 'taken' }
  /** It said no for good; `text` is what it says to its users. */
  | { readonly kind: 'refused'; readonly text: string }
  /** User or password are wrong, or it may not declare any more. */
  | { readonly kind: 'login-refused' };

/** No usable answer came; later it may. */
export class PortalUnavailable extends Error {
  constructor(
    readonly reason: 'connection' | 'server-error' | 'rate-limited' | 'unreadable' | 'client-refused',
    /** What was sent may have been recorded. */
    readonly outcomeUnknown: boolean,
    readonly retryAfterMs?: number,
    cause?: unknown,
  ) {
    super(`the portal gave no usable answer: ${reason}`, { cause });
  }
}

interface Token {
  readonly text: string;
  readonly until: number;
  readonly password: string;
}

const PATHS = {
  vietnamese: '/client-service/kbtt-vn/kbtt-3th',
  foreigner: '/client-service/kbtt/kbtt-3th',
  change: '/client-service/kbtt-vn/kbtt-3th/doi-ngay-tra-phong',
  token: '/authorization-service/oauth/token',
} as const;
const TOKEN_MARGIN_MS = 60_000;
const MAX_ANSWER_BYTES = 1024 * 1024;
const LONGEST_PAUSE_MS = 15 * 60_000;

interface Envelope {
  readonly status: number;
  readonly retryAfterMs?: number;
  readonly message: string;
  readonly data: unknown;
}

/** Client of the national portal's partner API (DOMAIN.md section 5). Throws {@link PortalUnavailable}. */
export class PortalClient {
  private readonly tokens = new Map<string, Token>();
  /** Facilities that a token is being asked for: many stays at once are one sign-in. */
  private readonly asking = new Map<string, Promise<string | null>>();

  constructor(private readonly options: PortalClientOptions) {}

  async tell(account: PortalAccount, call: Exclude<PortalCall, { say: 'nothing' }>): Promise<PortalAnswer> {
    const path = call.say === 'declare' ? PATHS[call.about] : PATHS.change;
    for (const fresh of [false, true]) {
      const token = await this.token(account, fresh);
      if (token === null) return { kind: 'login-refused' };
      const answer = await this.post(path, `Bearer ${token}`, JSON.stringify([call.element]), 'application/json');
      if (answer.status === 200) return { kind: 'taken' };
      if (answer.status === 400 || answer.status === 422) return { kind: 'refused', text: textOf(answer.message) };
      // The token may have ended before its time; a second no with a fresh one is about the user.
      if (answer.status !== 401 && answer.status !== 403) throw new PortalUnavailable('unreadable', false);
    }
    return { kind: 'login-refused' };
  }

  /** Null when user and password are not taken. */
  private async token(account: PortalAccount, fresh: boolean): Promise<string | null> {
    const { facilityId, password } = account;
    const now = this.options.now().getTime();
    const kept = this.tokens.get(facilityId);
    if (kept && !fresh && kept.until > now && kept.password === password) return kept.text;
    this.tokens.delete(facilityId);
    const asked =
      this.asking.get(facilityId) ?? this.signIn(account, now).finally(() => this.asking.delete(facilityId));
    this.asking.set(facilityId, asked);
    return asked;
  }

  private async signIn({ facilityId, username, password }: PortalAccount, now: number): Promise<string | null> {
    const { clientId, clientSecret } = this.options;
    const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
    const form = new URLSearchParams({ username, password, 'grant-type': 'api_cslt', grant_type: 'api_cslt' });
    const answer = await this.post(PATHS.token, basic, form.toString(), 'application/x-www-form-urlencoded');
    if (answer.status === 400 || answer.status === 401 || answer.status === 403) return null;
    const { AccessToken: text, Exp: until } = (answer.data ?? {}) as { AccessToken?: unknown; Exp?: unknown };
    if (answer.status !== 200 || typeof text !== 'string') throw new PortalUnavailable('unreadable', false);
    const ends = typeof until === 'number' ? until * 1000 - TOKEN_MARGIN_MS : now;
    this.tokens.set(facilityId, { text, until: ends, password });
    return text;
  }

  private async post(path: string, authorization: string, body: string, type: string): Promise<Envelope> {
    const headers = { authorization, 'content-type': type, accept: 'application/json' };
    const limits = { timeoutMs: this.options.timeoutMs, maxBytes: MAX_ANSWER_BYTES };
    const mayBeThere = path !== PATHS.token;
    let response: Response;
    let text: string;
    try {
      const target = new URL(path, this.options.baseUrl);
      response = await boundedFetch(target, { method: 'POST', headers, body, redirect: 'error' }, limits);
      text = await response.text();
    } catch (error) {
      throw new PortalUnavailable('connection', mayBeThere, undefined, error);
    }
    const { status } = response;
    const seconds = Number(response.headers.get('retry-after') ?? NaN);
    const pause = seconds >= 0 ? Math.min(seconds * 1000, LONGEST_PAUSE_MS) : undefined;
    if (status === 429) throw new PortalUnavailable('rate-limited', false, pause ?? 1000);
    if (status >= 500) throw new PortalUnavailable('server-error', mayBeThere, pause);
    const envelope = parse(text);
    if (envelope === null) throw new PortalUnavailable('unreadable', mayBeThere);
    return { status, ...envelope };
  }
}

function parse(text: string): { message: string; data: unknown } | null {
  try {
    const { message, data } = JSON.parse(text) as { message?: unknown; data?: unknown };
    return { message: typeof message === 'string' ? message : '', data };
  } catch {
    return null;
  }
}

/** "Bản khai báo 1: …" of a list of one. */
const textOf = (message: string): string => message.replace(/^Bản khai báo \d+:\s*/, '').slice(0, 300);
