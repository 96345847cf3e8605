import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@luutru/platform';
import { PLATFORM_SCOPE } from './account.repository';
import type { StoredGrant } from './account.record';
import { LIVE_GRANTS } from './grant.statement';
import type { SignInStage } from './domain/sign-in-stage';

export type SignInMethod = 'password' | 'vneid';

/** A session with what its every request needs to know of the account. */
export interface StoredSession {
  readonly sessionId: string;
  readonly accountId: string;
  readonly method: SignInMethod;
  readonly stage: SignInStage;
  readonly strong: boolean;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly confirmedAt: Date | null;
  readonly identitySealed: Buffer;
  readonly disabled: boolean;
  readonly grants: readonly StoredGrant[];
}

/** A session as its owner sees it in a list. */
export interface SessionRow {
  readonly sessionId: string;
  readonly method: SignInMethod;
  readonly device: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
}

export interface NewSession {
  readonly sessionId: string;
  readonly tokenHash: Buffer;
  readonly accountId: string;
  readonly method: SignInMethod;
  readonly stage: SignInStage;
  readonly strong: boolean;
  readonly device: string;
  readonly now: Date;
}

@Injectable()
export class SessionRepository {
  constructor(private readonly database: Database) {}

  /** The live session of a token. */
  async find(tokenHash: Buffer, now: Date): Promise<StoredSession | null> {
    const [result] = await this.database.run<StoredSession>(PLATFORM_SCOPE, {
      name: 'session_find',
      text: `SELECT s.session_id AS "sessionId", s.account_id AS "accountId", s.method, s.stage, s.strong,
                    s.started_at AS "startedAt", s.last_seen_at AS "lastSeenAt", s.confirmed_at AS "confirmedAt",
                    a.identity_sealed AS "identitySealed",
                    a.disabled_at IS NOT NULL AS disabled, ${LIVE_GRANTS} AS grants
             FROM session s JOIN account a USING (account_id)
             WHERE s.token_hash = $2 AND s.ended_at IS NULL`,
      values: [now, tokenHash],
    });
    return result?.rows[0] ?? null;
  }

  async insert(tx: Transaction, session: NewSession): Promise<void> {
    await tx.query(
      `INSERT INTO session (session_id, token_hash, account_id, method, stage, strong, device, started_at, last_seen_at,
                            confirmed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $8)`,
      [
        session.sessionId,
        session.tokenHash,
        session.accountId,
        session.method,
        session.stage,
        session.strong,
        session.device,
        session.now,
      ],
    );
  }

  async touch(sessionId: string, now: Date): Promise<void> {
    await this.database.run(PLATFORM_SCOPE, {
      name: 'session_touch',
      text: 'UPDATE session SET last_seen_at = $2 WHERE session_id = $1 AND last_seen_at < $2',
      values: [sessionId, now],
    });
  }

  /** Gives the session a new token and stage; whoever knew the old token has nothing any more. */
  async advance(
    tx: Transaction,
    sessionId: string,
    change: { tokenHash: Buffer; stage: SignInStage; strong: boolean; confirmedAt: Date },
  ): Promise<void> {
    await tx.query(
      `UPDATE session SET token_hash = $2, stage = $3, strong = $4, confirmed_at = $5
       WHERE session_id = $1 AND ended_at IS NULL`,
      [sessionId, change.tokenHash, change.stage, change.strong, change.confirmedAt],
    );
  }

  async list(accountId: string): Promise<SessionRow[]> {
    const [result] = await this.database.run<SessionRow>(PLATFORM_SCOPE, {
      name: 'session_list',
      text: `SELECT session_id AS "sessionId", method, device, started_at AS "startedAt", last_seen_at AS "lastSeenAt"
             FROM session WHERE account_id = $1 AND ended_at IS NULL ORDER BY last_seen_at DESC, session_id`,
      values: [accountId],
    });
    return result?.rows ?? [];
  }

  /** Ends one session of an account, or all but the one to keep. Returns the ids of those that ended. */
  async end(
    tx: Transaction,
    which: { accountId: string; sessionId?: string; keep?: string },
    because: string,
    now: Date,
  ): Promise<string[]> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `UPDATE session SET ended_at = $1, ended_because = $2
       WHERE account_id = $3 AND ended_at IS NULL AND ($4::uuid IS NULL OR session_id = $4)
         AND ($5::uuid IS NULL OR session_id <> $5) RETURNING session_id AS id`,
      [now, because, which.accountId, which.sessionId ?? null, which.keep ?? null],
    );
    return rows.map((row) => row.id);
  }
}
