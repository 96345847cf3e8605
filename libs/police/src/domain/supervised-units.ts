/** The little that supervision needs to know of an administrative unit. */
export interface SupervisedUnit {
  readonly unitId: string;
  readonly parentId: string | null;
}

export interface UnitTree {
  find(unitId: string): SupervisedUnit | undefined;
  children(unitId: string): readonly SupervisedUnit[];
  predecessors(unitId: string): readonly SupervisedUnit[];
}

/**
 * The units whose officers somebody supervises who supervises a unit: itself, all within it, and what these were before the
 * merger, as far as a whole old unit went into it: an officer of a wider unit is not theirs.
 */
export function supervisedUnits(tree: UnitTree, unitId: string): readonly string[] {
  if (!tree.find(unitId)) return [];
  const within = new Set<string>();
  const collect = (id: string): void => {
    within.add(id);
    for (const child of tree.children(id)) collect(child.unitId);
  };
  collect(unitId);
  const old = [...within].flatMap((id) => tree.predecessors(id));
  for (const { unitId: id } of old) within.add(id);
  const districts = new Set(old.map(({ parentId }) => parentId).filter((id) => id !== null));
  for (const district of districts) {
    const communes = tree.children(district);
    if (communes.length > 0 && communes.every((commune) => within.has(commune.unitId))) within.add(district);
  }
  return [...within];
}
