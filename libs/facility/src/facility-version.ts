import type { Transaction } from '@luutru/platform';

/** Keeps the facility as it is after a change, in the transaction of the change. The owner's name is not part of it. */
export async function appendVersion(
  tx: Transaction,
  change: {
    readonly facilityId: string;
    readonly version: number;
    readonly at: Date;
    readonly actor: string;
    readonly action: string;
    readonly reason: string | null;
  },
): Promise<void> {
  const { facilityId, version, at, actor, action, reason } = change;
  await tx.query(
    `INSERT INTO facility_version (facility_id, version, at, actor, action, reason, content)
     SELECT facility_id, $2, $3, $4, $5, $6, to_jsonb(f) - 'owner_sealed' || jsonb_build_object(
       'rooms', (SELECT count(*) FROM room r WHERE r.facility_id = f.facility_id),
       'beds', (SELECT coalesce(sum(beds), 0) FROM room r WHERE r.facility_id = f.facility_id),
       'departmentBeds', (SELECT coalesce(sum(beds), 0) FROM department d WHERE d.facility_id = f.facility_id))
     FROM facility f WHERE facility_id = $1 ON CONFLICT DO NOTHING`,
    [facilityId, version, at, actor, action, reason],
  );
}
