import fc from 'fast-check';
import { readBundledRows } from '../bundled-data';
import { AddressResolver } from './address-resolver';
import { AdminUnits } from './admin-unit';

const rows = readBundledRows();
const units = new AdminUnits(rows.units, rows.successions);
const resolver = new AddressResolver(units);

const wardOf = (text: string): string | undefined => resolver.resolve(text).ward?.name;

describe('AddressResolver', () => {
  it('knows today 34 provinces and 3,321 wards', () => {
    const today = rows.units.filter((unit) => unit.validTo === null);
    expect(today.filter((unit) => unit.level === 'province')).toHaveLength(34);
    expect(today.filter((unit) => unit.level === 'ward')).toHaveLength(3_321);
    expect(units.findByPortalCode('501920410')?.name).toBe('Phường Hội An');
  });

  it.each([
    'Phường Minh An, Thành phố Hội An, Quảng Nam',
    'Thôn 2, Phường Minh An, Thành phố Hội An, Tỉnh Quảng Nam',
    '12 Trần Phú, P. Minh An, TP Hội An, T. Quảng Nam',
    '12 Trần Phú, P.Minh An, TP.Hội An, Quảng Nam',
    'phuong minh an, tp hoi an, quang nam',
    'PHƯỜNG MINH AN - THÀNH PHỐ HỘI AN - QUẢNG NAM',
    'Phường Minh An; Thành phố Hội An; Quảng Nam',
    'Minh An, Hội An, Quảng Nam',
    'Phường Minh An Thành phố Hội An Tỉnh Quảng Nam',
    'Phường Minh An, Thành phố Hội An, Quảng Nam'.normalize('NFD'),
    'Phường Hội An, Thành phố Đà Nẵng',
    'Phường Hội An, Đà Nẵng',
  ])('finds Phường Hội An in %j', (text) => {
    expect(wardOf(text)).toBe('Phường Hội An');
  });

  it.each([
    ['Phường 12, Quận Gò Vấp, TP.HCM', 'Phường An Hội Tây'],
    ['P12, Q. Gò Vấp, Thành phố Hồ Chí Minh', 'Phường An Hội Tây'],
    ['P.12 Q.Gò Vấp TP.HCM', 'Phường An Hội Tây'],
    ['phường 12, quận gò vấp, sài gòn', 'Phường An Hội Tây'],
  ])('finds numbered wards: %s', (text, ward) => expect(wardOf(text)).toBe(ward));

  it('is content with the province when the ward is unknown', () => {
    expect(resolver.resolve('Quảng Nam')).toMatchObject({
      status: 'province',
      ward: null,
      province: { name: 'Thành phố Đà Nẵng' },
    });
    expect(resolver.resolve('Phường Không Có, Thành phố Đà Nẵng')).toMatchObject({ status: 'province' });
  });

  it('takes portal codes before text', () => {
    expect(resolver.resolve('vô nghĩa', { wardCode: '501920410' }).ward?.name).toBe('Phường Hội An');
    expect(resolver.resolve('Phường Hội An', { provinceCode: '501' }).ward?.name).toBe('Phường Hội An');
    expect(resolver.resolve('Phường Hội An', { provinceCode: '000' }).status).toBe('unresolved');
    expect(resolver.resolve('Phường Hội An, Đà Nẵng', { wardCode: '1' }).status).toBe('unresolved');
  });

  it('resolves or names as a candidate the successor of every old ward', () => {
    const misses: string[] = [];
    let resolved = 0;
    for (const { oldUnitId, newUnitId } of rows.successions) {
      const ward = units.find(oldUnitId);
      const district = units.find(ward?.parentId ?? '');
      const province = units.find(district?.parentId ?? '');
      const text = `${ward?.name}, ${district?.name}, ${province?.name}`;
      for (const written of [text, text.toUpperCase(), text.normalize('NFD').replace(/\p{M}/gu, '')]) {
        const result = resolver.resolve(written);
        if (result.candidates.some((candidate) => candidate.unitId === newUnitId)) resolved += 1;
        else misses.push(`${written} -> ${result.candidates.map((c) => c.name).join('/')}`);
      }
    }
    expect(misses).toEqual([]);
    expect(resolved).toBe(rows.successions.length * 3);
  });

  it('resolves every ward of today as it is written today', () => {
    const misses = rows.units
      .filter((unit) => unit.level === 'ward' && unit.validTo === null)
      .filter((unit) => {
        const text = `${unit.name}, ${units.find(unit.parentId ?? '')?.name}`;
        return !resolver.resolve(text).candidates.some((candidate) => candidate.unitId === unit.unitId);
      })
      .map((unit) => unit.name);
    expect(misses).toEqual([]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        expect(['resolved', 'ambiguous', 'province', 'unresolved']).toContain(resolver.resolve(text).status);
      }),
    );
  });
});
