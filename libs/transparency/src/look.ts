import type { Caller } from '@luutru/access';
import { runIn, type StatementTarget, type Transaction, uuidV7 } from '@luutru/platform';

/** One look at one person's stay, for that person to see. */
export interface Look {
  readonly facilityId: string;
  readonly stayId: string;
  readonly at: Date;
  /** A role such as `ward-police`, or `facility` for the facility's own people and machines. */
  readonly looker: string;
  readonly purpose: string | null;
  /** From when on the person may know. */
  readonly visibleFrom: Date;
}

/** Notes a look, in the transaction of the look. */
export async function noteLook(tx: Transaction, look: Look): Promise<void> {
  await tx.query(
    `INSERT INTO look (facility_id, look_id, stay_id, at, looker, purpose, visible_from) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [look.facilityId, uuidV7(look.at), look.stayId, look.at, look.looker, look.purpose, look.visibleFrom],
  );
}

/** Notes one look at several stays, in its transaction. */
export async function noteLooks(
  tx: StatementTarget,
  stays: readonly Pick<Look, 'facilityId' | 'stayId'>[],
  look: Omit<Look, 'facilityId' | 'stayId'>,
): Promise<void> {
  if (stays.length === 0) return;
  await runIn(tx, {
    name: 'look_many',
    text: `INSERT INTO look (facility_id, look_id, stay_id, at, looker, purpose, visible_from)
     SELECT seen.facility_id, seen.look_id, seen.stay_id, $4, $5, $6, $7
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS seen(facility_id, look_id, stay_id)`,
    values: [
      stays.map(({ facilityId }) => facilityId),
      stays.map(() => uuidV7(look.at)),
      stays.map(({ stayId }) => stayId),
      look.at,
      look.looker,
      look.purpose,
      look.visibleFrom,
    ],
  });
}

/** As what the caller looks: the role whose permission lets them, the facility itself, or a partner's system. */
export function lookerOf(
  { principal }: Caller,
  permission: 'stay.read' | 'stay.inspect' | 'person.search' | 'person.search.partner' | 'alert.handle',
): string {
  if (permission === 'stay.read') return 'facility';
  if (permission === 'person.search.partner') return 'police-partner';
  return principal.grants.find((grant) => grant.permissions.has(permission))?.role ?? 'facility';
}
