import { addDays, daysBetween, localDate, parseMoment } from '@luutru/calendar';
import type { TripStop } from './trip';

/** A trip as it comes in: right types, nothing checked. */
export interface TripInput {
  readonly plate?: string;
  readonly routeCode?: string;
  /** ISO 8601; without an offset it is Vietnamese time. */
  readonly departsAt?: string;
  readonly driverName?: string;
  readonly externalRef?: string;
}

/** The transport operator's vehicles and route templates. */
export interface Operator {
  readonly active: boolean;
  readonly runsTrips: boolean;
  readonly vehicles: readonly { readonly plate: string }[];
  readonly routes: readonly {
    readonly code: string;
    readonly stops: readonly { readonly code: string; readonly name: string; readonly afterMinutes: number }[];
  }[];
}

export interface TripPlan {
  readonly plate: string;
  readonly routeCode: string;
  readonly departsAt: Date;
  readonly expectedArrivalAt: Date;
  readonly stops: readonly TripStop[];
  readonly driverName: string | null;
  readonly externalRef: string | null;
}

export interface TripIssue {
  readonly code: string;
  readonly pointer: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type Planning =
  | { readonly ok: true; readonly plan: TripPlan; readonly warnings: readonly TripIssue[] }
  | { readonly ok: false; readonly issues: readonly TripIssue[] };

/** How far ahead timetables are entered, and how long after departure a forgotten trip may still be entered. */
const MAX_DAYS_AHEAD = 60;
const MAX_DAYS_BACK = 60;

/** `43B-012.34`, `43B01234` and `43b 012 34` are one plate. */
export const normalisePlate = (plate: string): string => plate.toUpperCase().replace(/[\s.-]/g, '');

const PLATE = /^\d{2}[A-Z]{1,2}\d{4,6}$/;

/** Plans a trip from a route template. */
export function planTrip(input: TripInput, operator: Operator, now: Date): Planning {
  const issues: TripIssue[] = [];
  const warnings: TripIssue[] = [];
  if (!operator.active) issues.push({ code: 'facility-not-active', pointer: '/facilityId' });
  if (!operator.runsTrips)
    issues.push({ code: 'kind-not-for-facility', pointer: '/facilityId', params: { kind: 'passenger' } });

  const plate = input.plate === undefined ? undefined : normalisePlate(input.plate);
  if (!plate) issues.push({ code: 'field-required', pointer: '/plate' });
  else if (!PLATE.test(plate)) issues.push({ code: 'plate-malformed', pointer: '/plate' });
  else if (!operator.vehicles.some((vehicle) => normalisePlate(vehicle.plate) === plate)) {
    warnings.push({ code: 'vehicle-not-listed', pointer: '/plate' });
  }

  const route = operator.routes.find((candidate) => candidate.code === input.routeCode);
  if (input.routeCode === undefined) issues.push({ code: 'field-required', pointer: '/routeCode' });
  else if (!route) issues.push({ code: 'route-unknown', pointer: '/routeCode' });

  const departsAt = readDeparture(input.departsAt, now, issues);
  if (issues.length > 0 || !plate || !route || !departsAt) return { ok: false, issues };
  const stops = route.stops.map(({ code, name, afterMinutes }) => ({
    code,
    name,
    expectedAt: new Date(departsAt.getTime() + afterMinutes * 60_000).toISOString(),
  }));
  const expectedArrivalAt = new Date(stops.at(-1)?.expectedAt ?? departsAt);
  const driverName = input.driverName?.trim().normalize('NFC') || null;
  const externalRef = input.externalRef ?? null;
  return {
    ok: true,
    warnings,
    plan: { plate, routeCode: route.code, departsAt, expectedArrivalAt, stops, driverName, externalRef },
  };
}

function readDeparture(text: string | undefined, now: Date, issues: TripIssue[]): Date | undefined {
  const pointer = '/departsAt';
  if (text === undefined) {
    issues.push({ code: 'field-required', pointer });
    return undefined;
  }
  const moment = parseMoment(text);
  if (!moment.ok) {
    issues.push({ code: `moment-${moment.reason}`, pointer });
    return undefined;
  }
  const today = localDate(now);
  const day = localDate(moment.at);
  if (day > addDays(today, MAX_DAYS_AHEAD))
    issues.push({ code: 'departure-too-far-ahead', pointer, params: { days: MAX_DAYS_AHEAD } });
  if (daysBetween(day, today) > MAX_DAYS_BACK)
    issues.push({ code: 'arrival-too-long-ago', pointer, params: { maxLateDays: MAX_DAYS_BACK } });
  return moment.at;
}
