/** A phone number given with a stay. */
export interface PhoneUse {
  readonly facilityId: string;
  readonly stayId: string;
  /** `YYYY-MM-DD` */
  readonly arrivedOn: string;
  /** The same for every stay with one paper. */
  readonly person: string;
}

/** How many identities one phone may have; dated data (legal-rules.json). */
export interface PhoneRule {
  /** From so many on it is told of: a family is fewer. */
  readonly identities: number;
  readonly days: number;
}

/**
 * How many identities stand behind stays with one phone. People who arrived together count as one, and so does whoever of
 * them comes again in other company: a family on a journey, a party with its guide.
 */
export function countIdentities(uses: readonly PhoneUse[]): number {
  const leader = new Map<string, string>();
  const find = (key: string): string => {
    const up = leader.get(key) ?? key;
    if (up === key) return key;
    const top = find(up);
    leader.set(key, top);
    return top;
  };
  for (const { person, facilityId, arrivedOn } of uses) {
    leader.set(find(`party ${facilityId} ${arrivedOn}`), find(person));
  }
  return new Set(uses.map(({ person }) => find(person))).size;
}

/** The stays of some days in a row, one stay among them, that share a phone among too many identities; or null. */
export function manyIdentities(uses: readonly PhoneUse[], stayId: string, rule: PhoneRule): PhoneUse[] | null {
  const own = uses.find((use) => use.stayId === stayId);
  if (!own) return null;
  const lastDays = [...new Set(uses.map(({ arrivedOn }) => arrivedOn))].filter((day) => day >= own.arrivedOn).sort();
  for (const last of lastDays) {
    const first = daysBefore(last, rule.days);
    if (own.arrivedOn < first) return null;
    const within = uses.filter(({ arrivedOn }) => arrivedOn >= first && arrivedOn <= last);
    if (countIdentities(within) >= rule.identities) return within;
  }
  return null;
}

const daysBefore = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10);
