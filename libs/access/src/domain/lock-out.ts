/** Wrong attempts before an account is locked (DOMAIN.md section 2, level 3). */
export const ATTEMPTS = 5;
const FIRST_MS = 60_000;
const LONGEST_MS = 3_600_000;

/** How long an account stays locked after so many wrong attempts in a row: a minute, then twice as long each time, up to an hour. */
export const lockMs = (failedAttempts: number): number =>
  failedAttempts < ATTEMPTS ? 0 : Math.min(FIRST_MS * 2 ** (failedAttempts - ATTEMPTS), LONGEST_MS);

/** Accounts of staff that nobody has used for so long are disabled (level 3). */
export const IDLE_ACCOUNT_DAYS = 45;
