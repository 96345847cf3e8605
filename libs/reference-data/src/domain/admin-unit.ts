export type AdminLevel = 'province' | 'district' | 'ward';

/** Degrees of WGS 84. */
export interface GeoPoint {
  readonly lat: number;
  readonly lon: number;
}

/** A province, ward or (before July 2025) district, in force from `validFrom` up to, not including, `validTo`. */
export interface AdminUnit {
  readonly unitId: string;
  readonly level: AdminLevel;
  /** Code of the General Statistics Office; old and new units may share one. */
  readonly gsoCode: string | null;
  readonly name: string;
  readonly nameEn: string;
  /** Without its type word. */
  readonly shortName: string;
  readonly parentId: string | null;
  /** Code of the national portal (KBTT); only units of today have one. */
  readonly kbttCode: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Where a map shows it; null where no source gives a point, as for all units before July 2025. */
  readonly point: GeoPoint | null;
}

/** An old unit and a new one that took it over; `part`: it was divided among several. */
export interface Succession {
  readonly oldUnitId: string;
  readonly newUnitId: string;
  readonly part: boolean;
}

export const inForce = (unit: { validFrom: string | null; validTo: string | null }, day: string): boolean =>
  (unit.validFrom === null || unit.validFrom <= day) && (unit.validTo === null || day < unit.validTo);

/** All units, old and new, with the ways between them. */
export class AdminUnits {
  private readonly byUnitId: ReadonlyMap<string, AdminUnit>;
  private readonly byPortalCode: ReadonlyMap<string, AdminUnit>;
  private readonly byGsoCode = new Map<string, AdminUnit[]>();
  private readonly childrenOf = new Map<string | null, AdminUnit[]>();
  private readonly successorIds = new Map<string, string[]>();
  private readonly predecessorIds = new Map<string, string[]>();

  constructor(
    readonly all: readonly AdminUnit[],
    successions: readonly Succession[],
  ) {
    this.byUnitId = new Map(all.map((unit) => [unit.unitId, unit]));
    this.byPortalCode = new Map(
      all.filter((unit) => unit.kbttCode !== null).map((unit) => [unit.kbttCode as string, unit]),
    );
    for (const unit of all) {
      push(this.childrenOf, unit.parentId, unit);
      if (unit.gsoCode !== null) push(this.byGsoCode, unit.gsoCode, unit);
    }
    for (const { oldUnitId, newUnitId } of successions) {
      push(this.successorIds, oldUnitId, newUnitId);
      push(this.predecessorIds, newUnitId, oldUnitId);
    }
  }

  find(unitId: string): AdminUnit | undefined {
    return this.byUnitId.get(unitId);
  }

  findByPortalCode(code: string): AdminUnit | undefined {
    return this.byPortalCode.get(code);
  }

  children(unitId: string | null): readonly AdminUnit[] {
    return this.childrenOf.get(unitId) ?? [];
  }

  /** By code of the General Statistics Office on a day (`YYYY-MM-DD`): the two trees use the same codes for different units. */
  findByGso(code: string, day: string): AdminUnit | undefined {
    return this.byGsoCode.get(code)?.find((unit) => inForce(unit, day));
  }

  /** The units a unit lies in, nearest first. */
  ancestors(unitId: string): AdminUnit[] {
    const parent = this.find(this.find(unitId)?.parentId ?? '');
    return parent ? [parent, ...this.ancestors(parent.unitId)] : [];
  }

  /** The province a unit lies in; itself if it is one. */
  provinceOf(unitId: string): AdminUnit | undefined {
    return this.ancestors(unitId).at(-1) ?? this.find(unitId);
  }

  /** Today's units that took over an old province or ward; of an old district, the wards that took over its communes. */
  successors(unitId: string): AdminUnit[] {
    const direct = this.units(this.successorIds.get(unitId));
    if (direct.length > 0 || this.find(unitId)?.level !== 'district') return direct;
    return [...new Set(this.children(unitId).flatMap((child) => this.units(this.successorIds.get(child.unitId))))];
  }

  /** The old units that went, whole or in part, into a province or ward of today. */
  predecessors(unitId: string): AdminUnit[] {
    return this.units(this.predecessorIds.get(unitId));
  }

  private units(ids: readonly string[] = []): AdminUnit[] {
    return ids.map((id) => this.byUnitId.get(id)).filter((unit) => unit !== undefined);
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
