import type { AdminUnit, AdminUnits } from './admin-unit';
import { type KnownWords, placeTokens } from './place-text';
import { typeOfName, type PlaceType } from './place-types';

/** A unit with what the resolver asks of it, worked out once. */
export interface Place {
  readonly unit: AdminUnit;
  readonly current: boolean;
  readonly type: PlaceType | null;
  readonly spelling: string;
  /** For a ward: ids of today's wards it is or became. For other units empty. */
  readonly wards: readonly AdminUnit[];
  /** Ids of the districts it lies in or, for a ward of today, that its former communes lay in. */
  readonly districtIds: readonly string[];
  /** Ids of the provinces of its own tree, and of the other tree. */
  readonly provinceIds: readonly string[];
  readonly otherProvinceIds: readonly string[];
}

/**
 * Other names of provinces by GSO code: abbreviations, older names, spellings that differ by more than marks. A code here
 * means the same province in both trees, or is a former one only.
 */
const PROVINCE_ALIASES: Readonly<Record<string, readonly string[]>> = {
  '01': ['hn', 'hatay', 'tphn'],
  '46': ['thuathienhue', 'tthue', 'tth'],
  '66': ['daclac', 'daklac', 'daclak', 'darlac'],
  '67': ['dacnong'],
  '77': ['brvt', 'vungtaubaria'],
  '79': ['hcm', 'tphcm', 'hcmc', 'saigon', 'sg', 'tpsg', 'saigongiadinh'],
};
/** Of the provinces before the merger only. */
const FORMER_PROVINCE_ALIASES: Readonly<Record<string, readonly string[]>> = {
  '22': ['qninh'],
  '44': ['qbinh'],
  '45': ['qtri'],
  '48': ['quangnamdanang', 'qndn', 'dnang'],
  '49': ['quangnamdanang', 'qndn', 'qnam'],
  '51': ['qngai'],
};

/** Places by name. Built once; holds a small record for each unit. */
export class PlaceIndex {
  /** The most words a name is written with, and one to spare for names written apart (La Êê for Laêê). */
  readonly maxWords: number = 1;
  private readonly byName = new Map<string, Place[]>();

  constructor(units: AdminUnits) {
    let words = 1;
    const known: KnownWords = new Map();
    for (const unit of units.all) {
      const tokens = placeTokens(unit.name.normalize('NFC'), known);
      const { type, length } = typeOfName(tokens);
      const name = tokens.slice(length);
      words = Math.max(words, name.length);
      const spelling = name.map((token) => token.spelling).join('');
      const place = { type, spelling, ...whereabouts(unit, units) };
      this.add(name.map((token) => token.key).join(''), place);
      if (unit.level !== 'province' || unit.gsoCode === null) continue;
      const former = place.current ? [] : (FORMER_PROVINCE_ALIASES[unit.gsoCode] ?? []);
      const shared = PROVINCE_ALIASES[unit.gsoCode] ?? [];
      for (const alias of [...shared, ...former]) this.add(alias, place);
    }
    this.maxWords = words + 1;
  }

  find(key: string): readonly Place[] {
    return this.byName.get(key) ?? [];
  }

  private add(key: string, place: Place): void {
    const places = this.byName.get(key);
    if (places) places.push(place);
    else this.byName.set(key, [place]);
  }
}

function whereabouts(unit: AdminUnit, units: AdminUnits): Omit<Place, 'type' | 'spelling'> {
  const provinceIds = idsOf([units.provinceOf(unit.unitId)]);
  const current = unit.validTo === null;
  const others = current ? units.predecessors(unit.unitId) : units.successors(unit.unitId);
  const otherProvinceIds = idsOf(others.map((other) => units.provinceOf(other.unitId)));
  if (unit.level !== 'ward') return { unit, current, wards: [], districtIds: [], provinceIds, otherProvinceIds };
  if (!current) {
    const districtIds = idsOf(units.ancestors(unit.unitId).slice(0, 1));
    return { unit, current, wards: others, districtIds, provinceIds, otherProvinceIds };
  }
  const districtIds = idsOf(others.map((old) => (old.level === 'district' ? old : units.find(old.parentId ?? ''))));
  return { unit, current, wards: [unit], districtIds, provinceIds, otherProvinceIds };
}

const idsOf = (units: readonly (AdminUnit | undefined)[]): string[] => [
  ...new Set(units.filter((unit) => unit !== undefined).map((unit) => unit.unitId)),
];
