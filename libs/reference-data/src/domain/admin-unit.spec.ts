import { readBundledRows } from '../bundled-data';
import { AdminUnits } from './admin-unit';

const rows = readBundledRows();
const units = new AdminUnits(rows.units, rows.successions);
const names = (list: readonly { name: string }[]): string[] => list.map(({ name }) => name);

describe('AdminUnits', () => {
  it('has both trees, each unit once', () => {
    const count = (level: string, former: boolean): number =>
      rows.units.filter((unit) => unit.level === level && (unit.validTo !== null) === former).length;
    expect([count('province', false), count('district', false), count('ward', false)]).toEqual([34, 0, 3_321]);
    expect([count('province', true), count('district', true), count('ward', true)]).toEqual([63, 698, 10_804]);
    expect(new Set(rows.units.map((unit) => unit.unitId)).size).toBe(rows.units.length);
  });

  it('changes tree at midnight of 2025-07-01', () => {
    expect(units.findByGso('20410', '2025-06-30')?.name).toBe('Phường Sơn Phong');
    expect(units.findByGso('20410', '2025-07-01')?.name).toBe('Phường Hội An');
    expect(units.findByGso('49', '2025-06-30')?.name).toBe('Tỉnh Quảng Nam');
    expect(units.findByGso('49', '2025-07-01')).toBeUndefined();
    expect(units.findByGso('48', '2025-07-01')?.name).toBe('Thành phố Đà Nẵng');
  });

  it('goes up and across the trees', () => {
    const minhAn = units.findByGso('20398', '2025-06-30');
    expect(names(units.ancestors(minhAn?.unitId ?? ''))).toEqual(['Thành phố Hội An', 'Tỉnh Quảng Nam']);
    expect(names(units.successors(minhAn?.unitId ?? ''))).toEqual(['Phường Hội An']);
    expect(names(units.predecessors('p48')).sort()).toEqual(['Thành phố Đà Nẵng', 'Tỉnh Quảng Nam']);
    expect(units.children('p48')).toHaveLength(94);
    expect(names(units.successors('old:quang-nam:thanh-pho-hoi-an')).sort()).toEqual([
      'Phường Hội An',
      'Phường Hội An Tây',
      'Phường Hội An Đông',
      'Xã Tân Hiệp',
    ]);
  });

  it('leaves nothing without a parent or a successor', () => {
    const lost = rows.units.filter(
      (unit) =>
        (unit.level !== 'province' && !units.find(unit.parentId ?? '')) ||
        (unit.validTo !== null && units.successors(unit.unitId).length === 0) ||
        (unit.validTo === null && units.predecessors(unit.unitId).length === 0),
    );
    expect(names(lost)).toEqual([]);
  });
});
