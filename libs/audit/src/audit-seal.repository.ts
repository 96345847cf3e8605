import { type Transaction } from '@luutru/platform';
import type { Seal } from './domain/seal';

const COLUMNS = `seal_number AS "sealNumber", trunc(extract(epoch FROM sealed_at) * 1000000)::text AS "sealedAt",
  from_xact::text AS "fromXact", upto_xact::text AS "uptoXact", entry_count AS "entryCount", merkle_root AS "merkleRoot",
  previous_head AS "previousHead", head, key_id AS "keyId", signature`;

/** PostgreSQL's bigint comes as text. */
const sealOf = (row: Seal): Seal => ({ ...row, sealNumber: Number(row.sealNumber) });

/** The seals, in the order of their numbers. */
export class AuditSealRepository {
  async findLast(tx: Transaction): Promise<Seal | null> {
    const [row] = await tx.query<Seal[]>(`SELECT ${COLUMNS} FROM audit_seal ORDER BY seal_number DESC LIMIT 1`);
    return row ? sealOf(row) : null;
  }

  async find(tx: Transaction, sealNumber: number): Promise<Seal | null> {
    const [row] = await tx.query<Seal[]>(`SELECT ${COLUMNS} FROM audit_seal WHERE seal_number = $1`, [sealNumber]);
    return row ? sealOf(row) : null;
  }

  /** The next seals after a number. */
  async listAfter(tx: Transaction, sealNumber: number, limit: number): Promise<Seal[]> {
    const rows = await tx.query<Seal[]>(
      `SELECT ${COLUMNS} FROM audit_seal WHERE seal_number > $1 ORDER BY seal_number LIMIT $2`,
      [sealNumber, limit],
    );
    return rows.map(sealOf);
  }

  async insert(tx: Transaction, seal: Seal): Promise<void> {
    await tx.query(
      `INSERT INTO audit_seal (seal_number, sealed_at, from_xact, upto_xact, entry_count, merkle_root, previous_head, head,
                               key_id, signature)
       VALUES ($1, timestamptz 'epoch' + $2::bigint * interval '1 microsecond', $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        seal.sealNumber,
        seal.sealedAt,
        seal.fromXact,
        seal.uptoXact,
        seal.entryCount,
        seal.merkleRoot,
        seal.previousHead,
        seal.head,
        seal.keyId,
        seal.signature,
      ],
    );
  }
}
