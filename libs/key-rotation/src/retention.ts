import { addDays, localDate } from '@luutru/calendar';
import { AppError, monthScope, NO_FACILITY, type Transaction } from '@luutru/platform';
import { DataKeyRotation, type RotationOptions } from './data-key-rotation';

/** NĐ 96/2016 Điều 44: guests' data are kept for 36 months at least. */
export const RETENTION_MONTHS = 36;

/** The end of a month's retention: its rows go, and with the keys every copy of them in every backup. */
export class Retention {
  private readonly keys: DataKeyRotation;

  constructor(private readonly options: RotationOptions) {
    this.keys = new DataKeyRotation(options);
  }

  /**
   * @param month `YYYY-MM`
   * @throws `retention-not-over`, `not-found` for what is no month
   */
  async end(month: string): Promise<{ rows: number; keys: number }> {
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new AppError('not-found', 'not-found');
    const first = `${month}-01`;
    const next = nextMonth(first, 1);
    if (localDate(this.options.clock.now()) < nextMonth(next, RETENTION_MONTHS)) {
      throw new AppError('retention-not-over', 'conflict', { month, until: nextMonth(next, RETENTION_MONTHS) });
    }
    return this.options.database.transaction(NO_FACILITY, async (tx) => {
      const rows = await this.deleteRows(tx, first, next);
      await tx.query('SELECT drop_stay_month($1)', [first]);
      const keys = await tx.query<{ id: number }[]>(
        'SELECT key_id AS id FROM data_key WHERE scope = $1 AND destroyed_at IS NULL',
        [monthScope(first)],
      );
      await this.keys.forget(
        tx,
        keys.map((key) => key.id),
        monthScope(first),
      );
      await this.keys.record(tx, 'retention.end', { month, rows });
      return { rows, keys: keys.length };
    });
  }

  private async deleteRows(tx: Transaction, first: string, next: string): Promise<number> {
    let deleted = 0;
    const remove = async (sql: string): Promise<void> => {
      const [, count] = await tx.query<[unknown, number]>(sql, [first, next]);
      deleted += count;
    };
    const ofMonth = `(SELECT facility_id, stay_id FROM stay WHERE arrived_on >= $1 AND arrived_on < $2)`;
    for (const table of ['look', 'correction_request']) {
      await remove(`DELETE FROM ${table} WHERE (facility_id, stay_id) IN ${ofMonth}`);
    }
    for (const table of [
      'outbox',
      'occupancy',
      'person_index',
      'name_index',
      'police_notice',
      'movement_finding',
      'watch_alert',
    ]) {
      await remove(`DELETE FROM ${table} WHERE arrived_on >= $1 AND arrived_on < $2`);
    }
    await remove('DELETE FROM guest_entry WHERE entered_on >= $1 AND entered_on < $2');
    return deleted;
  }
}

function nextMonth(first: string, count: number): string {
  let at = first;
  for (let i = 0; i < count; i += 1) at = `${addDays(`${at.slice(0, 7)}-28`, 5).slice(0, 7)}-01`;
  return at;
}
