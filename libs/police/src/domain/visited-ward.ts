/** A visit as a map needs it. */
export interface Visit {
  readonly facilityId: string;
  readonly wardId: string;
  readonly arrivedAt: Date;
}

/** A ward that somebody stayed in, with how often and when. */
export interface VisitedWard {
  readonly wardId: string;
  readonly facilityIds: readonly string[];
  readonly stays: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/** The wards of some visits, the one visited last first. */
export function visitedWards(visits: readonly Visit[]): VisitedWard[] {
  const byWard = new Map<string, Visit[]>();
  for (const visit of visits) byWard.set(visit.wardId, [...(byWard.get(visit.wardId) ?? []), visit]);
  return [...byWard]
    .map(([wardId, there]) => {
      const times = there.map(({ arrivedAt }) => arrivedAt.getTime());
      return {
        wardId,
        facilityIds: [...new Set(there.map(({ facilityId }) => facilityId))],
        stays: there.length,
        firstAt: new Date(Math.min(...times)),
        lastAt: new Date(Math.max(...times)),
      };
    })
    .sort((a, b) => b.lastAt.getTime() - a.lastAt.getTime() || (a.wardId < b.wardId ? -1 : 1));
}
