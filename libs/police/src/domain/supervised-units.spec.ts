import { supervisedUnits, type UnitTree } from './supervised-units';

/** A province of two wards; ward 1 was made of communes 1 and 2 of one old district, ward 2 of commune 3 of another. */
const PARENTS: Readonly<Record<string, string | null>> = {
  p: null, w1: 'p', w2: 'p', old: null, d1: 'old', d2: 'old', c1: 'd1', c2: 'd1', c3: 'd2', c4: 'd2',
}; // prettier-ignore
const BEFORE: Readonly<Record<string, readonly string[]>> = { w1: ['c1', 'c2'], w2: ['c3'] };
const unit = (unitId: string) => ({ unitId, parentId: PARENTS[unitId] ?? null });
const tree: UnitTree = {
  find: (unitId) => (unitId in PARENTS ? unit(unitId) : undefined),
  children: (unitId) =>
    Object.keys(PARENTS)
      .filter((id) => PARENTS[id] === unitId)
      .map(unit),
  predecessors: (unitId) => (BEFORE[unitId] ?? []).map(unit),
};

describe('whom somebody supervises', () => {
  it.each([
    ['w1', ['w1', 'c1', 'c2', 'd1']],
    ['w2', ['w2', 'c3']],
    ['p', ['p', 'w1', 'w2', 'c1', 'c2', 'c3', 'd1']],
    ['d2', ['d2', 'c3', 'c4']],
    ['nowhere', []],
  ])('%s', (unitId, units) => expect([...supervisedUnits(tree, unitId)].sort()).toEqual([...units].sort()));
});
