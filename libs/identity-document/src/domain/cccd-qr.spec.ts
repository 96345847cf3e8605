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

  it.each([
    ['six fields', QR.slice(0, QR.lastIndexOf('|')), { issuedOn: undefined, documentType: 1 }],
    [
      'extra fields of the 2024 card',
      `${QR.replace('10052021', '01082024')}||NGUYỄN A|LÊ B`,
      { documentType: 8, extras: ['', 'NGUYỄN A', 'LÊ B'] },
    ],
    [
      'dates with slashes',
      QR.replace('15081990', '15/08/1990').replace('10052021', '10/05/2021'),
      { birthDate: '1990-08-15', issuedOn: '2021-05-10' },
    ],
    ['decomposed text', QR.normalize('NFD'), { fullName: 'TRẦN THỊ BÌNH', sex: 'F' }],
    [
      'line ends and a byte order mark',
      `\uFEFF${QR}  \r\n`,
      { documentNumber: '049190001234', issuedOn: '2021-05-10' },
    ],
    [
      'labels',
      QR.replace('049', 'Số CCCD: 049').replace('TRẦN', 'Họ và tên: TRẦN'),
      { documentNumber: '049190001234', fullName: 'TRẦN THỊ BÌNH' },
    ],
    ['no old number', QR.replace('205123456', ''), { oldDocumentNumber: undefined }],
    ['only a year of birth', QR.replace('15081990', '00001990'), { birthDate: '1990' }],
    ['another separator', QR.replaceAll('|', '\t'), { documentNumber: '049190001234', sex: 'F' }],
    ['Nam in any case', QR.replace('Nữ', 'NAM'), { sex: 'M' }],
    ['a sex typed through Telex', QR.replace('Nữ', 'Nuwx'), { sex: 'F' }],
  ])('reads %s', (_what, text, expected) => {
    expect(read(text).document).toMatchObject(expected);
  });

  it.each([
    ['a name garbled by Telex', QR.replace('TRẦN', 'TRAAFN'), 'scan-keyboard-mangled fullName'],
    ['a name whose letters got lost', QR.replace('TRẦN THỊ BÌNH', 'TRN TH BNH'), 'scan-keyboard-mangled fullName'],
    ['a name with question marks', QR.replace('TRẦN', 'TR?N'), 'scan-keyboard-mangled fullName'],
    ['an impossible birth date', QR.replace('15081990', '31021990'), 'scan-field-unreadable birthDate'],
    ['an unknown sex', QR.replace('Nữ', '???'), 'scan-field-unreadable sex'],
    ['an empty name', QR.replace('TRẦN THỊ BÌNH', ' '), 'scan-field-unreadable fullName'],
    ['a broken issue date', QR.replace('10052021', '99'), 'scan-field-unreadable issuedOn'],
  ])('doubts %s and keeps the rest', (_what, text, finding) => {
    const { codes, document } = read(text);
    expect(codes).toEqual([finding]);
    expect(document.documentNumber).toBe('049190001234');
  });

  it.each([
    ['', 'scan-empty scan'],
    ['   \n', 'scan-empty scan'],
    ['hello', 'scan-not-recognised scan'],
    ['1|2|3|4|5|6|7', 'scan-not-recognised scan'],
    ['049190001234||A|15081990', 'scan-not-recognised scan'],
    ['9'.repeat(2_001), 'scan-too-long scan'],
  ])('refuses %j', (text, finding) => {
    expect(parseCccdQr(text).ok).toBe(false);
    expect(read(text).codes).toEqual([finding]);
  });

  it('reads every well-formed card', () => {
    const syllable = fc.constantFrom(
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
    );
    const card = fc.record({
      number: fc.stringMatching(/^0[0-9]{11}$/),
      old: fc.oneof(fc.constant(''), fc.stringMatching(/^[0-9]{9}$/)),
      name: fc.array(syllable, { minLength: 2, maxLength: 5 }).map((parts) => parts.join(' ')),
      birth: fc
        .date({ min: new Date('1920-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
        .map((d) => d.toISOString().slice(0, 10)),
      sex: fc.constantFrom('Nam', 'Nữ'),
      form: fc.constantFrom('NFC', 'NFD'),
      slashes: fc.boolean(),
    });
    fc.assert(
      fc.property(card, ({ number, old, name, birth, sex, form, slashes }) => {
        const [year, month, day] = birth.split('-');
        const printed = [day, month, year].join(slashes ? '/' : '');
        const { document, codes } = read(
          `${number}|${old}|${name}|${printed}|${sex}|Xã Trà My|01012022`.normalize(form),
        );
        expect(codes).toEqual([]);
        expect(document).toMatchObject({
          documentNumber: number,
          fullName: name,
          birthDate: birth,
          sex: sex === 'Nam' ? 'M' : 'F',
        });
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) =>
        expect(typeof parseCccdQr(text).ok).toBe('boolean'),
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { maxLength: 12 }), (fields) => {
        expect(typeof parseCccdQr(['049190001234', ...fields].join('|')).ok).toBe('boolean');
      }),
    );
  });
});
