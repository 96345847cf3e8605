import { addDays, atLocalTime, localDate, toLocalIso } from '@luutru/calendar';
import type { DeclarationInput } from '@luutru/declaration';
import type { NewFacility } from '@luutru/facility';
import type { Crowd } from './crowd';
import type { Person } from './people';
import type { Random } from './random';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** One thing that happened, when it was declared and when it was over. Relatives and passengers follow their patient and trip. */
export type PastEvent = { readonly at: Date; readonly endsAt: Date; readonly facility: NewFacility } & (
  | { readonly what: 'stay'; readonly input: DeclarationInput }
  | {
      readonly what: 'admission';
      readonly recordNumber: string;
      readonly department: string;
      readonly room: string;
      readonly patient: Person;
      readonly relative: Person | null;
    }
  | {
      readonly what: 'trip';
      readonly plate: string;
      readonly routeCode: string;
      readonly departsAt: Date;
      readonly passengers: readonly Person[];
    }
);

/** A time of the province. */
export interface Era {
  /** The first day, and the day after the last. */
  readonly from: string;
  readonly until: string;
  /** A day of a fair, on which many more come. */
  readonly fair?: string;
  /** Tenants live there from before: they are declared on the first day. */
  readonly isFirst?: true;
}

/** How many arrivals a day each kind sees on average. */
const PER_DAY: Readonly<Record<string, number>> = {
  'khach-san': 2,
  'nha-nghi': 1,
  'nha-tro': 0.3,
  'nha-khach': 0.6,
  'nha-cong-vu': 0.1,
  'nha-cho-thue': 0.15,
  'nha-o-kcn': 0.5,
  'ky-tuc-xa': 0.15,
  'ho-gia-dinh': 0.15,
  'co-so-kham-chua-benh': 0.8,
  'nha-xe': 0.3,
};
/** Where people of the demo work there is more to see. */
const isBusy = ({ code }: NewFacility): boolean => code.endsWith('-001');
const BUSY = 3;
const FAIR = 2.5;
/** Of lodging, January to December: many come to the beach in summer, few in the season of storms. */
const SEASON = [0.8, 0.9, 1, 1.1, 1.1, 1.4, 1.5, 1.4, 0.9, 0.7, 0.8, 1.1];
const LODGING = new Set(['khach-san', 'nha-nghi', 'nha-khach']);
/** Relatives are declared for this many days. */
export const RELATIVE_DAYS = 3;
const LONG_TERM = new Set(['nha-tro', 'nha-cho-thue', 'nha-o-kcn', 'ky-tuc-xa', 'nha-cong-vu']);
/** Days that a tenant stays, 130 on average; of those who live there already, as many as are left to them. */
const [TENANCY, REST_OF_TENANCY] = [[20, 240] as const, [1, 160] as const];
const EMPLOYERS = ['Công ty May Hòa Thọ', 'Công ty Cao su Đà Nẵng', 'Công ty Điện tử Foster', 'Công ty Giày Rieker'];

interface Around {
  readonly facility: NewFacility;
  readonly day: string;
  readonly crowd: Crowd;
  readonly random: Random;
}

