import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { AppError, CLOCK, type Clock, Database, KeyRing, STANDING_SCOPE, type Transaction } from '@luutru/platform';
import { Secret, TOTP } from 'otpauth';
import { ACCOUNT_SEAL, type StoredAccount } from './account.record';
import { PLATFORM_SCOPE } from './account.repository';

const PERIOD_S = 30;
const RECOVERY_CODES = 10;
const ISSUER = 'Luutru';

/** What an authenticator app is set up with. */
export interface Enrolment {
  /** Base32, to be typed where no camera is at hand. */
  readonly secret: string;
  /** `otpauth://totp/...`, to be shown as a QR code. */
  readonly uri: string;
}

/** Time-based one-time codes (RFC 6238: SHA-1, 6 digits, 30 s) and recovery codes; each works once. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Makes a secret that counts once {@link confirm} has seen a code of it. Throws `second-factor-exists`. */
  async enrol(accountId: string, label: string): Promise<Enrolment> {
    const secret = new Secret({ size: 20 });
    const { table, totp } = ACCOUNT_SEAL;
    const sealed = await this.keyRing.seal(STANDING_SCOPE, table, totp, accountId, secret.base32);
    const [result] = await this.database.run(PLATFORM_SCOPE, {
      name: 'totp_enrol',
      text: `UPDATE account SET totp_sealed = $2, totp_last_step = NULL
             WHERE account_id = $1 AND totp_confirmed_at IS NULL RETURNING 1`,
      values: [accountId, sealed],
    });
    if (result?.rowCount !== 1) throw new AppError('second-factor-exists', 'conflict');
    return { secret: secret.base32, uri: totpOf(secret, label).toString() };
  }

  /** Takes the secret into use after a first right code; returns recovery codes, which are shown this once. */
  async confirm(tx: Transaction, account: StoredAccount, code: string, requestId: string): Promise<string[]> {
    if (account.totpConfirmedAt) throw new AppError('second-factor-exists', 'conflict');
    if (!(await this.accepts(account, code))) throw wrongCode();
    const now = this.clock.now();
    await tx.query('UPDATE account SET totp_confirmed_at = $2 WHERE account_id = $1', [account.accountId, now]);
    await tx.query('DELETE FROM recovery_code WHERE account_id = $1', [account.accountId]);
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    for (const recovery of codes) {
      await tx.query('INSERT INTO recovery_code (account_id, code_hash) VALUES ($1, $2)', [
        account.accountId,
        hashOf(recovery),
      ]);
    }
    await appendAudit(tx, {
      at: now,
      facilityId: PLATFORM_FACILITY,
      actor: { kind: 'person', id: account.accountId },
      action: 'second-factor.confirm',
      subjectKind: 'account',
      subjectId: account.accountId,
      requestId,
    });
    return codes;
  }

  /** True for a right code that was never used. A code is spent even when what it was for fails afterwards. */
  async accepts(account: StoredAccount, code: string): Promise<boolean> {
    const digits = code.replace(/\s/g, '');
    return /^\d{6}$/.test(digits) ? this.acceptsTotp(account, digits) : this.acceptsRecovery(account.accountId, digits);
  }

  private async acceptsTotp({ accountId, totpSealed }: StoredAccount, code: string): Promise<boolean> {
    if (!totpSealed) return false;
    const secret = await this.keyRing.open(ACCOUNT_SEAL.table, ACCOUNT_SEAL.totp, accountId, totpSealed);
    const now = this.clock.now().getTime();
    const drift = totpOf(Secret.fromBase32(secret), '').validate({ token: code, timestamp: now, window: 1 });
    if (drift === null) return false;
    const step = Math.floor(now / 1000 / PERIOD_S) + drift;
    const [result] = await this.database.run(PLATFORM_SCOPE, {
      name: 'totp_spend',
      text: `UPDATE account SET totp_last_step = $2
             WHERE account_id = $1 AND (totp_last_step IS NULL OR totp_last_step < $2) RETURNING 1`,
      values: [accountId, step],
    });
    return result?.rowCount === 1;
  }

  private async acceptsRecovery(accountId: string, code: string): Promise<boolean> {
    const [result] = await this.database.run(PLATFORM_SCOPE, {
      name: 'recovery_spend',
      text: `UPDATE recovery_code SET used_at = $3
             WHERE account_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING 1`,
      values: [accountId, hashOf(code), this.clock.now()],
    });
    return result?.rowCount === 1;
  }
}

export const wrongCode = (): AppError => new AppError('code-wrong', 'unauthenticated');

const totpOf = (secret: Secret, label: string): TOTP =>
  new TOTP({ issuer: ISSUER, label, secret, digits: 6, period: PERIOD_S, algorithm: 'SHA1' });

/** 80 random bits, so one round of SHA-256 is enough. */
const newRecoveryCode = (): string => (randomBytes(10).toString('hex').match(/.{5}/g) ?? []).join('-');

const hashOf = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toLowerCase().replace(/[^0-9a-f]/g, ''))
    .digest();
