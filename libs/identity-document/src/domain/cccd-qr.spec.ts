import fc from 'fast-check';
import { parseCccdQr } from './cccd-qr';
import type { ScannedDocument } from './scanned-document';

const QR = '049190001234|205123456|TRẦN THỊ BÌNH|15081990|Nữ|Phường Minh An, Thành phố Hội An, Quảng Nam|10052021';

function read(text: string): { document: Partial<ScannedDocument>; codes: string[] } {
  const result = parseCccdQr(text);
  const codes = result.findings.map((finding) => `${finding.code} ${finding.field}`);
  return { document: result.ok ? result.document : {}, codes };
}

describe('parseCccdQr', () => {
  it('reads the seven fields', () => {
    expect(read(QR)).toEqual({
      codes: [],
      document: {
        format: 'cccd-qr',
        documentType: 1,
        documentNumber: '049190001234',
        oldDocumentNumber: '205123456',
        fullName: 'TRẦN THỊ BÌNH',
        birthDate: '1990-08-15',
        sex: 'F',
        nationality: 'VNM',
        address: 'Phường Minh An, Thành phố Hội An, Quảng Nam',
        issuedOn: '2021-05-10',
        issuingState: 'VNM',
        extras: [],
      },
    });
  });

  const whole = read(QR).document;

  it.each([
    ['decomposed text', QR.normalize('NFD')],
    ['a byte order mark and line ends', `\uFEFF${QR}  \r\n`],
    ['spaces around the fields', QR.replaceAll('|', ' | ')],
    ['a separator at the end', `${QR}||`],
    ['dates with slashes', QR.replace('15081990', '15/08/1990').replace('10052021', '10/5/2021')],
    ['dates with dashes', QR.replace('15081990', '15-08-1990').replace('10052021', '2021-05-10')],
    ['the bar of a line drawing', QR.replaceAll('|', '│')],
    ['tabs', QR.replaceAll('|', '\t')],
    ['semicolons', QR.replaceAll('|', ';')],
    ['a line for each field', QR.replaceAll('|', '\r\n')],
    ['a dotted number', QR.replace('049190001234', '049.190.001.234')],
    ['full-width labels', QR.replace('Nữ', 'Giới tính： Nữ')],
    [
      'labels',
      'Số CCCD: 049190001234|Số CMND: 205123456|Họ và tên: TRẦN THỊ BÌNH|Ngày sinh: 15/08/1990|Giới tính: Nữ|' +
        'Nơi thường trú: Phường Minh An, Thành phố Hội An, Quảng Nam|Ngày cấp: 10/05/2021',
    ],
  ])('reads the same from %s', (_what, text) => expect(read(text)).toEqual({ codes: [], document: whole }));

  it('reads six fields: without the day of issue, or without the old number', () => {
    const { issuedOn, ...withoutIssue } = whole;
    expect(read(QR.slice(0, QR.lastIndexOf('|')))).toEqual({ codes: [], document: withoutIssue });
    const { oldDocumentNumber, ...withoutOld } = whole;
    expect(read(QR.replace('205123456|', ''))).toEqual({ codes: [], document: withoutOld });
    expect(read(QR.replace('205123456', ''))).toEqual({ codes: [], document: withoutOld });
    expect([issuedOn, oldDocumentNumber]).toEqual(['2021-05-10', '205123456']);
  });

  it('keeps the fields that 2024 cards add', () => {
    expect(read(`${QR.replace('10052021', '01082024')}||NGUYỄN VĂN TÁM|LÊ THỊ CHÍN||`).document).toMatchObject({
      issuedOn: '2024-08-01',
      extras: ['', 'NGUYỄN VĂN TÁM', 'LÊ THỊ CHÍN'],
    });
  });

  it('takes a card issued since the Luật Căn cước took effect for a Thẻ Căn cước', () => {
    expect(read(QR.replace('10052021', '30062024')).document.documentType).toBe(1);
    expect(read(QR.replace('10052021', '01072024')).document.documentType).toBe(8);
  });

  it.each(['00001990', '00/00/1990', '1990', '__/__/1990', '00081990'])(
    'keeps the year of the birth date %s',
    (date) => {
      const { document, codes } = read(QR.replace('15081990', date));
      expect(document.birthDate).toBe('1990');
      expect(codes).toEqual(['birth-date-year-only birthDate']);
    },
  );

  it.each([
    ['Nam', 'M'],
    ['NAM', 'M'],
    ['nam ', 'M'],
    ['Nữ', 'F'],
    ['NỮ', 'F'],
    ['nữ'.normalize('NFD'), 'F'],
  ])('reads the sex %j', (text, sex) => {
    const { document, codes } = read(QR.replace('Nữ', text));
    expect(document.sex).toBe(sex);
    expect(codes).toEqual([]);
  });

  it.each(['Nuwx', 'NUWX', 'Nu74', 'Nu', 'N?', 'N\uFFFD', 'Nưx', 'Ná»¯'])(
    'reads the mangled sex %j with a doubt',
    (text) => {
      const { document, codes } = read(QR.replace('Nữ', text));
      expect(document.sex).toBe('F');
      expect(codes).toEqual(['scan-keyboard-mangled sex']);
    },
  );

  it.each([
    ['Telex keys left', 'TRẦN THỊ BÌNH', 'TRAANF THIJ BINHF'],
    ['Telex keys after marks', 'TRẦN', 'TRẦNF'],
    ['marks doubled', 'TRẦN', 'TRẦÀN'],
    ['VNI digits left', 'TRẦN', 'TRA62N'],
    ['vowels swallowed', 'TRẦN THỊ BÌNH', 'TRN TH BNH'],
    ['the commonest name swallowed', 'TRẦN', 'NGUYN'],
    ['question marks', 'TRẦN', 'TR?N'],
    ['another encoding', 'TRẦN THỊ BÌNH', 'TRáº¦N THá»\u008A BÃ\u008CNH'],
  ])('doubts a name with %s, and keeps it', (_what, from, to) => {
    const { document, codes } = read(QR.replace(from, to));
    expect(codes).toEqual(['scan-keyboard-mangled fullName']);
    expect(document).toMatchObject({ documentNumber: '049190001234', birthDate: '1990-08-15', issuedOn: '2021-05-10' });
    expect(document.fullName).toBeTruthy();
  });

  it('doubts a whole card without marks, and a mangled address', () => {
    const plain = '049190001234||TRAN THI BINH|15081990|Nam|Minh An, Hoi An, Quang Nam|10052021';
    expect(read(plain).codes).toEqual(['scan-keyboard-mangled fullName']);
    expect(read(QR.replace('Phường', 'Phuwowngf')).codes).toEqual(['scan-keyboard-mangled address']);
  });

  it.each([
    ['number', '049190001234', '04919000123', 'documentNumber'],
    ['old number', '205123456', '20512345', 'oldDocumentNumber'],
    ['name', 'TRẦN THỊ BÌNH', '-', 'fullName'],
    ['birth date', '15081990', '31021990', 'birthDate'],
    ['month without a day', '15081990', '00131990', 'birthDate'],
    ['sex', 'Nữ', '???', 'sex'],
    ['address', 'Phường Minh An, Thành phố Hội An, Quảng Nam', '', 'address'],
    ['day of issue', '10052021', '99', 'issuedOn'],
    ['day of issue without a day', '10052021', '00002021', 'issuedOn'],
  ])('leaves an unreadable %s to the clerk', (_what, from, to, field) => {
    const result = parseCccdQr(QR.replace(from, to));
    expect(result.findings).toEqual([{ code: 'scan-field-unreadable', severity: 'warning', field, params: { field } }]);
    expect(result.ok && result.document).not.toHaveProperty(field);
  });

  it('takes an unreadable birth date for one also where the old number is left out', () => {
    const { document, codes } = read('049190001234|TRẦN THỊ BÌNH|??|Nữ|Hội An, Quảng Nam|10052021');
    expect(codes).toEqual(['scan-field-unreadable birthDate']);
    expect(document.fullName).toBe('TRẦN THỊ BÌNH');
  });

  it('keeps a colon that is part of the address', () => {
    const { document } = read(QR.replace('Phường Minh An', 'Chung cư Sông Hàn: Khối B'));
    expect(document.address).toBe('Chung cư Sông Hàn: Khối B, Thành phố Hội An, Quảng Nam');
  });

  it.each([
    ['', 'scan-empty scan'],
    [' \uFEFF\r\n', 'scan-empty scan'],
    ['hello', 'scan-not-recognised scan'],
    ['1|2|3|4|5|6|7', 'scan-not-recognised scan'],
    ['a;b;c;d;e;f;g', 'scan-not-recognised scan'],
    ['https://example.vn/?a=1;b=2;c=3', 'scan-not-recognised scan'],
    ['049190001234||A|15081990', 'scan-too-few-fields scan'],
    ['9'.repeat(2_001), 'scan-too-long scan'],
  ])('refuses %j', (text, finding) => {
    expect(parseCccdQr(text).ok).toBe(false);
    expect(read(text).codes).toEqual([finding]);
  });
});

