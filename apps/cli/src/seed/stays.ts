import { addDays, atLocalTime, localDate, toLocalIso } from '@luutru/calendar';
import type { DeclarationInput } from '@luutru/declaration';
import type { NewFacility } from '@luutru/facility';
import type { Person } from './people';
import type { Random } from './random';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** One thing that happened in the past two weeks. Relatives and passengers follow their patient and trip. */
export type PastEvent = { readonly at: Date; readonly facility: NewFacility } & (
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

/** How many arrivals a day each kind sees on average. */
const PER_DAY: Readonly<Record<string, number>> = {
  'khach-san': 7,
  'nha-nghi': 3,
  'nha-tro': 1,
  'nha-khach': 2,
  'nha-cong-vu': 0.4,
  'nha-cho-thue': 0.5,
  'nha-o-kcn': 1.5,
  'ky-tuc-xa': 0.5,
  'ho-gia-dinh': 0.4,
  'co-so-kham-chua-benh': 3,
  'nha-xe': 1,
};
/** Tenants and in-patients are declared without an end, so they stay where they are. */
const OPEN_END = new Date('2100-01-01T00:00:00Z');
/** Relatives are declared for this many days. */
export const RELATIVE_DAYS = 3;
const LONG_TERM = new Set(['nha-tro', 'nha-cho-thue', 'nha-o-kcn', 'ky-tuc-xa', 'nha-cong-vu']);
const EMPLOYERS = ['Công ty May Hòa Thọ', 'Công ty Cao su Đà Nẵng', 'Công ty Điện tử Foster', 'Công ty Giày Rieker'];

/** Invents what was declared in the `days` before `now`, in order of time. */
export function inventPast(
  facilities: readonly NewFacility[],
  people: readonly Person[],
  now: Date,
  days: number,
  random: Random,
): PastEvent[] {
  const free = new Map(people.map((person) => [person, 0]));
  const take = (at: Date, until: Date, wanted: (person: Person) => boolean): Person | null => {
    for (let attempt = 0; attempt < 60; attempt += 1) {
      const person = random.pick(people);
      if ((free.get(person) ?? 0) > at.getTime() || !wanted(person)) continue;
      free.set(person, until.getTime() + HOUR);
      return person;
    }
    return null;
  };
  const events: PastEvent[] = [];
  for (let back = days; back >= 1; back -= 1) {
    const day = addDays(localDate(now), -back);
    for (const facility of facilities) {
      const mean = PER_DAY[facility.kind] ?? 1;
      const count = Math.floor(mean) + (random.chance(mean % 1) ? 1 : 0) + (mean > 2 ? random.int(-2, 2) : 0);
      for (let i = 0; i < count; i += 1) {
        const event = inventEvent(facility, day, take, random);
        if (event && event.at < now) events.push(event);
      }
    }
  }
  return events.sort((a, b) => a.at.getTime() - b.at.getTime());
}

type Take = (at: Date, until: Date, wanted: (person: Person) => boolean) => Person | null;

function inventEvent(facility: NewFacility, day: string, take: Take, random: Random): PastEvent | null {
  if (facility.kind === 'co-so-kham-chua-benh') return admission(facility, day, take, random);
  if (facility.kind === 'nha-xe') return trip(facility, day, take, random);
  const arrivedAt = new Date(atLocalTime(day, '12:00').getTime() + random.int(60, 645) * MINUTE);
  const longTerm = LONG_TERM.has(facility.kind);
  const nights = random.weighted([
    [1, 50],
    [2, 30],
    [3, 15],
    [7, 5],
  ] as const);
  const leaves = atLocalTime(addDays(day, nights), '12:00');
  const person = take(
    arrivedAt,
    longTerm ? OPEN_END : leaves,
    (candidate) => candidate.nationality === 'VNM' || !longTerm,
  );
  if (!person) return null;
  // Most are declared at the desk, a few only the next morning: those are late.
  const at = new Date(
    arrivedAt.getTime() + (random.chance(0.04) ? random.int(13, 20) * HOUR : random.int(1, 30) * MINUTE),
  );
  const common = { person: asDeclared(person, random), arrivedAt: toLocalIso(arrivedAt) };
  const room = facility.rooms.length > 0 ? random.pick(facility.rooms).code : `P${random.int(1, 12)}`;
  if (longTerm) {
    const employer = facility.kind === 'nha-o-kcn' ? { employer: random.pick(EMPLOYERS) } : {};
    const registered = random.chance(0.4) ? { temporaryResidenceOn: day } : {};
    return {
      what: 'stay',
      at,
      facility,
      input: { ...common, kind: 'tenant', reason: 19, place: { unit: room, ...employer, ...registered } },
    };
  }
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
    at,
    facility,
    input: { ...common, kind: 'guest', expectedDepartureAt: toLocalIso(leaves), reason, place: { room } },
  };
}

function admission(facility: NewFacility, day: string, take: Take, random: Random): PastEvent | null {
  const at = new Date(atLocalTime(day, '07:00').getTime() + random.int(0, 600) * MINUTE);
  const until = new Date(at.getTime() + RELATIVE_DAYS * 24 * HOUR);
  const patient = take(at, OPEN_END, (person) => person.nationality === 'VNM');
  if (!patient) return null;
  const relative = random.chance(0.6) ? take(at, until, (person) => person.nationality === 'VNM') : null;
  return {
    what: 'admission',
    at,
    facility,
    recordNumber: `BA-${day.replaceAll('-', '')}-${random.int(1_000, 99_999)}`,
    department: random.pick(facility.departments).code,
    room: String(random.int(101, 420)),
    patient,
    relative,
  };
}

function trip(facility: NewFacility, day: string, take: Take, random: Random): PastEvent | null {
  const departsAt = atLocalTime(day, random.pick(['17:30', '18:30', '19:30']));
  const route = random.pick(facility.routes);
  const arrives = new Date(departsAt.getTime() + (route.stops.at(-1)?.afterMinutes ?? 600) * MINUTE);
  const passengers = Array.from({ length: random.int(6, 14) }, () =>
    take(departsAt, arrives, (person) => person.nationality === 'VNM'),
  );
  return {
    what: 'trip',
    at: new Date(departsAt.getTime() - 30 * MINUTE),
    facility,
    plate: random.pick(facility.vehicles).plate,
    routeCode: route.code,
    departsAt,
    passengers: passengers.filter((person) => person !== null),
  };
}

/** As a clerk enters it: now and then with a slip that the population database will notice. */
export function asDeclared(person: Person, random: Random): NonNullable<DeclarationInput['person']> {
  const slip = random.chance(0.02);
  const birthDate = slip ? `${Number(person.birthDate.slice(0, 4)) - 1}${person.birthDate.slice(4)}` : person.birthDate;
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
