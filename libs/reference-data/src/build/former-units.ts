import type { AdminLevel } from '../domain/admin-unit';
import { FORMER_PROVINCE_CODES } from './former-provinces';
import type { SourceMapping, SourceWard } from './source-package';
import { shortName, slug, spellingKey } from './unit-names';

/** A unit of the tree before 2025-07-01 with the ids of today's units it went into. */
export interface FormerUnit {
  readonly unitId: string;
  readonly level: AdminLevel;
  gsoCode: string;
  readonly name: string;
  readonly parentId: string;
  readonly successors: Set<string>;
}

/**
 * The former tree out of the mappings. Spellings of one name are one unit. A commune that became a ward shortly before the
 * merger stays twice, as `Xã` and as `Phường`: cards carry both.
 */
export function formerUnits(mappings: readonly SourceMapping[], wards: readonly SourceWard[]): FormerUnit[] {
  const units = new Map<string, FormerUnit>();
  const ids = new Set<string>();
  const provinceOfWard = new Map(wards.map((ward) => [ward.code, ward.provinceCode]));

  const unit = (key: string, make: () => Omit<FormerUnit, 'successors'>): FormerUnit => {
    const known = units.get(key);
    if (known) return known;
    const made = { ...make(), successors: new Set<string>() };
    if (ids.has(made.unitId)) throw new Error(`Two former units would be called ${made.unitId}`);
    ids.add(made.unitId);
    units.set(key, made);
    return made;
  };

  // Two communes of a district may differ by marks alone (Tam Dân, Tam Đàn): their ids end in their codes.
  const sharing = new Map<string, Set<string>>();
  for (const { province, district, ward } of mappings) {
    const plain = [province, district, ward].map(slug).join('|');
    sharing.set(plain, (sharing.get(plain) ?? new Set()).add(spellingKey(ward)));
  }
  // With a code first: the spelling of a coded row is the official one.
  const ordered = [...mappings].sort((a, b) => order(a, b));
  for (const { code, ward, district, province, newWardCode } of ordered) {
    const provinceKey = spellingKey(province);
    const districtKey = `${provinceKey}|${spellingKey(district)}`;
    const provinceCode = FORMER_PROVINCE_CODES.get(shortName(province));
    if (!provinceCode) throw new Error(`No code is known for ${province}`);
    const provinceUnit = unit(provinceKey, () => {
      return {
        unitId: `old:${slug(shortName(province))}`,
        level: 'province',
        gsoCode: provinceCode,
        name: province,
        parentId: '',
      };
    });
    provinceUnit.successors.add(`p${provinceOfWard.get(newWardCode) ?? ''}`);
    const districtUnit = unit(districtKey, () => {
      const unitId = `${provinceUnit.unitId}:${slug(district)}`;
      return { unitId, level: 'district', gsoCode: '', name: district, parentId: provinceUnit.unitId };
    });
    const newId = `w${newWardCode}`;
    if (ward === '') {
      districtUnit.successors.add(newId);
      continue;
    }
    const wardUnit = unit(`${districtKey}|${spellingKey(ward)}`, () => {
      const shared = (sharing.get([province, district, ward].map(slug).join('|'))?.size ?? 0) > 1;
      const unitId = `${districtUnit.unitId}:${slug(ward)}${shared ? `-${code}` : ''}`;
      return { unitId, level: 'ward', gsoCode: code, name: ward, parentId: districtUnit.unitId };
    });
    wardUnit.successors.add(newId);
  }
  return [...units.values()];
}

function order(a: SourceMapping, b: SourceMapping): number {
  const key = (m: SourceMapping): string =>
    [m.code || '~', slug(m.province), slug(m.district), slug(m.ward), m.ward, m.newWardCode].join('|');
  return key(a) < key(b) ? -1 : 1;
}
