import { Inject, Injectable } from '@nestjs/common';
import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { AppError, CLOCK, type Clock, Database } from '@luutru/platform';
import type { StoredAccount } from './account.record';
import { AccountRepository, PLATFORM_SCOPE } from './account.repository';
import { IDLE_ACCOUNT_DAYS, lockMs } from './domain/lock-out';
import { passwordFault } from './domain/password-policy';
import { STEP_UP_MS } from './domain/permissions';
import { stageOf, type SignInStage } from './domain/sign-in-stage';
import { needsSecondFactor } from './grants';
import { hashPassword, passwordMatches } from './password-hasher';
import { SecondFactorService, wrongCode } from './second-factor.service';
import { type CurrentSession, SessionService } from './session.service';

const DAY_MS = 86_400_000;

/** A session's cookie after a step of signing in, and what comes next. */
export interface SignedIn {
  readonly token: string;
  readonly stage: SignInStage;
}

/** Signing in with a local account, step by step. The steps may be taken in no other order than {@link stageOf} says. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionService,
    private readonly secondFactor: SecondFactorService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `sign-in-refused`, whatever the reason: name, password, lock, idle or disabled account. */
  async withPassword(given: {
    username: string;
    password: string;
    device: string;
    requestId: string;
  }): Promise<SignedIn> {
    const account = await this.check(given);
    return this.open(account, 'password', false, given);
  }

  /** Whose name and password these are, without opening a session. Throws as {@link withPassword} does. */
  async check(given: { username: string; password: string; requestId: string }): Promise<StoredAccount> {
    const now = this.clock.now();
    const account = await this.accounts.findByUsername(given.username, now);
    const attempts = account && (await this.accounts.takeAttempt(account.accountId, now));
    const matches = await passwordMatches(given.password, account?.passwordHash ?? null);
    if (!account || attempts === null || !matches) {
      await this.refused(account, attempts, given.requestId);
      throw new AppError('sign-in-refused', 'unauthenticated');
    }
    if (account.disabledAt || this.isIdle(account, now)) {
      await this.refused(account, 0, given.requestId);
      throw new AppError('sign-in-refused', 'unauthenticated');
    }
    return account;
  }

  /** Opens a session for somebody the national identity provider vouches for. Throws `sign-in-refused`. */
  async withIdentity(
    account: StoredAccount,
    strong: boolean,
    from: { device: string; requestId: string },
  ): Promise<SignedIn> {
    if (account.disabledAt) {
      await this.refused(account, 0, from.requestId);
      throw new AppError('sign-in-refused', 'unauthenticated');
    }
    const lapsed = account.grants.length > 0 && this.isIdle(account, this.clock.now());
    if (lapsed) await this.lapse(account, from.requestId);
    return this.open(lapsed ? { ...account, grants: [] } : account, 'vneid', strong, from);
  }

  /** Who was away for long loses what was granted; being a citizen is not granted and does not lapse. */
  private async lapse({ accountId }: StoredAccount, requestId: string): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(PLATFORM_SCOPE, async (tx) => {
      await tx.query(
        `UPDATE account_grant SET revoked_at = $2, revoked_by = 'idle' WHERE account_id = $1 AND revoked_at IS NULL`,
        [accountId, at],
      );
      await appendAudit(tx, {
        at,
        facilityId: PLATFORM_FACILITY,
        actor: { kind: 'system', id: 'idle' },
        action: 'account.lapse',
        subjectKind: 'account',
        subjectId: accountId,
        requestId,
      });
    });
  }

  /** `strong`: with two factors. */
  private async open(
    account: StoredAccount,
    method: 'password' | 'vneid',
    strong: boolean,
    from: { device: string; requestId: string },
  ): Promise<SignedIn> {
    const stage = this.stage(account, strong, method);
    return this.database.transaction(PLATFORM_SCOPE, async (tx) => {
      // A right password does not end a series of wrong second factors.
      const reset =
        stage === 'second-factor' ? 'failed_attempts = greatest(failed_attempts - 1, 0)' : 'failed_attempts = 0';
      await tx.query(`UPDATE account SET ${reset}, last_signed_in_at = $2 WHERE account_id = $1`, [
        account.accountId,
        this.clock.now(),
      ]);
      const token = await this.sessions.start(
        tx,
        { accountId: account.accountId, method, stage, strong, device: from.device },
        from.requestId,
      );
      return { token, stage };
    });
  }

  /** The second step. Throws `code-wrong`, also while locked; wrong codes count towards the lock like wrong passwords. */
  async withSecondFactor(session: CurrentSession, code: string, requestId: string): Promise<SignedIn> {
    if (session.stage !== 'second-factor') throw new AppError('step-not-due', 'conflict');
    const account = await this.confirmed(session, code, requestId);
    return this.advance(session, account, true, requestId);
  }

  /** Shows the second factor, or where there is none the password, once more before something sensitive. */
  async stepUp(session: CurrentSession, proof: string, requestId: string): Promise<SignedIn> {
    const account = await this.confirmed(session, proof, requestId);
    return this.advance(session, account, session.strong || account.totpConfirmedAt !== null, requestId);
  }

  /**
   * Sets a new password and ends all other sessions.
   * @throws `validation-failed` naming what is wrong with the new one; `code-wrong` when the old one is
   */
  async changePassword(
    session: CurrentSession,
    given: { currentPassword: string; newPassword: string },
    requestId: string,
  ): Promise<SignedIn> {
    const account = await this.account(session);
    const attempts = await this.accounts.takeAttempt(account.accountId, this.clock.now());
    if (attempts === null || !(await passwordMatches(given.currentPassword, account.passwordHash))) {
      await this.refused(account, attempts, requestId);
      throw wrongCode();
    }
    const known = [session.identity.displayName, session.identity.username ?? ''];
    const fault =
      given.newPassword === given.currentPassword
        ? ({ code: 'password-not-new', params: {} } as const)
        : passwordFault(given.newPassword, { secondFactor: account.totpConfirmedAt !== null, known });
    if (fault) {
      throw new AppError('validation-failed', 'invalid', {}, [{ ...fault, pointer: '/newPassword' }]);
    }
    const hash = await hashPassword(given.newPassword);
    const changed = { ...account, mustChangePassword: false };
    return this.database.transaction(PLATFORM_SCOPE, async (tx) => {
      await tx.query(
        `UPDATE account SET password_hash = $2, password_changed_at = $3, must_change_password = false,
           failed_attempts = 0 WHERE account_id = $1`,
        [account.accountId, hash, this.clock.now()],
      );
      await this.sessions.endAll(tx, account.accountId, 'password changed', session.sessionId);
      const to = { stage: this.stage(changed, session.strong, session.method), strong: session.strong };
      return { token: await this.sessions.advance(tx, session, to, requestId), stage: to.stage };
    });
  }

  /** The first code of a new second factor: it counts from now on. */
  async confirmSecondFactor(
    session: CurrentSession,
    code: string,
    requestId: string,
  ): Promise<SignedIn & { recoveryCodes: string[] }> {
    const account = await this.account(session);
    const attempts = await this.accounts.takeAttempt(account.accountId, this.clock.now());
    if (attempts === null) throw wrongCode();
    return this.database.transaction(PLATFORM_SCOPE, async (tx) => {
      const recoveryCodes = await this.secondFactor.confirm(tx, account, code, requestId);
      await tx.query('UPDATE account SET failed_attempts = 0 WHERE account_id = $1', [account.accountId]);
      const now = { ...account, totpConfirmedAt: this.clock.now() };
      const to = { stage: this.stage(now, true, session.method), strong: true };
      return { recoveryCodes, token: await this.sessions.advance(tx, session, to, requestId), stage: to.stage };
    });
  }

  /**
   * A second factor is set up when it is due, or once signed in; not on the way past another one, and not by whoever finds a
   * desk unattended. Throws `sign-in-incomplete`, `step-up-required`.
   */
  assertMayEnrol({ stage, confirmedAt }: CurrentSession): void {
    if (stage !== 'enrolment' && stage !== 'full') throw new AppError('sign-in-incomplete', 'forbidden', { stage });
    const age = this.clock.now().getTime() - (confirmedAt?.getTime() ?? -Infinity);
    if (stage === 'full' && age > STEP_UP_MS) throw new AppError('step-up-required', 'forbidden');
  }

  async account(session: CurrentSession): Promise<StoredAccount> {
    const account = await this.accounts.find(session.accountId, this.clock.now());
    if (!account) throw new Error('The account of a session is gone');
    return account;
  }

  private async confirmed(session: CurrentSession, proof: string, requestId: string): Promise<StoredAccount> {
    const account = await this.account(session);
    const attempts = await this.accounts.takeAttempt(account.accountId, this.clock.now());
    const right =
      attempts !== null &&
      (account.totpConfirmedAt
        ? await this.secondFactor.accepts(account, proof)
        : await passwordMatches(proof, account.passwordHash));
    if (right) return account;
    await this.refused(account, attempts, requestId);
    throw wrongCode();
  }

  private advance(
    session: CurrentSession,
    account: StoredAccount,
    strong: boolean,
    requestId: string,
  ): Promise<SignedIn> {
    const stage = this.stage(account, strong, session.method);
    return this.database.transaction(PLATFORM_SCOPE, async (tx) => {
      await tx.query('UPDATE account SET failed_attempts = 0 WHERE account_id = $1', [account.accountId]);
      return { token: await this.sessions.advance(tx, session, { stage, strong }, requestId), stage };
    });
  }

  private stage(account: StoredAccount, strong: boolean, method: 'password' | 'vneid'): SignInStage {
    return stageOf({
      strong,
      hasSecondFactor: account.totpConfirmedAt !== null,
      needsSecondFactor: needsSecondFactor(account.grants.map((grant) => grant.role)),
      mustChangePassword: method === 'password' && account.mustChangePassword,
    });
  }

  private isIdle({ lastSignedInAt, createdAt }: StoredAccount, now: Date): boolean {
    return now.getTime() - (lastSignedInAt ?? createdAt).getTime() > IDLE_ACCOUNT_DAYS * DAY_MS;
  }

  /** Locks after too many, and leaves a trace in any case. */
  private async refused(account: StoredAccount | null, attempts: number | null, requestId: string): Promise<void> {
    const now = this.clock.now();
    const pause = lockMs(attempts ?? 0);
    if (account && pause > 0) await this.accounts.lock(account.accountId, new Date(now.getTime() + pause));
    await this.database.transaction(PLATFORM_SCOPE, (tx) =>
      appendAudit(tx, {
        at: now,
        facilityId: PLATFORM_FACILITY,
        actor: { kind: 'person', id: account?.accountId ?? 'unknown' },
        action: 'sign-in.refused',
        subjectKind: 'account',
        subjectId: account?.accountId ?? null,
        requestId,
        detail: { locked: pause > 0 || (account !== null && attempts === null) },
      }),
    );
  }
}
