import type { Area } from './scope';

/** The little that access needs to know of an administrative unit. */
export interface Unit {
  readonly unitId: string;
  readonly level: 'province' | 'district' | 'ward';
  readonly validTo: string | null;
}

/** The trees of units, of today and from before the merger, and the ways between them. */
export interface UnitTrees {
  find(unitId: string): Unit | undefined;
  children(unitId: string): readonly Unit[];
  successors(unitId: string): readonly Unit[];
  predecessors(unitId: string): readonly Unit[];
}

/**
 * What a unit covers. A unit of today covers its wards. A unit from before the merger covers the facilities known to have
 * stood in its communes, and a ward of today only when every commune that went into it belongs to the unit: a ward that
 * was made of two districts belongs to neither of them, because too narrow is a nuisance and too wide is a leak.
 */
export function unitArea(trees: UnitTrees, unitId: string, kinds: readonly string[] | null): Area {
  const unit = trees.find(unitId);
  const none: Area = { wardIds: [], formerWardIds: [], zoneIds: [], kinds };
  if (!unit) return none;
  const wards = wardsOf(trees, unit);
  if (unit.validTo === null) return { ...none, wardIds: wards };
  const former = new Set(wards);
  const today = new Set(wards.flatMap((ward) => trees.successors(ward).map((successor) => successor.unitId)));
  const whole = [...today].filter((ward) => trees.predecessors(ward).every((old) => former.has(old.unitId)));
  return { ...none, wardIds: whole, formerWardIds: wards };
}

function wardsOf(trees: UnitTrees, unit: Unit): string[] {
  if (unit.level === 'ward') return [unit.unitId];
  return trees.children(unit.unitId).flatMap((child) => wardsOf(trees, child));
}
