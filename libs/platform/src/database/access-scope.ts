import type { Statement } from './statement';

/** The facilities that stand in one of the wards or zones and are of one of the kinds (null: any kind). */
export interface AreaScope {
  readonly wardIds: readonly string[];
  readonly formerWardIds: readonly string[];
  readonly zoneIds: readonly string[];
  readonly kinds: readonly string[] | null;
}

/**
 * Whose rows a piece of work may touch; row-level security enforces it (ADR 0006). Writing takes `facilityIds`; the others
 * only show: rows of facilities in an area, and rows about the person whose number has one of the fingerprints.
 */
export interface AccessScope {
  readonly facilityIds: readonly string[];
  readonly areas?: readonly AreaScope[];
  readonly ownIndexes?: readonly Buffer[];
  /** Shows the audit trail; for auditors only. */
  readonly audit?: true;
  /** Shows events on their way to other systems, of all facilities, and lets them be put back (ADR 0022). */
  readonly deliveryAdmin?: true;
  /** Shows the alerts of duty desks: an area and the level of the desk in each. */
  readonly desks?: readonly DeskScope[];
  /** Shows the watch-lists that belong to these administrative units, and lets them be changed. */
  readonly listUnits?: readonly string[];
}

/** An area and how high up the desk is that is responsible for it: 0 ward, 1 supervisor, 2 province. */
export interface DeskScope extends AreaScope {
  readonly level: number;
}

/** No facility at all: reference data and platform tables only. */
export const NO_FACILITY: AccessScope = { facilityIds: [] };

const FACILITIES_SQL = `SELECT set_config('app.facility_ids', $1, true)`;
const SCOPE_SQL = `SELECT set_config('app.facility_ids', $1, true), set_config('app.areas', $2, true),
  set_config('app.places', $3, true), set_config('app.own_indexes', $4, true), set_config('app.audit', $5, true),
  set_config('app.delivery_admin', $6, true)`;
const WATCH_SCOPE_SQL = `${SCOPE_SQL}, set_config('app.desks', $7, true), set_config('app.list_units', $8, true)`;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Settings are local to the transaction, so what a scope leaves out is empty. */
export function scopeSetting(scope: AccessScope): Statement {
  const { facilityIds, areas = [], ownIndexes = [], audit, deliveryAdmin, desks = [], listUnits = [] } = scope;
  for (const id of facilityIds) if (!UUID.test(id)) throw new Error('A facility id of the scope is not a UUID');
  const facilities = `{${facilityIds.join(',')}}`;
  const watching = desks.length > 0 || listUnits.length > 0;
  if (areas.length === 0 && ownIndexes.length === 0 && !audit && !deliveryAdmin && !watching) {
    return { name: 'scope_facilities', text: FACILITIES_SQL, values: [facilities] };
  }
  const own = `{${ownIndexes.map((index) => `"\\\\x${index.toString('hex')}"`).join(',')}}`;
  const on = (wanted: true | undefined): string => (wanted ? 'on' : '');
  const values = [facilities, JSON.stringify(areas.map(placesOf)), placeKeys(areas), own, on(audit), on(deliveryAdmin)];
  if (!watching) return { name: 'scope', text: SCOPE_SQL, values };
  const levels =
    desks.length === 0 ? '' : JSON.stringify(desks.map((desk) => ({ ...placesOf(desk), level: desk.level })));
  return { name: 'scope_watch', text: WATCH_SCOPE_SQL, values: [...values, levels, textArray(listUnits)] };
}

const placesOf = ({ wardIds, formerWardIds, zoneIds, kinds }: AreaScope): object => ({
  wards: wardIds,
  formerWards: formerWardIds,
  zones: zoneIds,
  kinds,
});

/**
 * The same areas as a set of keys, by which the place of one facility is found without listing those of the area: `w` ward,
 * `f` former commune or `z` zone, with the kind where an area has not all of them.
 */
function placeKeys(areas: readonly AreaScope[]): string {
  const keys: Record<string, 1> = {};
  for (const { wardIds, formerWardIds, zoneIds, kinds } of areas) {
    const places = [
      ...wardIds.map((id) => `w${id}`),
      ...formerWardIds.map((id) => `f${id}`),
      ...zoneIds.map((id) => `z${id}`),
    ];
    for (const place of places)
      for (const kind of kinds ?? [null]) keys[kind === null ? place : `${place}:${kind}`] = 1;
  }
  return JSON.stringify(keys);
}

/** Empty where there is none, so that the setting reads as unset. */
const textArray = (texts: readonly string[]): string =>
  texts.length === 0 ? '' : `{${texts.map((text) => `"${text.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;
