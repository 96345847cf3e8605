/** Somebody at a place, as a declaration has it. */
export interface Presence {
  readonly facilityId: string;
  readonly stayId: string;
  readonly arrivedOn: string;
  readonly kind: string;
  readonly documentType: number;
  readonly nationality: string;
  readonly arrivedAt: Date;
  readonly departedAt: Date | null;
  readonly expectedDepartureAt: Date | null;
  /** Null for people on the road. */
  readonly provinceId: string | null;
}

/** When two stays of one person contradict each other; dated data (legal-rules.json). */
export interface TwoPlacesRule {
  /** Overlaps as short as this come from desks that check out late or in advance. */
  readonly toleranceMinutes: number;
  /** Kinds of stay that mean being there: tenants and relatives come and go. */
  readonly kinds: readonly string[];
}

/** How fast nobody is; dated data. There are no coordinates: what lies between two provinces are other provinces. */
export interface JourneyRule {
  /** From so many borders on, the way takes at least so many minutes, by air too. */
  readonly tiers: readonly { readonly borders: number; readonly minutes: number }[];
  readonly neighbours: Readonly<Record<string, readonly string[]>>;
}

export interface MovementRules {
  readonly twoPlaces: TwoPlacesRule;
  readonly journey: JourneyRule;
}

/** What is wrong with two stays of one person. */
export interface PairFinding {
  readonly kind: 'two-places' | 'impossible-journey';
  readonly from: Date;
  /** Null while both go on without an end. */
  readonly until: Date | null;
  /** Of a journey: how long it took by the record, negative when the stays overlap a little. */
  readonly minutes: number | null;
  /** Of a journey: what it takes at least. */
  readonly minimumMinutes: number | null;
}

const MINUTE_MS = 60_000;

/** What two stays of one person at different facilities say against each other, or null. The order does not matter. */
export function comparePresences(one: Presence, other: Presence, rules: MovementRules): PairFinding | null {
  const { kinds, toleranceMinutes } = rules.twoPlaces;
  if (one.facilityId === other.facilityId || !kinds.includes(one.kind) || !kinds.includes(other.kind)) return null;
  const [first, second] = one.arrivedAt <= other.arrivedAt ? [one, other] : [other, one];
  const left = endOf(first);
  const overlapEnd = earlier(left, endOf(second));
  const overlap = overlapEnd === null ? Infinity : minutesBetween(second.arrivedAt, overlapEnd);
  if (overlap > toleranceMinutes) {
    return { kind: 'two-places', from: second.arrivedAt, until: overlapEnd, minutes: null, minimumMinutes: null };
  }
  return first.departedAt && journey(first, first.departedAt, second, rules.journey);
}

/** A departure that was recorded, and an arrival too soon after it, too far away. */
function journey(first: Presence, left: Date, second: Presence, rule: JourneyRule): PairFinding | null {
  if (first.provinceId === null || second.provinceId === null) return null;
  const minimumMinutes = minimumBetween(first.provinceId, second.provinceId, rule);
  const minutes = minutesBetween(left, second.arrivedAt);
  if (minutes >= minimumMinutes) return null;
  const [from, until] = left <= second.arrivedAt ? [left, second.arrivedAt] : [second.arrivedAt, left];
  return { kind: 'impossible-journey', from, until, minutes, minimumMinutes };
}

/** The least minutes between two provinces; minus infinity where the rule says nothing, as between neighbours. */
export function minimumBetween(from: string, to: string, { tiers, neighbours }: JourneyRule): number {
  const borders = bordersBetween(from, to, neighbours);
  return Math.max(-Infinity, ...tiers.filter((tier) => borders >= tier.borders).map(({ minutes }) => minutes));
}

/** How many borders lie between two provinces; none for one that is not known, so that nothing is concluded from it. */
export function bordersBetween(from: string, to: string, neighbours: JourneyRule['neighbours']): number {
  if (!(from in neighbours) || !(to in neighbours)) return 0;
  const seen = new Set([from]);
  let ring = [from];
  for (let borders = 0; ring.length > 0; borders += 1) {
    if (ring.includes(to)) return borders;
    ring = [...new Set(ring.flatMap((province) => neighbours[province] ?? []))].filter((next) => !seen.has(next));
    for (const province of ring) seen.add(province);
  }
  return 0;
}

const endOf = ({ departedAt, expectedDepartureAt }: Presence): Date | null => departedAt ?? expectedDepartureAt;
const earlier = (a: Date | null, b: Date | null): Date | null => (a === null || (b !== null && b < a) ? b : a);
const minutesBetween = (from: Date, to: Date): number => Math.floor((to.getTime() - from.getTime()) / MINUTE_MS);
