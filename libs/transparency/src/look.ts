import type { Caller, Permission } from '@luutru/access';
import { type Transaction, uuidV7 } from '@luutru/platform';

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

/** As what the caller looks: the role whose permission lets them, or the facility itself. */
export function lookerOf({ principal }: Caller, permission: Permission): string {
  if (permission === 'stay.read') return 'facility';
  return principal.grants.find((grant) => grant.permissions.has(permission))?.role ?? 'facility';
}
