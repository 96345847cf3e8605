import type { BlindIndex } from '../crypto/blind-index';
import type { Database } from '../database/database';
import { type Transaction } from '../database/database';
import { violates } from '../database/database-error';
import { AppError } from '../errors/app-error';
import { canonicalJson } from './canonical-json';

/**
 * The identity of a request: which key it came under and what it asked for, as fingerprints under every index key in use.
 * The first of each is stored; all of them are looked for, so that a repeat is recognised while index keys change.
 */
export interface RequestPrint {
  readonly operation: string;
  readonly keyHashes: readonly Buffer[];
  readonly requestHashes: readonly Buffer[];
}

const FIND_SQL =
  'SELECT request_hash AS "requestHash", answer FROM idempotency WHERE facility_id = $1 AND key_hash = ANY($2)';
const KEY_FORM = /^[\x21-\x7e]{1,255}$/;

/**
 * Remembers the answer to each acknowledged request under its key, in the transaction of what the request did, so that a
 * repeat gets the first answer and does nothing. Answers hold ids, times and codes only.
 */
export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly index: BlindIndex,
  ) {}

  /**
   * @param key what the client sent as Idempotency-Key, or its own reference of the record
   * @throws `idempotency-key-missing` or `idempotency-key-malformed`
   */
  print(operation: string, key: { header?: string; reference?: string }, body: unknown): RequestPrint {
    if (key.header === undefined && key.reference === undefined)
      throw new AppError('idempotency-key-missing', 'invalid');
    if (key.header !== undefined && !KEY_FORM.test(key.header))
      throw new AppError('idempotency-key-malformed', 'invalid');
    const name = key.header !== undefined ? `key:${key.header}` : `ref:${key.reference}`;
    const fingerprints = (purpose: string, text: string): Buffer[] =>
      this.index.candidates(purpose, text).map((candidate) => candidate.value);
    return {
      operation,
      keyHashes: fingerprints('idempotency-key', `${operation}\0${name}`),
      requestHashes: fingerprints('request', canonicalJson(body)),
    };
  }

  /** The answer given before, or null. Throws `idempotency-key-reused` when the key came with another request. */
  async find<A>(facilityId: string, print: RequestPrint): Promise<A | null> {
    const [result] = await this.database.run<{ requestHash: Buffer; answer: A }>(
      { facilityIds: [facilityId] },
      {
        name: 'idempotency_find',
        text: FIND_SQL,
        values: [facilityId, print.keyHashes],
      },
    );
    const row = result?.rows[0];
    return row ? answerOf(row, print) : null;
  }

  /** As {@link find}, within a transaction of the caller's. */
  async findIn<A>(tx: Transaction, facilityId: string, print: RequestPrint): Promise<A | null> {
    const [row] = await tx.query<{ requestHash: Buffer; answer: A }[]>(FIND_SQL, [facilityId, print.keyHashes]);
    return row ? answerOf(row, print) : null;
  }

  /** Keeps an answer within the transaction of what it answers. Fails on `idempotency_pkey` when there is one already. */
  async remember(tx: Transaction, facilityId: string, print: RequestPrint, answer: object, now: Date): Promise<void> {
    await tx.query(
      `INSERT INTO idempotency (facility_id, key_hash, operation, request_hash, answer, created_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [facilityId, print.keyHashes[0], print.operation, print.requestHashes[0], JSON.stringify(answer), now],
    );
  }

  /**
   * Does `work` and remembers `answer` in one transaction, unless the request was answered before.
   * @returns the answer that counts, and whether it is an earlier one
   */
  async once<A extends object>(
    facilityId: string,
    print: RequestPrint,
    answer: A,
    now: Date,
    work: (tx: Transaction) => Promise<void>,
  ): Promise<{ answer: A; replayed: boolean }> {
    try {
      await this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
        await this.remember(tx, facilityId, print, answer, now);
        await work(tx);
      });
      return { answer, replayed: false };
    } catch (error) {
      const first = violates(error, 'idempotency_pkey') ? await this.find<A>(facilityId, print) : null;
      if (!first) throw error;
      return { answer: first, replayed: true };
    }
  }
}

function answerOf<A>(row: { requestHash: Buffer; answer: A }, print: RequestPrint): A {
  if (!print.requestHashes.some((hash) => hash.equals(row.requestHash)))
    throw new AppError('idempotency-key-reused', 'conflict');
  return row.answer;
}
