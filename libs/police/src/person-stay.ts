import { type PersonalData, STAY_SEAL } from '@luutru/declaration';
import type { KeyRing } from '@luutru/platform';
import type { PersonStay, PersonStayRow } from './person-view.read-model';

export async function openPersonStay(keyRing: KeyRing, row: PersonStayRow): Promise<PersonStay> {
  const { personalSealed, ...stay } = row;
  const text = await keyRing.open(STAY_SEAL.table, STAY_SEAL.column, row.stayId, personalSealed);
  return { ...stay, personal: JSON.parse(text) as PersonalData };
}

export const openPersonStays = (keyRing: KeyRing, rows: readonly PersonStayRow[]): Promise<PersonStay[]> =>
  Promise.all(rows.map((row) => openPersonStay(keyRing, row)));
