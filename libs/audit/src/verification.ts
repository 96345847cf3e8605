import type { KeyObject } from 'node:crypto';
import type { ExportedHead } from './domain/exported-head';
import type { Finding } from './domain/finding';

export interface VerificationRequest {
  /** Public keys that may have sealed, by their id. */
  readonly keys: ReadonlyMap<string, KeyObject>;
  /** First and last day of sealing (YYYY-MM-DD, Vietnam's) to verify; all when left out. */
  readonly fromDay?: string;
  readonly toDay?: string;
  /** Heads kept outside the database, in the order of their writing. */
  readonly heads?: AsyncIterable<ExportedHead>;
}

export interface Verification {
  /** Seals found whole, and the entries under them. */
  readonly seals: number;
  readonly entries: number;
  /** Entries behind the last seal; 0 when a last day was given. */
  readonly unsealed: number;
  /** The first broken place; null when all is whole. */
  readonly finding: Finding | null;
}
