import {
  compareNames,
  comparePersons,
  explain,
  type MatchReason,
  type PersonDescription,
  REASON_CODES,
  type ReasonCode,
  reasonCatalogue,
} from './index';

const described = (name: string, more: Partial<PersonDescription> = {}): PersonDescription => ({
  names: [name],
  documentNumbers: [],
  birthDates: [],
  sex: null,
  nationality: null,
  ...more,
});
const names = (asked: string, found: string): readonly MatchReason[] => compareNames(asked, found).reasons;
const people = (listed: Partial<PersonDescription>, seen: Partial<PersonDescription>): readonly MatchReason[] =>
  comparePersons(described('Lê Văn An', listed), described('Lê Văn An', seen)).reasons;
const born = (year: number, month?: number, day?: number): Partial<PersonDescription> => ({
  birthDates: [{ year, ...(month && { month }), ...(day && { day }) }],
});

/** What leads to each code: `satisfies` makes a missing one a compile error. */
const EXAMPLES = {
  'name-same': () => names('Lê An', 'LÊ AN'),
  'name-similar': () => comparePersons(described('Lê Văn An'), described('Le Van An')).reasons,
  'name-diacritics-missing': () => names('Lê Văn An', 'Le Van An'),
  'name-marks-lost': () => names('Trần Minh Nhật', 'Trần Minh Nhat'),
  'name-tone-differs': () => names('Trần Thị Hoa', 'Trần Thị Hòa'),
  'name-vowel-differs': () => names('Trần Văn Hùng', 'Trần Văn Hừng'),
  'name-input-remains': () => names('Nguyeexn Văn An', 'Nguyễn Văn An'),
  'name-typing-slip': () => names('Trần Thị Huonwg', 'Trần Thị Huong'),
  'name-misread': () => names('rnai Văn An', 'Mai Văn An'),
  'name-regional-spelling': () => names('Trần Văn Xơn', 'Trần Văn Sơn'),
  'name-variant': () => names('Hoàng Văn An', 'Huỳnh Văn An'),
  'name-transliteration': () => names('Mohamed Haddad', 'Muhammad Haddad'),
  'name-order': () => names('Hans Müller', 'Müller Hans'),
  'name-joined': () => names('Wang Xiaoming', 'Wang Xiao Ming'),
  'name-initial': () => names('Trần V Hùng', 'Trần Văn Hùng'),
  'name-cut-off': () => names('Konstantinopol Jan', 'Konstantinop Jan'),
  'middle-name-missing': () => names('Trần Văn Hùng', 'Trần Hùng'),
  'name-word-missing': () => names('Maria Garcia Lopez', 'Maria Garcia'),
  'name-word-near': () => names('Lê Thị Oanh', 'Lê Thị Anh'),
  'name-word-differs': () => names('Lê Thị Oanh', 'Lê Thị Trúc'),
  'same-number': () => people({ documentNumbers: ['049190001234'] }, { documentNumbers: ['049 190 001 234'] }),
  'number-one-digit-differs': () =>
    people({ documentNumbers: ['049190001234'] }, { documentNumbers: ['049190001243'] }),
  'number-differs': () => people({ documentNumbers: ['049190001234'] }, { documentNumbers: ['001085009999'] }),
  'birth-date-same': () => people(born(1990, 2, 3), born(1990, 2, 3)),
  'birth-date-partial': () => people(born(1990), born(1990, 2, 3)),
  'birth-day-month-swapped': () => people(born(1990, 2, 3), born(1990, 3, 2)),
  'birth-date-one-part-differs': () => people(born(1990, 2, 3), born(1990, 2, 13)),
  'birth-year-same': () => people(born(1990, 2, 3), born(1990, 5, 13)),
  'birth-year-near': () => people(born(1990), born(1991, 5, 13)),
  'birth-date-differs': () => people(born(1950), born(1991, 5, 13)),
  'sex-same': () => people({ sex: 'F' }, { sex: 'F' }),
  'sex-differs': () => people({ sex: 'F' }, { sex: 'M' }),
  'nationality-same': () => people({ nationality: 'D' }, { nationality: 'D' }),
  'nationality-differs': () => people({ nationality: 'D' }, { nationality: 'VNM' }),
} satisfies Record<ReasonCode, () => readonly MatchReason[]>;

describe('explain', () => {
  it('has a text for every code, once', () => {
    expect(reasonCatalogue.map(({ code }) => code).sort()).toEqual([...REASON_CODES].sort());
  });

  it.each(REASON_CODES)('%s can happen, and its text has all it names', (code) => {
    const reason = EXAMPLES[code]().find((one) => one.code === code);
    if (!reason) throw new Error(`No example leads to ${code}: ${JSON.stringify(EXAMPLES[code]())}`);
    for (const language of ['vi', 'en'] as const) {
      const text = explain(reason, language);
      expect(text).not.toMatch(/[{}]|undefined/);
      expect(text.length).toBeGreaterThan(5);
    }
    expect(explain(reason, 'vi')).not.toBe(explain(reason, 'en'));
  });

  it('says the score and the syllable as each language writes them', () => {
    const reason: MatchReason = {
      code: 'name-tone-differs',
      params: { score: 0.93, position: 2, asked: 'hòa', found: 'hoa' },
      weight: -4,
    };
    expect(explain(reason, 'vi')).toBe('tên 0,93: khác dấu ở âm tiết thứ 2 (hòa / hoa)');
    expect(explain(reason, 'en')).toBe('name 0.93: tone differs in word 2 (hòa / hoa)');
  });
});
