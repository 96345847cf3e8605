import type { SeededRandom } from '../chaos/random';

/** What a test told of a stay, which is what the database has to hold of it. Moments are those of Vietnam, to the minute. */
export interface Told {
  readonly kind: string;
  readonly nationality: string;
  readonly sex: string;
  readonly birthYear: number;
  readonly arrived: string;
  readonly reason: number | null;
  readonly origin: string | null;
  readonly room: string | null;
  readonly unit: string | null;
  readonly employer: string | null;
  readonly zone: string | null;
  /** The day on which temporary residence was registered. */
  readonly registered: string | null;
  readonly department: string | null;
  readonly patient: string | null;
  readonly trip: string | null;
  readonly cancelled: boolean;
}

export interface Trip {
  readonly tripId: string;
  /** The first stop and the last. */
  readonly ends: readonly [string, string];
}

/** A correction to send, what it is of, and how it changes what was told. */
export interface StayCorrection {
  readonly of: readonly string[];
  readonly body: { readonly changes: object; readonly clear?: readonly string[] };
  readonly told: Partial<Told>;
}

interface Part {
  readonly person?: object;
  readonly changes?: object;
  readonly clear?: readonly string[];
  readonly told: Partial<Told>;
}

interface Around {
  readonly random: SeededRandom;
  /** The local time so many hours from now. */
  readonly at: (hours: number) => string;
  readonly trips: readonly Trip[];
  /** Whether there is a departure to correct. */
  readonly left: boolean;
  /** A number that no paper had before. */
  readonly paper: () => string;
}

/** To both sides of the borders of age bands, as dates and as years alone. */
const BIRTH_DATES = [
  '2026-01-05',
  '2012-02-29',
  '2011-12-31',
  '2001',
  '1992-01-01',
  '1981',
  '1972-05-05',
  '1961-12-31',
];
const PROVINCES = [
  ['101', 'p01'],
  ['411', 'p46'],
  ['501', 'p48'],
  ['701', 'p79'],
] as const;
const FROM_BEFORE_THE_MERGER = { kind: 2, address: 'Phường Minh An, Thành phố Hội An, Quảng Nam' };
const NOWHERE = {
  ...{ room: null, unit: null, employer: null, zone: null, registered: null },
  ...{ department: null, patient: null, trip: null },
};
const REGISTRATION = 'place.temporaryResidenceOn';

const oneOf = <T>(random: SeededRandom, values: readonly T[]): T => values[random.between(0, values.length - 1)] as T;

