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
    'Quảng Nam, Hội An, Minh An, 12 Trần Phú',
    'thon 2 phuong minh an thanh pho hoi an quang nam',
    '12 Trần Phú. P. Minh An. TP. Hội An. Quảng Nam',
    'Phường Minh An, Đà Nẵng',
    'Phường Hội An, Quảng Nam',
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

  it.each([
    ['12 Trần Phú, P. Minh An, TP Hội An, Quảng Nam', '12 Trần Phú'],
    ['Quảng Nam, Hội An, Minh An, 12 Trần Phú', '12 Trần Phú'],
    ['Phường Minh An, Hội An', ''],
  ])('keeps what stands besides the ward: %s', (text, street) => expect(resolver.resolve(text).street).toBe(street));

  it('tells communes of one district apart by their marks, and is unsure without them', () => {
    expect(wardOf('Xã Tam Đàn, Huyện Phú Ninh, Quảng Nam')).toBe('Xã Chiên Đàn');
    expect(wardOf('Xã Tam Dân, Huyện Phú Ninh, Quảng Nam')).toBe('Xã Phú Ninh');
    expect(resolver.resolve('Xa Tam Dan, Huyen Phu Ninh, Quang Nam')).toMatchObject({
      status: 'ambiguous',
      province: { name: 'Thành phố Đà Nẵng' },
      candidates: [{ name: 'Xã Chiên Đàn' }, { name: 'Xã Phú Ninh' }],
    });
  });

  it('is sure of the province when an old ward was divided', () => {
    expect(resolver.resolve('Phường Hòa Minh, Quận Liên Chiểu, Đà Nẵng')).toMatchObject({
      status: 'ambiguous',
      ward: null,
      province: { name: 'Thành phố Đà Nẵng' },
      candidates: [{ name: 'Phường Hòa Khánh' }, { name: 'Phường Thanh Khê' }],
    });
  });

  it('takes a bare name for the former district when it may be that as well', () => {
    const hoiAn = resolver.resolve('Hội An, Quảng Nam');
    expect(hoiAn).toMatchObject({ status: 'province', ward: null, province: { name: 'Thành phố Đà Nẵng' } });
    expect(hoiAn.candidates.map((ward) => ward.name)).toContain('Phường Hội An');
    expect(wardOf('Huyện Lý Sơn, Quảng Ngãi')).toBe('Đặc khu Lý Sơn');
  });

  it('does not look for a ward elsewhere than the text says', () => {
    expect(resolver.resolve('Xã Phú Xuân, Huyện Phú Xuyên, Hà Tây')).toMatchObject({
      status: 'province',
      province: { name: 'Thành phố Hà Nội' },
    });
    expect(resolver.resolve('Minh An').status).toBe('unresolved');
  });

  const plain = (text: string): string =>
    text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
  const abbreviated = (text: string): string =>
    text
      .replace(/Phường (?=\d)/, 'P')
      .replace('Phường ', 'P. ')
      .replace('Xã ', 'X.')
      .replace('Thị trấn ', 'TT. ')
      .replace('Quận ', 'Q.')
      .replace('Huyện ', 'H. ')
      .replace('Thị xã ', 'TX ')
      .replaceAll('Thành phố ', 'TP ')
      .replace('Tỉnh ', 'T. ');

  // Of 10,804 former wards 25 were divided: those must be ambiguous with every part named. What else is ambiguous shares its
  // name with a neighbour: by marks alone where these are missing (Tam Dân, Tam Đàn), or by type word where that is.
  it.each<[string, (parts: string[]) => string, number]>([
    ['in full', (parts) => `Thôn 2, ${parts.join(', ')}`, 10_779],
    ['abbreviated', (parts) => abbreviated(`12 Lê Lợi, ${parts.join(', ')}`), 10_779],
    ['upper case', (parts) => parts.join(' - ').toUpperCase(), 10_777],
    ['largest first', (parts) => [...parts].reverse().join(', '), 10_779],
    ['without commas', (parts) => `thôn 2 ${parts.join(' ')}`, 10_778],
    ['without marks', (parts) => plain(parts.join(', ')), 10_747],
  ])('resolves every former ward: %s', (_, write, floor) => {
    const former = rows.units.filter((unit) => unit.level === 'ward' && unit.validTo !== null);
    let resolved = 0;
    let wrong = 0;
    for (const ward of former) {
      const places = [ward, ...units.ancestors(ward.unitId)];
      const { status, candidates } = resolver.resolve(write(places.map((place) => place.name)));
      const successors = units.successors(ward.unitId);
      if (!successors.every((successor) => candidates.includes(successor))) wrong += 1;
      else if (status === 'resolved') resolved += 1;
    }
    expect({ former: former.length, wrong }).toEqual({ former: 10_804, wrong: 0 });
    expect(resolved).toBeGreaterThanOrEqual(floor);
  });

  it.each<[string, (parts: string[]) => string, number]>([
    ['in full', (parts) => `Tổ 5, ${parts.join(', ')}`, 3_321],
    ['upper case', (parts) => parts.join(' - ').toUpperCase(), 3_318],
    ['without commas', (parts) => parts.join(' '), 3_318],
    ['without marks', (parts) => plain(parts.join(', ')), 3_305],
  ])('resolves every ward of today: %s', (_, write, floor) => {
    const today = rows.units.filter((unit) => unit.level === 'ward' && unit.validTo === null);
    const results = today.map((ward) => {
      const places = [ward, ...units.ancestors(ward.unitId)];
      return { ...resolver.resolve(write(places.map((place) => place.name))), wanted: ward };
    });
    expect(results.filter(({ candidates, wanted }) => !candidates.includes(wanted))).toEqual([]);
    expect(results.filter(({ status }) => status === 'resolved').length).toBeGreaterThanOrEqual(floor);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        expect(['resolved', 'ambiguous', 'province', 'unresolved']).toContain(resolver.resolve(text).status);
      }),
    );
  });

  it('never throws on words of addresses in any order', () => {
    const word = fc.constantFrom(
      'Phường',
      'P',
      'xa',
      'TP.',
      'Q',
      '12',
      'Minh An',
      'Hội An',
      'Quảng Nam',
      ',',
      '-',
      'Hà Nội',
      'T',
      'ở',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const { status, ward, candidates } = resolver.resolve(words.join(' '));
        expect(ward !== null).toBe(status === 'resolved');
        expect(candidates.length).toBeLessThanOrEqual(50);
      }),
    );
  });
});
