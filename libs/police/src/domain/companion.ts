/** Why somebody counts as a companion, the strongest first. */
export const COMPANION_REASONS = ['same-room', 'same-group', 'same-patient', 'same-trip', 'same-minute'] as const;
export type CompanionReason = (typeof COMPANION_REASONS)[number];

/** Who shares a room or a booking belongs together; who sits in one bus or comes in the same minute may do so by chance. */
const WEIGHT: Readonly<Record<CompanionReason, number>> = {
  'same-room': 5,
  'same-group': 4,
  'same-patient': 4,
  'same-trip': 2,
  'same-minute': 1,
};

/** One way in which a stay of somebody else belongs to a stay of the person. */
export interface CompanionLink {
  /** The stay of the person looked at. */
  readonly ofStayId: string;
  /** The same for all stays of one companion. */
  readonly companion: string;
  readonly facilityId: string;
  readonly stayId: string;
  readonly arrivedOn: string;
  readonly arrivedAt: Date;
  readonly reason: CompanionReason;
}

/** Somebody who was there too, with all that says so. */
export interface RankedCompanion {
  /** Their newest stay among the links. */
  readonly newest: CompanionLink;
  /** Each once, the strongest first. */
  readonly reasons: readonly CompanionReason[];
  /** The person's stays that they were at. */
  readonly ofStayIds: readonly string[];
  readonly score: number;
}

/** The likeliest companions first; who was there again and again counts each time. */
export function rankCompanions(links: readonly CompanionLink[], limit: number): RankedCompanion[] {
  const byCompanion = new Map<string, CompanionLink[]>();
  for (const link of links) byCompanion.set(link.companion, [...(byCompanion.get(link.companion) ?? []), link]);
  return [...byCompanion.values()]
    .map(ranked)
    .sort(
      (a, b) =>
        b.score - a.score ||
        b.newest.arrivedAt.getTime() - a.newest.arrivedAt.getTime() ||
        (a.newest.stayId < b.newest.stayId ? -1 : 1),
    )
    .slice(0, limit);
}

function ranked(links: readonly CompanionLink[]): RankedCompanion {
  const [first, ...others] = links as readonly [CompanionLink, ...CompanionLink[]];
  // One reason counts once for one stay of the person, whatever number of stays it was found in.
  const occasions = new Set(links.map(({ ofStayId, reason }) => `${ofStayId} ${reason}`));
  const found = new Set(links.map(({ reason }) => reason));
  return {
    newest: others.reduce((newest, link) => (link.arrivedAt > newest.arrivedAt ? link : newest), first),
    reasons: COMPANION_REASONS.filter((reason) => found.has(reason)),
    ofStayIds: [...new Set(links.map(({ ofStayId }) => ofStayId))],
    score: [...occasions].reduce((sum, occasion) => sum + WEIGHT[occasion.split(' ')[1] as CompanionReason], 0),
  };
}
