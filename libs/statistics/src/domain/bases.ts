/** What cells count, and how a period is made of it. Everything shown is one of these or made of some of them. */
interface BaseDefinition {
  /** Which cells: those of stays (as a whole or by a code), or of trips, or of rooms; or who is there now. */
  readonly cells: 'stay' | 'trip' | 'room-use' | 'rooms' | 'beds' | 'now';
  /** `sum`: what happened in the period; `nights`: how many were there in each night, added up; `level`: in the last night. */
  readonly kind: 'sum' | 'nights' | 'level';
  /** Column of the cells; nights and levels are made of `present`. */
  readonly column?: string;
  /** Counts only these kinds of stay. */
  readonly stayKinds?: readonly string[];
  /** Counts people, so that small numbers may lead to one. */
  readonly people: boolean;
}

const define = <K extends string>(table: Record<K, BaseDefinition>): Readonly<Record<K, BaseDefinition>> => table;
const stays = (column: string, stayKinds?: readonly string[]): BaseDefinition => ({
  cells: 'stay',
  kind: 'sum',
  column,
  people: true,
  ...(stayKinds && { stayKinds }),
});

const now: BaseDefinition = { cells: 'now', kind: 'level', people: true };

export const BASES = define({
  arrivals: stays('arrivals'),
  overnight: stays('overnight'),
  foreignArrivals: stays('foreign_arrivals'),
  foreignOvernight: stays('foreign_overnight'),
  departures: stays('departures'),
  late: stays('late'),
  cancelled: stays('cancelled'),
  passengers: stays('arrivals', ['passenger']),
  inPatients: stays('arrivals', ['patient']),
  relatives: stays('arrivals', ['relative']),
  sleepers: stays('arrivals', ['guest', 'tenant', 'patient', 'relative']),
  guestNights: { cells: 'stay', kind: 'nights', people: true },
  bedNightsUsed: { cells: 'stay', kind: 'nights', stayKinds: ['guest', 'tenant', 'patient'], people: true },
  trips: { cells: 'trip', kind: 'sum', column: 'arrivals', people: false },
  roomNightsUsed: { cells: 'room-use', kind: 'nights', people: false },
  roomNights: { cells: 'rooms', kind: 'nights', people: false },
  bedNights: { cells: 'beds', kind: 'nights', people: false },
  rooms: { cells: 'rooms', kind: 'level', people: false },
  beds: { cells: 'beds', kind: 'level', people: false },
  inHouse: now,
  foreignersInHouse: now,
  overdueNow: now,
  zoneWorkers: now,
  zoneWorkersLong: now,
  zoneWorkersUnregistered: now,
  foreignWorkersLong: now,
});

export type Base = keyof typeof BASES;

/** What was counted. Null: not shown, or not known. */
export type Counts = Readonly<Partial<Record<Base, number | null>>>;
