import {
  ACCOUNT_SEAL,
  type AccountIdentity,
  normalizeUsername,
  PERSON_PURPOSE,
  USERNAME_PURPOSE,
} from '@luutru/access';
import { type IndexRows, NAME_KINDS, type PersonalData, STAY_SEAL, stayFingerprints } from '@luutru/declaration';
import { type BlindIndex, NO_FACILITY, type Transaction } from '@luutru/platform';
import { DataKeyRotation, type RotationOptions } from './data-key-rotation';

const BATCH = 500;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

export interface IndexRotationOptions extends RotationOptions {
  readonly index: BlindIndex;
  /** The index key in use. */
  readonly indexKeyId: number;
}

interface StayRow {
  readonly facilityId: string;
  readonly arrivedOn: string;
  readonly stayId: string;
  readonly documentType: number;
  readonly nationality: string;
  readonly box: Buffer;
}

/**
 * Makes every fingerprint anew under the index key in use. While it runs, all processes know both keys, the new one first:
 * look-ups try both, and a declaration looks for the person under both. Rows know which key made theirs, so a run that was
 * broken off goes on where it was, and one under the key in use makes what is missing: stays from before there were as many
 * kinds of keys. Accounts and patients are few and are simply gone
 * through. A trip keeps no copy of its client's reference, which serves repeats of its own days only.
 */
export class IndexRotation {
  constructor(private readonly options: IndexRotationOptions) {}

  /** Returns how many stays, and how many other records, were fingerprinted anew. */
  async run(): Promise<{ stays: number; others: number }> {
    const stays = await this.stays();
    const others = (await this.accounts()) + (await this.patients());
    const keys = new DataKeyRotation(this.options);
    await this.transaction((tx) => keys.record(tx, 'keys.rotate-index', { stays, others }));
    return { stays, others };
  }

  private async stays(): Promise<number> {
    let [facilityId, stayId] = [FIRST_ID, FIRST_ID];
    for (let done = 0; ;) {
      const rows: StayRow[] = await this.transaction((tx) =>
        tx.query<StayRow[]>(
          // Who has no given name in the index was declared before there were such keys.
          `SELECT s.facility_id AS "facilityId", s.arrived_on::text AS "arrivedOn", s.stay_id AS "stayId",
                  s.document_type AS "documentType", s.nationality, s.personal_sealed AS box
           FROM name_index n JOIN stay s ON s.facility_id = n.facility_id AND s.arrived_on = n.arrived_on AND s.stay_id = n.stay_id
           WHERE n.kind = 1 AND (n.facility_id, n.stay_id) > ($2, $3) AND (n.index_key_id <> $1 OR NOT EXISTS (
             SELECT FROM name_index g WHERE g.facility_id = n.facility_id AND g.stay_id = n.stay_id AND g.kind = $4))
           ORDER BY n.facility_id, n.stay_id LIMIT ${BATCH}`,
          [this.options.indexKeyId, facilityId, stayId, NAME_KINDS.given],
        ),
      );
      const last = rows.at(-1);
      if (!last) return done;
      await this.transaction(async (tx) => {
        for (const row of rows) await this.stay(tx, row);
      });
      done += rows.length;
      ({ facilityId, stayId } = last);
      this.options.report(`stay: ${done}`);
    }
  }

  private async stay(tx: Transaction, { box, ...row }: StayRow): Promise<void> {
    const text = await this.options.keyRing.open(STAY_SEAL.table, STAY_SEAL.column, row.stayId, box);
    const personal = JSON.parse(text) as PersonalData;
    const found = stayFingerprints(this.options.index, { ...row, ...personal });
    const of = [row.facilityId, row.stayId];
    // A correction made meanwhile has made its keys anew, of another name perhaps.
    const [same] = await tx.query<unknown[]>(
      `SELECT 1 FROM stay WHERE facility_id = $1 AND stay_id = $2 AND arrived_on = $3 AND personal_sealed = $4 FOR UPDATE`,
      [...of, row.arrivedOn, box],
    );
    if (!same) return;
    if (found.occupant) {
      await tx.query(
        'UPDATE occupancy SET occupant_index = $3, index_key_id = $4 WHERE facility_id = $1 AND stay_id = $2',
        [...of, found.occupant.value, found.keyId],
      );
    }
    if (found.externalRef) {
      await tx.query(
        'UPDATE stay SET external_ref_index = $4 WHERE facility_id = $1 AND stay_id = $2 AND arrived_on = $3',
        [...of, row.arrivedOn, found.externalRef.value],
      );
    }
    await this.replace(tx, 'person_index', '', row, found.person, found.keyId);
    await this.replace(tx, 'name_index', 'birth_year, ', row, found.names, found.keyId);
  }

  /** Takes away the rows of a stay and writes those it has by now. */
  private async replace(
    tx: Transaction,
    table: 'person_index' | 'name_index',
    beside: '' | 'birth_year, ',
    { facilityId, stayId, arrivedOn }: Omit<StayRow, 'box'>,
    { kinds, values }: IndexRows,
    keyId: number,
  ): Promise<void> {
    await tx.query(`DELETE FROM ${table} WHERE facility_id = $1 AND stay_id = $2`, [facilityId, stayId]);
    await tx.query(
      `INSERT INTO ${table} (facility_id, stay_id, kind, arrived_on, index_key_id, ${beside}value)
       SELECT s.facility_id, s.stay_id, f.kind, s.arrived_on, $4, ${beside}f.value
       FROM stay s CROSS JOIN unnest($5::smallint[], $6::bytea[]) AS f(kind, value)
       WHERE s.facility_id = $1 AND s.stay_id = $2 AND s.arrived_on = $3`,
      [facilityId, stayId, arrivedOn, keyId, kinds, values],
    );
  }

  private async accounts(): Promise<number> {
    const { keyRing, index } = this.options;
    const rows = await this.transaction((tx) =>
      tx.query<{ id: string; box: Buffer }[]>('SELECT account_id AS id, identity_sealed AS box FROM account'),
    );
    for (const { id, box } of rows) {
      const text = await keyRing.open(ACCOUNT_SEAL.table, ACCOUNT_SEAL.identity, id, box);
      const { username, personalNumber } = JSON.parse(text) as AccountIdentity;
      await this.transaction((tx) =>
        tx.query('UPDATE account SET username_index = $2, person_index = $3 WHERE account_id = $1', [
          id,
          username && index.of(USERNAME_PURPOSE, normalizeUsername(username)).value,
          personalNumber && index.of(PERSON_PURPOSE, personalNumber).value,
        ]),
      );
    }
    return rows.length;
  }

  private async patients(): Promise<number> {
    const { keyRing, index } = this.options;
    const rows = await this.transaction((tx) =>
      tx.query<{ id: string; box: Buffer }[]>('SELECT patient_id AS id, record_number_sealed AS box FROM patient'),
    );
    for (const { id, box } of rows) {
      const number = await keyRing.open('patient', 'record_number_sealed', id, box);
      const { value } = index.of('record-number', number);
      await this.transaction((tx) =>
        tx.query('UPDATE patient SET record_number_index = $2 WHERE patient_id = $1', [id, value]),
      );
    }
    return rows.length;
  }

  private transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.options.database.transaction(NO_FACILITY, work);
  }
}
