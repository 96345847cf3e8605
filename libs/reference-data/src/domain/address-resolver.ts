import type { AdminUnit, AdminUnits } from './admin-unit';
import { placeKeys, type PlacePart, PROVINCE_ALIASES, splitAddress } from './place-words';

/** Where an address lies in today's administration. */
export interface AddressResolution {
  /** `ambiguous`: the province is certain, the ward one of `candidates`. */
  readonly status: 'resolved' | 'ambiguous' | 'province' | 'unresolved';
  readonly ward: AdminUnit | null;
  readonly province: AdminUnit | null;
  readonly candidates: readonly AdminUnit[];
  /** Whether the address was written in today's or in the former administration. */
  readonly via: 'current' | 'pre-merger' | 'code' | null;
}

const MAX_LENGTH = 500;
const NOTHING: AddressResolution = { status: 'unresolved', ward: null, province: null, candidates: [], via: null };

type NameIndex = Map<string, AdminUnit[]>;

/** Finds today's ward of an address, also of one from before the merger of July 2025. Never throws. */
export class AddressResolver {
  private readonly newProvinces: NameIndex = new Map();
  private readonly oldProvinces: NameIndex = new Map();
  private readonly childIndexes = new Map<string, NameIndex>();
  private readonly oldWardIndexes = new Map<string, NameIndex>();

  constructor(private readonly units: AdminUnits) {
    for (const province of units.children(null)) {
      const { short } = placeKeys(province.name);
      add(province.validTo === null ? this.newProvinces : this.oldProvinces, short, province);
    }
  }

  /** @param hint portal codes that the sender gave besides the text; a ward code decides alone */
  resolve(text: string, hint: { readonly provinceCode?: string; readonly wardCode?: string } = {}): AddressResolution {
    if (hint.wardCode !== undefined) return this.byWardCode(hint.wardCode);
    const given = hint.provinceCode === undefined ? undefined : this.units.findByPortalCode(hint.provinceCode);
    if (hint.provinceCode !== undefined && given?.level !== 'province') return NOTHING;
    const start = text.slice(0, MAX_LENGTH);
    const byCommas = this.resolveParts(splitAddress(start, false), given);
    if (byCommas.candidates.length > 0) return byCommas;
    const byTypeWords = this.resolveParts(splitAddress(start, true), given);
    return byTypeWords.candidates.length > 0 || byTypeWords.province ? byTypeWords : byCommas;
  }

  private resolveParts(parts: readonly PlacePart[], given: AdminUnit | undefined): AddressResolution {
    const { index, current, former } = this.findProvinces(parts);
    const rest = index < 0 ? parts : parts.slice(0, index);
    const scopes = given ? { current: [given], former: this.predecessorProvinces(given) } : { current, former };
    const found = this.findWard(rest, scopes);
    if (found) return found;
    const provinces = given ? [given] : current.length > 0 ? current : this.successorProvinces(former);
    const [only, ...others] = provinces;
    return only && others.length === 0 ? { ...NOTHING, status: 'province', province: only } : NOTHING;
  }

  private byWardCode(code: string): AddressResolution {
    const ward = this.units.findByPortalCode(code);
    return ward?.level === 'ward' ? this.resolved([ward], 'code') : NOTHING;
  }

  /** The province is the last part that names one; nothing behind it counts. */
  private findProvinces(parts: readonly PlacePart[]): { index: number; current: AdminUnit[]; former: AdminUnit[] } {
    for (let index = parts.length - 1; index >= 0; index -= 1) {
      const part = parts[index] as PlacePart;
      if (part.type !== null && part.type !== 'tinh' && part.type !== 'thanh pho') continue;
      const name = PROVINCE_ALIASES[part.name] ?? part.name;
      const current = this.newProvinces.get(name) ?? [];
      const former = this.oldProvinces.get(name) ?? [];
      if (current.length + former.length > 0) return { index, current, former };
    }
    return { index: -1, current: [], former: [] };
  }

  private findWard(
    parts: readonly PlacePart[],
    scopes: { current: readonly AdminUnit[]; former: readonly AdminUnit[] },
  ): AddressResolution | null {
    const formerWards = this.findFormerWards(parts, scopes.former);
    if (formerWards.inDistrict.length > 0) return this.succeeded(formerWards.inDistrict);
    for (const part of [...parts].reverse()) {
      const current = scopes.current.flatMap((province) => look(this.children(province), part));
      if (current.length > 0 && (part.type === null || isWardWord(part.type))) return this.resolved(current, 'current');
      const former = formerWards.inProvince.get(part);
      if (former) return this.succeeded(former);
    }
    return null;
  }

