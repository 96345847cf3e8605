/** Leaves of an axis that are of several parts, divided by `|` in their names: a nationality with a kind of stay. */
export class LeafParts {
  private readonly parts: readonly (readonly string[])[];
  private readonly numbers: ReadonlyMap<string, number>;
  /** Leaves that are alike but for one part, by what they have in common. */
  private readonly alikeBut = new Map<string, number[]>();

  constructor(leaves: readonly string[]) {
    this.numbers = new Map(leaves.map((leaf, at) => [leaf, at]));
    this.parts = leaves.map((leaf) => leaf.split('|'));
    this.parts.forEach((parts, leaf) => {
      parts.forEach((_, at) => {
        const key = without(parts, at);
        const known = this.alikeBut.get(key);
        if (known) known.push(leaf);
        else this.alikeBut.set(key, [leaf]);
      });
    });
  }

  /** The leaves that differ from one in a single part. */
  beside(leaf: number): number[] {
    const parts = this.parts[leaf] ?? [];
    return parts.flatMap((_, at) => this.besideIn(leaf, at));
  }

  /**
   * What makes a rectangle with two leaves that differ in one part: two others that differ in the same part in the same way, and from
   * these in one other part. People who change from `other` to `leaf` while as many change back in them alter no sum over either part.
   */
  corners(leaf: number, other: number): (readonly [beside: number, besideOther: number])[] {
    const [own, others] = [this.parts[leaf] ?? [], this.parts[other] ?? []];
    const differing = own.flatMap((part, at) => (part === others[at] ? [] : [at]));
    const [differs] = differing;
    if (differs === undefined || differing.length > 1 || own.length !== others.length) return [];
    return own.flatMap((_, at) =>
      at === differs
        ? []
        : this.besideIn(leaf, at).flatMap((corner) => {
            const opposite = (this.parts[corner] ?? []).with(differs, others[differs] ?? '').join('|');
            const found = this.numbers.get(opposite);
            return found === undefined ? [] : [[corner, found] as const];
          }),
    );
  }

  private besideIn(leaf: number, at: number): number[] {
    return (this.alikeBut.get(without(this.parts[leaf] ?? [], at)) ?? []).filter((one) => one !== leaf);
  }
}

const without = (parts: readonly string[], at: number): string => [at, ...parts.toSpliced(at, 1)].join('|');
