import { readCriteria } from './read-criteria';
import type { SearchInput } from './search-criteria';

const period = { event: 'arrival', from: '2026-11-01', to: '2026-11-30' } as const;
const read = (input: SearchInput) => {
  const result = readCriteria(input);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result;
};
const faults = (input: SearchInput): string[] => {
  const result = readCriteria(input);
  return result.ok ? [] : result.faults.map(({ code, pointer }) => `${pointer} ${code}`);
};

describe('what is found first', () => {
  const everything: SearchInput = {
    documentNumber: '049190001234',
    phone: '0905000111',
    documentTail: '001234',
    birthYear: 1990,
    plate: '43B-012.34',
    facilityId: 'T-1',
    period,
    name: 'Trần Thị Bình',
  };
  it.each([
    ['number', []],
    ['phone', ['documentNumber']],
    ['tail', ['documentNumber', 'phone']],
    ['trip', ['documentNumber', 'phone', 'documentTail']],
    ['place', ['documentNumber', 'phone', 'documentTail', 'plate']],
    ['name', ['documentNumber', 'phone', 'documentTail', 'plate', 'facilityId']],
    ['area', ['documentNumber', 'phone', 'documentTail', 'plate', 'facilityId', 'name']],
  ] as const)('%s', (path, without) => {
    const input = Object.fromEntries(
      Object.entries(everything).filter(([field]) => !(without as readonly string[]).includes(field)),
    );
    expect(read(input).path).toBe(path);
  });

  it('needs something narrow', () => {
    expect(faults({})).toEqual([' search-too-broad']);
    expect(faults({ period })).toEqual([' search-too-broad']);
    expect(faults({ sex: 'F', period })).toEqual([' search-too-broad']);
    expect(faults({ birthYear: 1990 })).toEqual([' search-too-broad']);
    expect(faults({ name: 'Bình' })).toEqual(['/name search-half-name']);
    expect(faults({ name: 'Bình', period, unitId: 'w20410' })).toEqual(['/name search-half-name']);
    expect(faults({ facilityId: 'T-1' })).toEqual(['/period field-required']);
  });
});

describe('criteria', () => {
  it('are brought into one form', () => {
    const { criteria } = read({
      documentNumber: ' 049 190.001-234 ',
      phone: '+84 905 000 111',
      plate: '43b 012.34',
      nationality: 'vnm',
      birthDate: '1990-08-15',
    });
    expect(criteria).toMatchObject({
      documentNumber: '049190001234',
      phone: '0905000111',
      plate: '43B01234',
      nationality: 'VNM',
      birthYear: 1990,
      asked: ['documentNumber', 'phone', 'birthDate', 'nationality', 'plate'],
    });
  });

  it.each<[string, SearchInput, string]>([
    ['a wildcard in a number', { documentNumber: '0491*' }, '/documentNumber search-wildcard'],
    ['a number of three', { documentNumber: '049' }, '/documentNumber search-number-malformed'],
    ['an end of five', { documentTail: '01234', birthYear: 1990 }, '/documentTail search-tail-malformed'],
    ['an end without the year', { documentTail: '001234' }, '/birthYear field-required'],
    ['a phone of three', { phone: '113' }, '/phone phone-malformed'],
    ['a wildcard in a name', { name: 'Trần %' }, '/name search-wildcard'],
    ['a letter as a name', { name: 'B' }, '/name search-name-too-short'],
    ['signs as a name', { name: '--' }, '/name search-name-too-short'],
    [
      'two birth years',
      { name: 'Trần Bình', birthDate: '1990-08-15', birthYear: 1991 },
      '/birthYear search-birth-contradiction',
    ],
    ['a room nowhere', { name: 'Trần Bình', room: '1' }, '/room search-needs-facility'],
    ['no last day', { birthYear: 1990, period: { event: 'arrival', from: '2026-11-01' } }, '/period/to field-required'],
    [
      'days reversed',
      { birthYear: 1990, period: { from: '2026-11-02', to: '2026-11-01' } },
      '/period/to search-period-reversed',
    ],
    [
      'days of another age',
      { birthYear: 1990, period: { from: '0001-01-01', to: '2026-11-01' } },
      '/period/from search-day-impossible',
    ],
    [
      '32 days of an area',
      { birthYear: 1990, period: { from: '2026-10-01', to: '2026-11-01' } },
      '/period/to search-period-too-long',
    ],
    [
      'two years of a facility',
      { facilityId: 'T', period: { from: '2024-10-01', to: '2026-11-01' } },
      '/period/to search-period-too-long',
    ],
  ])('refuse %s, naming the field', (_what, input, fault) => expect(faults(input)).toEqual([fault]));

  it('take 31 days of an area, a year of a facility, and the days of now without a date', () => {
    expect(faults({ birthYear: 1990, period: { from: '2026-10-01', to: '2026-10-31' } })).toEqual([]);
    expect(faults({ facilityId: 'T', period: { from: '2025-11-25', to: '2026-11-25' } })).toEqual([]);
    expect(read({ facilityId: 'T', period: {} }).criteria.period).toEqual({ event: 'in-house', from: null, to: null });
  });
});