const PARTS: Readonly<Record<string, (told: Told, around: Around) => Part>> = {
  nationality: (_told, { random, paper }) => {
    const nationality = oneOf(random, ['VNM', 'VNM', 'KOR', 'CHN', 'USA']);
    if (nationality === 'VNM') return { person: { nationality }, told: { nationality } };
    // Foreigners register nothing.
    const person = { nationality, document: { type: 4, number: paper() } };
    return { person, clear: [REGISTRATION], told: { nationality, registered: null } };
  },
  registration: (told, { random, at }) => {
    if (told.kind !== 'tenant' || told.nationality !== 'VNM')
      return { changes: { note: `Không đăng ký ${random.between(0, 1e6)}` }, told: {} };
    const registered = at(-random.between(0, 900)).slice(0, 10);
    return told.registered !== null && random.between(0, 1) === 0
      ? { clear: [REGISTRATION], told: { registered: null } }
      : { changes: { place: { temporaryResidenceOn: registered } }, told: { registered } };
  },
  sex: ({ sex }) => {
    const other = sex === 'F' ? 'M' : 'F';
    return { person: { sex: other }, told: { sex: other } };
  },
  birth: (_told, { random }) => {
    const birthDate = oneOf(random, BIRTH_DATES);
    return { person: { birthDate }, told: { birthYear: Number(birthDate.slice(0, 4)) } };
  },
  residence: (_told, { random }) => {
    const [provinceCode, origin] = oneOf(random, PROVINCES);
    const how = random.between(0, 4);
    if (how === 0) return { clear: ['person.residence'], told: { origin: null } };
    if (how === 1) return { person: { residence: FROM_BEFORE_THE_MERGER }, told: { origin: 'p48' } };
    return { person: { residence: { kind: 1, provinceCode } }, told: { origin } };
  },
  reason: (told, { random }) => {
    const reason = random.between(1, 20);
    const text = reason === 20 && { reasonText: 'Việc riêng' };
    const clear = told.reason === 20 && reason !== 20 ? ['reasonText'] : [];
    return { changes: { reason, ...text }, clear, told: { reason } };
  },
  arrival: (_told, { random, at }) => {
    const arrived = at(-random.between(0, 400));
    return { changes: { arrivedAt: arrived }, told: { arrived } };
  },
  expected: (_told, { random, at }) => ({ changes: { expectedDepartureAt: at(random.between(-20, 400)) }, told: {} }),
  departure: (_told, { random, at }) => ({ changes: { departedAt: at(-random.between(0, 20)) }, told: {} }),
  note: (_told, { random }) => ({ changes: { note: `Sửa ${random.between(0, 1e6)}` }, told: {} }),
  place: (told, { random, trips }) => {
    const room = oneOf(random, ['101', '102', '999']);
    const employer = `Công ty ${random.between(0, 2)}`;
    const department = oneOf(random, ['NOI', 'NGOAI']);
    const trip = oneOf(random, trips);
    if (told.kind === 'guest') return { changes: { place: { room } }, told: { room } };
    if (told.kind === 'tenant') {
      const unit = oneOf(random, ['A0', 'A1']);
      return random.between(0, 2) === 0
        ? { changes: { place: { unit } }, clear: ['place.employer'], told: { unit, employer: null } }
        : { changes: { place: { unit, employer } }, told: { unit, employer } };
    }
    if (told.kind === 'passenger') {
      const [boardingStop, alightingStop] = trip.ends;
      const place = { tripId: trip.tripId, seat: `B${random.between(1, 9)}`, boardingStop, alightingStop };
      return { changes: { place }, told: { trip: trip.tripId } };
    }
    return { changes: { place: { department } }, told: { department } };
  },
  kind: (told, { random, at }) => {
    const expectedDepartureAt = at(random.between(1, 200));
    const change = (kind: string, place: object, there: Partial<Told>): Part => ({
      changes: { kind, expectedDepartureAt, place },
      told: { kind, ...NOWHERE, ...there },
    });
    const { patient, department } = told;
    if (told.kind === 'patient')
      return change('relative', { patientId: patient, relation: 'con', department }, { patient, department });
    if (told.kind === 'relative') return change('patient', { patientId: patient, department }, { patient, department });
    if (told.kind === 'tenant') return change('guest', { room: 'A1' }, { room: 'A1' });
    if (told.kind === 'guest' && told.room === 'A1')
      return change('tenant', { unit: 'A0' }, { unit: 'A0', zone: 'KCN-T' });
    return { changes: { note: `Giữ loại ${random.between(0, 1e6)}` }, told: {} };
  },
};

/** What can be corrected of a stay. */
export const CORRECTED = Object.keys(PARTS);

/** One to three things of a stay corrected at once. */
export function correctionOf(told: Told, around: Around): StayCorrection {
  const { random, left } = around;
  const others = random.shuffled(CORRECTED.filter((name) => name !== 'departure'));
  const wanted = [...(left && random.between(0, 1) === 0 ? ['departure'] : []), ...others].slice(
    0,
    random.between(1, 3),
  );
  // With another kind come another place and another end.
  const apart = [
    ...(wanted.includes('kind') ? ['place', 'expected', 'registration'] : []),
    // Only citizens register, and where somebody lives is said in one piece.
    ...(wanted.includes('nationality') || wanted.includes('place') ? ['registration'] : []),
  ];
  const of = wanted.filter((name) => !apart.includes(name));
  const parts = of.flatMap((name) => PARTS[name]?.(told, around) ?? []);
  const person = Object.assign({}, ...parts.map((part) => part.person)) as object;
  const changes = Object.assign({}, ...parts.map((part) => part.changes)) as object;
  return {
    of,
    body: {
      changes: { ...changes, ...(Object.keys(person).length > 0 && { person }) },
      clear: parts.flatMap(({ clear = [] }) => clear),
    },
    told: Object.assign({}, ...parts.map((part) => part.told)) as Partial<Told>,
  };
}
