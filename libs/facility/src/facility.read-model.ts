import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, Database, NO_FACILITY } from '@luutru/platform';
import type { FacilityProfile } from './domain/facility';

/** How long a profile may be out of date. */
const CACHE_MS = 10_000;
const CACHE_LIMIT = 20_000;

const PROFILE_SQL = `
  SELECT facility_id AS "facilityId", code, kind, name, stars, ward_id AS "wardId", address_line AS "addressLine",
         remote_area AS "remoteArea", industrial_zone_id AS "industrialZoneId", status, version,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('code', code, 'beds', beds) ORDER BY code), '[]')
            FROM room r WHERE r.facility_id = f.facility_id) AS rooms,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('code', code, 'name', name, 'beds', beds) ORDER BY code), '[]')
            FROM department d WHERE d.facility_id = f.facility_id) AS departments,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('plate', plate, 'seats', seats) ORDER BY plate), '[]')
            FROM vehicle v WHERE v.facility_id = f.facility_id) AS vehicles,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('code', code, 'name', name, 'stops', stops) ORDER BY code), '[]')
            FROM route t WHERE t.facility_id = f.facility_id) AS routes
  FROM facility f`;

/** A profile with the version it is in. */
export type StoredFacility = FacilityProfile & { readonly version: number };

/** Reads facilities; profiles are kept for a few seconds because every declaration needs one. */
@Injectable()
export class FacilityReadModel {
  private readonly cache = new Map<string, { profile: FacilityProfile; until: number }>();
  private readonly idByCode = new Map<string, string>();

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The profiles of these facilities, in the order of their codes. Unknown ids are left out. */
  async findAll(facilityIds: readonly string[]): Promise<StoredFacility[]> {
    const [result] = await this.database.run<StoredFacility>(NO_FACILITY, {
      name: 'facility_profiles',
      text: `${PROFILE_SQL} WHERE facility_id = ANY($1) ORDER BY code`,
      values: [facilityIds],
    });
    return result?.rows ?? [];
  }

  /** Looks again at the next question; other processes notice within seconds. */
  forget(facilityId: string): void {
    this.cache.delete(facilityId);
  }

  async find(facilityId: string): Promise<FacilityProfile | null> {
    const now = this.clock.now().getTime();
    const known = this.cache.get(facilityId);
    if (known && known.until > now) return known.profile;
    const [profile] = await this.findAll([facilityId]);
    if (!profile) return null;
    remember(this.cache, facilityId, { profile, until: now + CACHE_MS });
    return profile;
  }

  /** The id that a facility code stands for, or null. A code never changes hands, so what was found once is kept. */
  async findIdByCode(code: string): Promise<string | null> {
    const known = this.idByCode.get(code);
    if (known) return known;
    const [result] = await this.database.run<{ id: string }>(NO_FACILITY, {
      name: 'facility_id_by_code',
      text: 'SELECT facility_id AS id FROM facility WHERE code = $1',
      values: [code],
    });
    const id = result?.rows[0]?.id ?? null;
    if (id) remember(this.idByCode, code, id);
    return id;
  }
}

function remember<V>(cache: Map<string, V>, key: string, value: V): void {
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(key, value);
}