/** Invents what was declared in an era and before `now`, in order of time. Eras are asked for one after the other. */
export function inventPast(
  facilities: readonly NewFacility[],
  crowd: Crowd,
  { from, until, fair, isFirst }: Era,
  now: Date,
  random: Random,
): PastEvent[] {
  const events = isFirst ? residents(facilities, crowd, from, random) : [];
  for (let day = from; day < until; day = addDays(day, 1)) {
    for (const facility of facilities) {
      const count = arrivals(facility, day, day === fair, random);
      for (let i = 0; i < count; i += 1) {
        const event = inventEvent({ facility, day, crowd, random });
        if (event) events.push(event);
      }
    }
  }
  return events.filter(({ at }) => at < now).sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** As many tenants as move in and out make in the end. */
function residents(facilities: readonly NewFacility[], crowd: Crowd, day: string, random: Random): PastEvent[] {
  const [shortest, longest] = TENANCY;
  return facilities
    .filter(({ kind }) => LONG_TERM.has(kind))
    .flatMap((facility) =>
      Array.from({ length: Math.round((perDay(facility) * (shortest + longest)) / 2) }, () =>
        tenancy({ facility, day, crowd, random }, REST_OF_TENANCY),
      ),
    )
    .filter((event) => event !== null);
}

const perDay = (facility: NewFacility): number => (PER_DAY[facility.kind] ?? 1) * (isBusy(facility) ? BUSY : 1);

function arrivals(facility: NewFacility, day: string, isFair: boolean, random: Random): number {
  const { kind } = facility;
  const weekend = [5, 6].includes(new Date(day).getUTCDay()) ? 1.3 : 1;
  const season = LODGING.has(kind) ? (SEASON[Number(day.slice(5, 7)) - 1] ?? 1) * weekend * (isFair ? FAIR : 1) : 1;
  const mean = perDay(facility) * season;
  return Math.floor(mean) + (random.chance(mean % 1) ? 1 : 0) + (mean > 2 ? random.int(-2, 2) : 0);
}

function inventEvent(around: Around): PastEvent | null {
  const { kind } = around.facility;
  if (kind === 'co-so-kham-chua-benh') return admission(around);
  if (kind === 'nha-xe') return trip(around);
  return LONG_TERM.has(kind) ? tenancy(around) : visit(around);
}

/** Most are declared at the desk, a few only the next morning: those are late. */
const declaredAfter = (arrivedAt: Date, random: Random): Date =>
  new Date(arrivedAt.getTime() + (random.chance(0.04) ? random.int(13, 20) * HOUR : random.int(1, 30) * MINUTE));

const arrivalOn = (day: string, random: Random): Date =>
  new Date(atLocalTime(day, '12:00').getTime() + random.int(60, 645) * MINUTE);

const roomOf = ({ rooms }: NewFacility, random: Random): string =>
  rooms.length > 0 ? random.pick(rooms).code : `P${random.int(1, 12)}`;

function visit({ facility, day, crowd, random }: Around): PastEvent | null {
  const arrivedAt = arrivalOn(day, random);
  const nights = random.weighted([
    [1, 50],
    [2, 30],
    [3, 15],
    [7, 5],
  ] as const);
  const leaves = atLocalTime(addDays(day, nights), '12:00');
  const person = crowd.take(arrivedAt, leaves);
  if (!person) return null;
  const reason =
    person.nationality === 'VNM'
      ? random.weighted([
          [1, 60],
          [2, 20],
          [4, 10],
          [6, 10],
        ] as const)
      : 1;
  return {
    what: 'stay',
    at: declaredAfter(arrivedAt, random),
    endsAt: new Date(leaves.getTime() - random.int(10, 240) * MINUTE),
    facility,
    input: {
      kind: 'guest',
      person: asDeclared(person, random),
      arrivedAt: toLocalIso(arrivedAt),
      expectedDepartureAt: toLocalIso(leaves),
      reason,
      place: { room: roomOf(facility, random) },
    },
  };
}

/** Tenants are declared without an end, and leave one day. */
function tenancy(
  { facility, day, crowd, random }: Around,
  days: readonly [number, number] = TENANCY,
): PastEvent | null {
  const arrivedAt = arrivalOn(day, random);
  const endsAt = new Date(arrivedAt.getTime() + random.int(...days) * DAY);
  const person = crowd.take(arrivedAt, endsAt, ({ nationality }) => nationality === 'VNM');
  if (!person) return null;
  const employer = facility.kind === 'nha-o-kcn' && { employer: random.pick(EMPLOYERS) };
  const registered = random.chance(0.6) && { temporaryResidenceOn: day };
  return {
    what: 'stay',
    at: declaredAfter(arrivedAt, random),
    endsAt,
    facility,
    input: {
      kind: 'tenant',
      person: asDeclared(person, random),
      arrivedAt: toLocalIso(arrivedAt),
      reason: 19,
      place: { unit: roomOf(facility, random), ...employer, ...registered },
    },
  };
}

function admission({ facility, day, crowd, random }: Around): PastEvent | null {
  const at = new Date(atLocalTime(day, '07:00').getTime() + random.int(0, 600) * MINUTE);
  const endsAt = new Date(at.getTime() + random.int(2, 12) * DAY + random.int(0, 120) * MINUTE);
  const isCitizen = ({ nationality }: Person): boolean => nationality === 'VNM';
  const patient = crowd.take(at, endsAt, isCitizen);
  if (!patient) return null;
  const relative = random.chance(0.6) ? crowd.take(at, endsAt, isCitizen) : null;
  return {
    what: 'admission',
    at,
    endsAt,
    facility,
    recordNumber: `BA-${day.replaceAll('-', '')}-${random.int(1_000, 99_999)}`,
    department: random.pick(facility.departments).code,
    room: String(random.int(101, 420)),
    patient,
    relative,
  };
}

function trip({ facility, day, crowd, random }: Around): PastEvent | null {
  const departsAt = atLocalTime(day, random.pick(['17:30', '18:30', '19:30']));
  const route = random.pick(facility.routes);
  const endsAt = new Date(departsAt.getTime() + (route.stops.at(-1)?.afterMinutes ?? 600) * MINUTE);
  const passengers = Array.from({ length: random.int(6, 14) }, () =>
    crowd.take(departsAt, endsAt, ({ nationality }) => nationality === 'VNM'),
  ).filter((person) => person !== null);
  if (passengers.length === 0) return null;
  return {
    what: 'trip',
    at: new Date(departsAt.getTime() - 30 * MINUTE),
    endsAt,
    facility,
    plate: random.pick(facility.vehicles).plate,
    routeCode: route.code,
    departsAt,
    passengers,
  };
}

/** The patient of an admission, and the relative who stays with them. */
export function staysOfAdmission(
  event: Extract<PastEvent, { what: 'admission' }>,
  patientId: string,
  random: Random,
): DeclarationInput[] {
  const { at, patient, relative } = event;
  const shared = { arrivedAt: toLocalIso(at), place: { patientId } };
  const own: DeclarationInput = { ...shared, kind: 'patient', person: asDeclared(patient, random) };
  if (!relative) return [own];
  const relation = random.pick(['vo-chong', 'cha-me', 'con', 'anh-chi-em']);
  const theirs: DeclarationInput = {
    ...shared,
    kind: 'relative',
    person: asDeclared(relative, random),
    expectedDepartureAt: toLocalIso(new Date(at.getTime() + RELATIVE_DAYS * DAY)),
    place: { patientId, relation },
  };
  return [own, theirs];
}

/** Everybody on a trip, from its first stop to one of the others. */
export function staysOfTrip(
  { passengers }: Extract<PastEvent, { what: 'trip' }>,
  trip: { readonly tripId: string; readonly stops: readonly { readonly code: string }[] },
  random: Random,
): DeclarationInput[] {
  const [first, ...further] = trip.stops.map(({ code }) => code);
  return passengers.map((person, index) => ({
    kind: 'passenger',
    person: asDeclared(person, random),
    place: {
      tripId: trip.tripId,
      seat: `${index % 2 === 0 ? 'A' : 'B'}${String(index + 1).padStart(2, '0')}`,
      boardingStop: first ?? '',
      alightingStop: random.pick(further),
    },
  }));
}

/** As a clerk enters it: now and then with a slip that the population database will notice. */
export function asDeclared(person: Person, random: Random): NonNullable<DeclarationInput['person']> {
  const [year, ...day] = person.birthDate.split('-');
  const slip = random.chance(0.02) && day.join('-') !== '02-29';
  const birthDate = [slip ? Number(year) - 1 : year, ...day].join('-');
  return {
    fullName: person.fullName,
    birthDate,
    sex: person.sex,
    nationality: person.nationality,
    document: { type: person.nationality === 'VNM' ? (random.chance(0.2) ? 8 : 1) : 4, number: person.number },
    ...(person.phone && random.chance(0.5) && { phone: person.phone }),
    ...(person.address && { residence: { kind: 1, address: person.address } }),
  };
}

/** The first day of the month that so many months are before. */
export function monthsBefore(now: Date, months: number): string {
  const [year = 0, month = 0] = localDate(now).split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
}