const words = [
  'NGUYỄN',
  'TRẦN',
  'LÊ',
  'ĐẶNG',
  'HUỲNH',
  'THỊ',
  'VĂN',
  'HỒNG',
  'ÁNH',
  'PHƯƠNG',
  'ĐỨC',
  'Ý',
  'KHUÊ',
  'Ngọc',
  'Mỹ',
  'Quý',
  'Uyển',
  'Thuở',
  'Niê',
  'Y',
];
const day = fc
  .date({ min: new Date('1920-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const dateStyles: readonly ((iso: string) => string)[] = [
  (iso) => iso.split('-').reverse().join(''),
  (iso) => iso.split('-').reverse().join('/'),
  (iso) => iso.split('-').reverse().join('.'),
  (iso) => iso,
];

it('reads every well-formed card, whatever its form', () => {
  const card = fc.record({
    number: fc.stringMatching(/^0[0-9]{11}$/),
    old: fc.oneof(fc.constant(''), fc.stringMatching(/^[1-9][0-9]{8}$/)),
    name: fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 5 }).map((parts) => parts.join(' ')),
    birth: day,
    sex: fc.constantFrom('Nam', 'Nữ'),
    issued: day,
    extras: fc.array(fc.constantFrom('LÊ VĂN TÁM', 'Kinh', '123456'), { maxLength: 4 }),
    form: fc.constantFrom('NFC', 'NFD'),
    style: fc.constantFrom(...dateStyles),
    separator: fc.constantFrom('|', '│', '\t', ';', ' | '),
    end: fc.constantFrom('', '\r\n', '  ', '\n'),
  });
  fc.assert(
    fc.property(card, ({ number, old, name, birth, sex, issued, extras, form, style, separator, end }) => {
      const fields = [number, old, name, style(birth), sex, 'Xã Trà My, Đà Nẵng', style(issued), ...extras];
      const { document, codes } = read(fields.join(separator).normalize(form) + end);
      expect(codes).toEqual([]);
      expect(document).toEqual({
        format: 'cccd-qr',
        documentType: issued >= '2024-07-01' ? 8 : 1,
        documentNumber: number,
        ...(old && { oldDocumentNumber: old }),
        fullName: name,
        birthDate: birth,
        sex: sex === 'Nam' ? 'M' : 'F',
        address: 'Xã Trà My, Đà Nẵng',
        issuedOn: issued,
        nationality: 'VNM',
        issuingState: 'VNM',
        extras,
      });
    }),
    { numRuns: 500 },
  );
});
