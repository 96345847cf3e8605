import { Inject, Injectable } from '@nestjs/common';
import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { AppError, BlindIndex, CLOCK, type Clock, Database, KeyRing, type Transaction, uuidV7 } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { ACCOUNT_SEAL, type AccountIdentity } from './account.record';
import { PLATFORM_SCOPE } from './account.repository';
import type { Grant, Principal } from './domain/principal';
import type { Role } from './domain/roles';
import { endOf, expiry, type SignInStage } from './domain/sign-in-stage';
import { CITIZEN_GRANT, idleMinutesOf, resolveGrant } from './grants';
import { type SessionRow, SessionRepository, type SignInMethod, type StoredSession } from './session.repository';
import { newSessionToken, sessionTokenHash } from './session-token';

/** How exactly the time of the last request is kept. */
const TOUCH_MS = 30_000;

/** The session a request came with. */
export interface CurrentSession {
  readonly sessionId: string;
  readonly accountId: string;
  readonly method: SignInMethod;
  readonly stage: SignInStage;
  readonly strong: boolean;
  readonly confirmedAt: Date | null;
  /** At the latest, however much it is used. */
  readonly endsAt: Date;
  readonly roles: readonly Role[];
  readonly identity: AccountIdentity;
  /** Without permissions until the stage is `full`. */
  readonly principal: Principal;
}

@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly keyRing: KeyRing,
    private readonly index: BlindIndex,
    private readonly reference: ReferenceDataService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `session-over` for a token that is unknown, ended, idle for too long or of a disabled account alike. */
  async authenticate(token: string): Promise<CurrentSession> {
    const now = this.clock.now();
    const session = await this.sessions.find(sessionTokenHash(token), now);
    if (!session || session.disabled) throw over();
    const roles = session.grants.map((grant) => grant.role);
    const reason = expiry(session, idleMinutesOf(roles), now);
    if (reason) {
      await this.database.transaction(PLATFORM_SCOPE, (tx) => this.end(tx, session, reason, session.sessionId));
      throw over();
    }
    if (now.getTime() - session.lastSeenAt.getTime() >= TOUCH_MS) await this.sessions.touch(session.sessionId, now);
    return this.current(session, roles);
  }

  /**
   * As {@link authenticate}, for a connection that stays open: it is no sign of life, so that the session ends as if the
   * connection were not there.
   */
  async look(token: string): Promise<CurrentSession> {
    const now = this.clock.now();
    const session = await this.sessions.find(sessionTokenHash(token), now);
    if (!session || session.disabled) throw over();
    const roles = session.grants.map((grant) => grant.role);
    if (expiry(session, idleMinutesOf(roles), now)) throw over();
    return this.current(session, roles);
  }

  /** Starts a session in the transaction of what justified it; the token is shown this once. */
  async start(
    tx: Transaction,
    opening: { accountId: string; method: SignInMethod; stage: SignInStage; strong: boolean; device: string },
    requestId: string,
  ): Promise<string> {
    const now = this.clock.now();
    const token = newSessionToken();
    const sessionId = uuidV7(now);
    await this.sessions.insert(tx, { ...opening, sessionId, tokenHash: sessionTokenHash(token), now });
    await this.record(tx, 'session.start', opening.accountId, sessionId, requestId, {
      method: opening.method,
      stage: opening.stage,
    });
    return token;
  }

  /** Moves a session on after a step of signing in, under a new token. */
  async advance(
    tx: Transaction,
    session: CurrentSession,
    to: { stage: SignInStage; strong: boolean },
    requestId: string,
  ): Promise<string> {
    const token = newSessionToken();
    const confirmedAt = this.clock.now();
    await this.sessions.advance(tx, session.sessionId, { ...to, tokenHash: sessionTokenHash(token), confirmedAt });
    await this.record(tx, 'session.advance', session.accountId, session.sessionId, requestId, { stage: to.stage });
    return token;
  }

  list(accountId: string): Promise<SessionRow[]> {
    return this.sessions.list(accountId);
  }

  /** Ends one of the account's own sessions. Throws `not-found`. */
  async revoke(accountId: string, sessionId: string, requestId: string): Promise<void> {
    await this.database.transaction(PLATFORM_SCOPE, async (tx) => {
      const ended = await this.end(tx, { accountId }, 'revoked', sessionId, requestId);
      if (ended.length === 0) throw new AppError('not-found', 'not-found');
    });
  }

  /** Ends every session of an account, but for one to keep. */
  async endAll(tx: Transaction, accountId: string, because: string, keep?: string): Promise<void> {
    await this.sessions.end(tx, { accountId, ...(keep !== undefined && { keep }) }, because, this.clock.now());
  }

  private async end(
    tx: Transaction,
    { accountId }: { accountId: string },
    because: string,
    sessionId: string,
    requestId: string | null = null,
  ): Promise<string[]> {
    const ended = await this.sessions.end(tx, { accountId, sessionId }, because, this.clock.now());
    for (const id of ended) await this.record(tx, 'session.end', accountId, id, requestId, { because });
    return ended;
  }

  private async current(session: StoredSession, roles: readonly Role[]): Promise<CurrentSession> {
    const { accountId, identitySealed } = session;
    const text = await this.keyRing.open(ACCOUNT_SEAL.table, ACCOUNT_SEAL.identity, accountId, identitySealed);
    const identity = JSON.parse(text) as AccountIdentity;
    return {
      sessionId: session.sessionId,
      accountId,
      method: session.method,
      stage: session.stage,
      strong: session.strong,
      confirmedAt: session.confirmedAt,
      endsAt: endOf(session.startedAt),
      roles,
      identity,
      principal: {
        kind: 'person',
        id: accountId,
        grants: session.stage === 'full' ? this.grants(session) : [],
        ownIndexes: this.ownIndexes(session, identity),
      },
    };
  }

  /** Only who came through the national identity provider has proved to be the person of that number. */
  private grants(session: StoredSession): Grant[] {
    const granted = session.grants.map((grant) => resolveGrant(grant, this.reference.adminUnits));
    return session.method === 'vneid' ? [...granted, CITIZEN_GRANT] : granted;
  }

  private ownIndexes({ stage, method }: StoredSession, { personalNumber }: AccountIdentity): Buffer[] {
    if (stage !== 'full' || method !== 'vneid' || personalNumber === null) return [];
    return this.index.candidates('document', personalNumber).map((candidate) => candidate.value);
  }

  private record(
    tx: Transaction,
    action: string,
    accountId: string,
    sessionId: string,
    requestId: string | null,
    detail: Record<string, string>,
  ): Promise<void> {
    return appendAudit(tx, {
      at: this.clock.now(),
      facilityId: PLATFORM_FACILITY,
      actor: { kind: 'person', id: accountId },
      action,
      subjectKind: 'session',
      subjectId: sessionId,
      requestId,
      detail,
    });
  }
}

const over = (): AppError => new AppError('session-over', 'unauthenticated');
