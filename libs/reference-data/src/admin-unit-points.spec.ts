import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBundledRows } from './bundled-data';
import { parseCsv } from './csv';
import { dataFolder } from './data-folder';
import { type AdminUnit, AdminUnits, type GeoPoint } from './domain/admin-unit';

const TODAY = '2026-11-23';
const EARTH_KM = 6_371;

const rows = readBundledRows();
const units = new AdminUnits(rows.units, rows.successions);
const lines = parseCsv(readFileSync(join(dataFolder(), 'admin-unit-points.csv'), 'utf8'));
const pointed = rows.units.filter((unit): unit is AdminUnit & { point: GeoPoint } => unit.point !== null);
const wards = pointed.filter(({ level }) => level === 'ward');

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
function kilometres(a: GeoPoint, b: GeoPoint): number {
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const chord = half(a.lat, b.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(a.lon, b.lon);
  return 2 * EARTH_KM * Math.asin(Math.sqrt(chord));
}
const within = ({ lat, lon }: GeoPoint, [west, south, east, north]: readonly number[]): boolean =>
  west !== undefined && south !== undefined && east !== undefined && north !== undefined
    ? west <= lon && lon <= east && south <= lat && lat <= north
    : false;
const wrong = <U extends AdminUnit>(list: readonly U[], isRight: (unit: U) => boolean): string[] =>
  list.filter((unit) => !isRight(unit)).map(({ unitId, name }) => `${unitId} ${name}`);

describe('points of administrative units', () => {
  it('belong to units of today, each once, under the name that the source joined them by', () => {
    expect(pointed).toHaveLength(lines.length);
    for (const { unit_id = '', name } of lines) {
      const unit = units.find(unit_id);
      expect([unit_id, unit?.name, unit?.validTo]).toEqual([unit_id, name, null]);
      expect(unit?.validFrom && unit.validFrom <= TODAY).toBe(true);
    }
  });

  it('are there for every province, and for a province’s wards all or none', () => {
    const provinces = units.children(null).filter(({ validTo }) => validTo === null);
    expect(wrong(provinces, ({ point }) => point !== null)).toEqual([]);
    const counts = provinces.map(({ unitId }) => {
      const all = units.children(unitId);
      return [unitId, all.filter(({ point }) => point).length, all.length] as const;
    });
    expect(counts.filter(([, some, all]) => some !== 0 && some !== all)).toEqual([]);
    expect(counts.filter(([, some]) => some > 0)).toEqual([
      ['p01', 126, 126],
      ['p46', 40, 40],
      ['p48', 94, 94],
    ]);
  });

  it('lie in Vietnam, its islands and sea included', () => {
    expect(wrong(pointed, ({ point }) => within(point, [102.1, 6.5, 117.9, 23.4]))).toEqual([]);
  });

  it('lie near the middle of their province; only the special zones far out at sea do not', () => {
    const distance = (ward: AdminUnit & { point: GeoPoint }): number => {
      const centre = units.provinceOf(ward.unitId)?.point;
      return centre ? kilometres(ward.point, centre) : Infinity;
    };
    const limit = ({ name }: AdminUnit): number => (name.startsWith('Đặc khu ') ? 600 : 100);
    expect(wrong(wards, (ward) => distance(ward) < limit(ward))).toEqual([]);
  });

  it('surround the point of their province', () => {
    for (const provinceId of ['p01', 'p46', 'p48']) {
      const centre = units.find(provinceId)?.point;
      const around = wards.filter(({ parentId, name }) => parentId === provinceId && !name.startsWith('Đặc khu '));
      const mean = (axis: keyof GeoPoint): number =>
        around.reduce((sum, { point }) => sum + point[axis], 0) / around.length;
      expect(centre && kilometres(centre, { lat: mean('lat'), lon: mean('lon') })).toBeLessThan(25);
    }
  });

  it('are apart: no two share one, nor lie within half a kilometre', () => {
    const close = wards.flatMap((one, at) =>
      wards
        .slice(at + 1)
        .filter((other) => kilometres(one.point, other.point) < 0.5)
        .map(({ name }) => [one.name, name]),
    );
    expect(close).toEqual([]);
    expect(new Set(pointed.map(({ point }) => `${point.lat} ${point.lon}`)).size).toBe(pointed.length);
  });

  // Boxes of the outlines in thanglequoc/vietnamese-provinces-database, json/geojson/48_da_nang at 0c090173.
  it.each([
    ['w20410', [108.303675, 15.854582, 108.361196, 15.886089]],
    ['w20950', [107.949997, 14.951316, 108.162971, 15.09581]],
    ['w20333', [111.185277, 15.693082, 112.736122, 17.120279]],
  ])('lie within the outline that another publisher gives (%s)', (unitId, box) => {
    const point = units.find(unitId)?.point;
    expect(point && within(point, box)).toBe(true);
  });
});
