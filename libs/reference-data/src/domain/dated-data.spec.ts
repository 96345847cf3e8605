import { readBundledRows } from '../bundled-data';
import { CodeTables, facilityKind } from './code-tables';
import { RuleBook } from './rule-book';

const rows = readBundledRows();

describe('RuleBook', () => {
  const book = new RuleBook(rows.rules);

  it('changes law at midnight of the day a rule ends', () => {
    const source = (day: string) =>
      rows.rules.find((r) => r.key === 'stay.deadline' && r.validFrom <= day && (!r.validTo || day < r.validTo))
        ?.sourceVi;
    expect(source('2026-06-30')).toContain('68/2020');
    expect(source('2026-07-01')).toContain('118/2025');
    expect(book.get('stay.deadline', '2026-06-30')).toEqual({ cutoff: '23:00', nextDayDue: '08:00' });
    expect(book.find('stay.close-relative-single-notice', '2026-06-30')).toEqual({ allowed: true });
    expect(book.find('stay.close-relative-single-notice', '2026-07-01')).toBeUndefined();
  });

  it('has one rule of a key at a time, each with its source', () => {
    for (const rule of rows.rules) {
      expect(rule.sourceVi.length).toBeGreaterThan(5);
      const same = rows.rules.filter((other) => other.key === rule.key && other !== rule);
      for (const other of same)
        expect(other.validFrom >= (rule.validTo ?? '9999') || (other.validTo ?? '9999') <= rule.validFrom).toBe(true);
    }
  });

  it('says which rule is missing', () => {
    expect(() => book.get('fine.not-declaring', '2020-01-01')).toThrow(
      'No rule fine.not-declaring was in force on 2020-01-01',
    );
  });
});

describe('CodeTables', () => {
  const tables = new CodeTables(rows.codes);
  const day = '2026-11-23';

  it('has the tables of the portal, in both languages', () => {
    expect(tables.names).toEqual([
      'cancel-reason',
      'document-type',
      'facility-kind',
      'gender',
      'inspection-finding',
      'look-purpose',
      'nationality',
      'relation-to-patient',
      'residence-kind',
      'stay-reason',
    ]);
    expect(tables.list('stay-reason', day)).toHaveLength(20);
    expect(tables.list('document-type', day)?.map((entry) => entry.labelVi)).toContain('Thẻ Căn Cước');
    expect(tables.find('nationality', 'D', day)).toMatchObject({ labelVi: 'Đức', labelEn: 'Germany' });
    expect(tables.has('nationality', 'DEU', day)).toBe(false);
    expect(rows.codes.every((entry) => entry.labelVi && entry.labelEn)).toBe(true);
  });

  it('maps every facility kind to the portal and to the stays it declares', () => {
    for (const { code } of tables.list('facility-kind', day) ?? []) {
      const kind = facilityKind(tables, code, day);
      expect(['CC', 'KCN', 'KS', 'NDKD', 'VL', 'XK']).toContain(kind?.kbttKind);
      expect(kind?.stayKinds.length).toBeGreaterThan(0);
    }
    expect(facilityKind(tables, 'khach-san', '2014-12-31')).toBeUndefined();
    expect(tables.list('no-such-table', day)).toBeUndefined();
  });
});
