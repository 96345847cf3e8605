import { addDays, localDate } from '@luutru/calendar';
import { type ListedStay, roomOf } from '../../stays/occupancy';

/** `ending`: the term ends within {@link SOON_DAYS} days. */
export type TermState = 'ended' | 'ending' | 'running' | 'open';

/** How long before its end a term is shown as ending: a notice of temporary residence is renewed in this time. */
export const SOON_DAYS = 30;

export function termOf({ expectedDepartureAt }: ListedStay, now: Date): TermState {
  if (expectedDepartureAt === null) return 'open';
  const end = new Date(expectedDepartureAt);
  if (end <= now) return 'ended';
  return localDate(end) <= addDays(localDate(now), SOON_DAYS) ? 'ending' : 'running';
}

/** `due`: a citizen who has been there so long that the law wants temporary residence registered, and none is recorded. */
export type Registration = 'registered' | 'due' | 'not-yet' | 'foreigner';

/** Luật Cư trú 68/2020, Điều 27: whoever stays thirty days or more registers. */
export const REGISTER_AFTER_DAYS = 30;

export function registrationOf({ person, place, arrivedAt }: ListedStay, now: Date): Registration {
  if (person.nationality !== 'VNM') return 'foreigner';
  if (place.temporaryResidenceOn !== undefined) return 'registered';
  return addDays(localDate(new Date(arrivedAt)), REGISTER_AFTER_DAYS) <= localDate(now) ? 'due' : 'not-yet';
}

export interface Unit {
  readonly code: string;
  readonly tenants: readonly ListedStay[];
}

/** The units somebody lives in, and those nobody does. */
export function unitsOf(
  rooms: readonly { readonly code: string }[],
  tenants: readonly ListedStay[],
): { lived: readonly Unit[]; free: readonly string[] } {
  const byUnit = new Map<string, ListedStay[]>();
  for (const tenant of tenants) byUnit.set(roomOf(tenant), [...(byUnit.get(roomOf(tenant)) ?? []), tenant]);
  const lived = [...byUnit]
    .map(([code, people]) => ({ code, tenants: people }))
    .sort((one, other) => one.code.localeCompare(other.code, 'vi', { numeric: true }));
  return { lived, free: rooms.map(({ code }) => code).filter((code) => !byUnit.has(code)) };
}