  private findFormerWards(
    parts: readonly PlacePart[],
    provinces: readonly AdminUnit[],
  ): { inDistrict: AdminUnit[]; inProvince: Map<PlacePart, AdminUnit[]> } {
    const inProvince = new Map<PlacePart, AdminUnit[]>();
    for (let index = parts.length - 1; index >= 0; index -= 1) {
      const part = parts[index] as PlacePart;
      const districts = provinces.flatMap((province) => look(this.children(province), part));
      for (const smaller of parts.slice(0, index).reverse()) {
        const wards = districts.flatMap((district) => look(this.children(district), smaller));
        if (wards.length > 0) return { inDistrict: wards, inProvince };
      }
      const anywhere = provinces.flatMap((province) => look(this.oldWards(province), part));
      if (anywhere.length > 0 && (part.type === null || isWardWord(part.type))) inProvince.set(part, anywhere);
    }
    return { inDistrict: [], inProvince };
  }

  private succeeded(oldWards: readonly AdminUnit[]): AddressResolution {
    return this.resolved([...new Set(oldWards.flatMap((ward) => this.units.successors(ward.unitId)))], 'pre-merger');
  }

  private resolved(wards: readonly AdminUnit[], via: 'current' | 'pre-merger' | 'code'): AddressResolution {
    const [ward, ...others] = wards;
    if (!ward) return NOTHING;
    const provinces = new Set(wards.map((candidate) => candidate.parentId));
    const province = provinces.size === 1 ? (this.units.find(ward.parentId ?? '') ?? null) : null;
    if (others.length === 0) return { status: 'resolved', ward, province, candidates: [ward], via };
    return { status: 'ambiguous', ward: null, province, candidates: wards, via };
  }

  private successorProvinces(former: readonly AdminUnit[]): AdminUnit[] {
    const ids = new Set<string>();
    for (const province of former) {
      const [district] = this.units.children(province.unitId);
      const [ward] = district ? this.units.children(district.unitId) : [];
      for (const successor of ward ? this.units.successors(ward.unitId) : [])
        if (successor.parentId) ids.add(successor.parentId);
    }
    return [...ids].map((id) => this.units.find(id)).filter((unit) => unit !== undefined);
  }

  private predecessorProvinces(province: AdminUnit): AdminUnit[] {
    const ids = new Set<string>();
    for (const ward of this.units.children(province.unitId)) {
      for (const old of this.units.predecessors(ward.unitId)) {
        const district = this.units.find(old.parentId ?? '');
        if (district?.parentId) ids.add(district.parentId);
      }
    }
    return [...ids].map((id) => this.units.find(id)).filter((unit) => unit !== undefined);
  }

  private children(unit: AdminUnit): NameIndex {
    return lazily(this.childIndexes, unit.unitId, () => indexByName(this.units.children(unit.unitId)));
  }

  private oldWards(province: AdminUnit): NameIndex {
    return lazily(this.oldWardIndexes, province.unitId, () => {
      const districts = this.units.children(province.unitId);
      return indexByName(districts.flatMap((district) => this.units.children(district.unitId)));
    });
  }
}

const isWardWord = (type: string): boolean => ['phuong', 'xa', 'thi tran', 'dac khu'].includes(type);

/** A part with a type word means the unit of that type; without one, any unit of the name. */
function look(index: NameIndex, part: PlacePart): AdminUnit[] {
  return index.get(part.type ? part.full : part.name) ?? [];
}

function indexByName(units: readonly AdminUnit[]): NameIndex {
  const index: NameIndex = new Map();
  for (const unit of units) {
    const { full, short } = placeKeys(unit.name);
    add(index, full, unit);
    if (short !== full) add(index, short, unit);
  }
  return index;
}

function add(index: NameIndex, key: string, unit: AdminUnit): void {
  const list = index.get(key);
  if (list) list.push(unit);
  else index.set(key, [unit]);
}

function lazily<V>(cache: Map<string, V>, key: string, make: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}
