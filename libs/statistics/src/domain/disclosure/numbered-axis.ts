import { ALL, type Axis } from './family';

/** An axis with its leaves and nodes numbered in a fixed order; node 0 is the sum over all. */
export class NumberedAxis {
  readonly leaves: readonly string[];
  readonly nodes: readonly string[];
  /** The numbers of the nodes that a leaf is in, 0 first. */
  readonly nodesOf: readonly (readonly number[])[];
  private readonly leafNumbers: ReadonlyMap<string, number>;
  private readonly nodeNumbers: ReadonlyMap<string, number>;

  constructor(axis: Axis) {
    this.leaves = [...axis.keys()].sort();
    const named = new Set([...axis.values()].flat());
    named.delete(ALL);
    this.nodes = [ALL, ...[...named].sort()];
    this.leafNumbers = new Map(this.leaves.map((leaf, at) => [leaf, at]));
    this.nodeNumbers = new Map(this.nodes.map((node, at) => [node, at]));
    this.nodesOf = this.leaves.map((leaf) => [
      ...new Set([0, ...(axis.get(leaf) ?? []).map((node) => this.nodeNumbers.get(node) ?? 0)]),
    ]);
  }

  /** Throws for a leaf that the axis has not: a count that belongs nowhere would be missing from a total. */
  leaf(name: string): number {
    const at = this.leafNumbers.get(name);
    if (at === undefined) throw new Error(`The axis has no leaf ${name}`);
    return at;
  }

  /** Undefined for a node that the axis has not: nobody was counted there. */
  node(name: string = ALL): number | undefined {
    return this.nodeNumbers.get(name);
  }
}
