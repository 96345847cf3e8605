import { type FoundStay, rank, reasonsOf } from './rank';
import { readCriteria } from './read-criteria';
import type { SearchInput } from './search-criteria';

let serial = 0;
const stay = (some: Partial<FoundStay> = {}): FoundStay => ({
  facilityId: 'f',
  stayId: `s${String((serial += 1)).padStart(4, '0')}`,
  arrivedAt: new Date('2026-11-20T08:00:00Z'),
  cancelled: false,
  documentNumber: `04919000${String(serial).padStart(4, '0')}`,
  fullName: 'Nguyễn Văn Hùng',
  birthDate: '1985-03-12',
  sex: 'M',
  nationality: 'VNM',
  phone: null,
  ...some,
});
const criteria = (input: SearchInput) => {
  const read = readCriteria(input);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.criteria;
};
const names = (input: SearchInput, ...found: FoundStay[]): string[] =>
  rank(criteria(input), found).map(({ stays }) => stays[0]?.fullName ?? '');

describe('ranking', () => {
  it('puts the nearest name first and leaves other names out', () => {
    const found = ['Nguyễn Hùng', 'Lê Thị Lan', 'Nguyễn Văn Hùng', 'Nguyễn Văn Hừng'].map((fullName) =>
      stay({ fullName }),
    );
    const ranked = names({ name: 'Nguyễn Văn Hùng' }, ...found);
    expect(ranked[0]).toBe('Nguyễn Văn Hùng');
    expect(ranked).not.toContain('Lê Thị Lan');
    expect(ranked).toContain('Nguyễn Văn Hừng');
  });

  it('holds values against values: a fingerprint shared by chance is no hit', () => {
    const found = stay({ documentNumber: '049190001234', phone: '0905000111' });
    expect(names({ documentNumber: '049190001234' }, found)).toHaveLength(1);
    expect(names({ documentNumber: '049190001235' }, found)).toEqual([]);
    expect(names({ phone: '0905000112' }, found)).toEqual([]);
    expect(names({ documentTail: '001235', birthYear: 1985 }, found)).toEqual([]);
    expect(names({ name: 'Nguyễn Văn Hùng', birthDate: '1985-03-13' }, found)).toEqual([]);
  });

  it('takes one number for one person, newest stay first and cancelled ones last', () => {
    const number = '049190007777';
    const [old, newest, cancelled] = [
      stay({ documentNumber: number, arrivedAt: new Date('2026-01-01') }),
      stay({ documentNumber: number, arrivedAt: new Date('2026-11-01') }),
      stay({ documentNumber: number, arrivedAt: new Date('2026-11-20'), cancelled: true }),
    ];
    const [person, ...others] = rank(criteria({ name: 'Nguyễn Văn Hùng' }), [old, cancelled, newest]);
    expect(others).toEqual([]);
    expect(person?.stays).toEqual([newest, old, cancelled]);
  });

  it('tells people without papers apart by name and birth date', () => {
    const nobody = { documentNumber: null };
    const found = [
      stay(nobody),
      stay({ ...nobody, birthDate: '1985-03-13' }),
      stay({ ...nobody, fullName: 'Hùng Nguyễn Văn' }),
    ];
    expect(
      rank(criteria({ name: 'Nguyễn Văn Hùng' }), found)
        .map(({ stays }) => stays.length)
        .sort(),
    ).toEqual([1, 2]);
  });

  it('shows who has the number whatever the name, and says that it differs', () => {
    const found = stay({ documentNumber: '049190001234' });
    const asked = criteria({ documentNumber: '049190001234', name: 'Trần Thị Lan' });
    expect(rank(asked, [found])).toHaveLength(1);
    const codes = reasonsOf(asked, found).map(({ code }) => code);
    expect(codes[0]).toBe('same-number');
    expect(codes.some((code) => code.startsWith('name-'))).toBe(true);
  });

  it('always says why', () => {
    const found = stay();
    const period = { event: 'arrival', from: '2026-11-20', to: '2026-11-21' } as const;
    expect(reasonsOf(criteria({ facilityId: 'f', period }), found)).toEqual([{ code: 'criteria-fit', params: {} }]);
    expect(reasonsOf(criteria({ name: 'hung', birthYear: 1985 }), found).map(({ code }) => code)).toContain(
      'name-part',
    );
    expect(rank(criteria({ name: 'lan', birthYear: 1985 }), [found])).toEqual([]);
  });
});
