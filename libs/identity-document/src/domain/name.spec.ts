import fc from 'fast-check';
import { foldName } from './fold-name';
import { checkName, MAX_NAME_LENGTH, normaliseName } from './name';
import { NAME_VARIANTS, nameKey } from './name-key';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(..."aAăÂđĐơƯẽÌ ỹİıßæÞ'’-.\u0301\u0323\u0331\u200B\u200D\u0000\uD83D\uDE00ΣςKÅ".split('')),
    maxLength: 20,
  }),
);

describe('normaliseName', () => {
  it.each([
    [' Trần  Thị\u00A0Bình '.normalize('NFD'), 'Trần Thị Bình'],
    ['\uFEFFlê\tvăn\r\nAn\u0000', 'lê văn An'],
    ['Nguyễn\u200B Văn\u202E An', 'Nguyễn Văn An'],
    ['An\uD800 Bình', 'An Bình'],
    ['', ''],
  ])('%j -> %j', (text, expected) => expect(normaliseName(text)).toBe(expected));

  it('changes nothing the second time', () => {
    fc.assert(fc.property(anyText, (text) => expect(normaliseName(normaliseName(text))).toBe(normaliseName(text))));
  });
});

describe('foldName', () => {
  it.each([
    ['  NGUYỄN   Đức-Ý ', 'nguyen duc y'],
    ['Trần Thị Thuở'.normalize('NFD'), 'tran thi thuo'],
    ['Müller Øyvind Łukasz Weiß', 'muller oyvind lukasz weiss'],
    ['Æsa Þór Guðrún', 'aesa thor gudrun'],
    ['İlkay Işık', 'ilkay isik'],
    ['O’Brien', 'obrien'],
    ["H'Hen Niê", 'hhen nie'],
    ['王 伟', '王 伟'],
    ['--', ''],
  ])('%j -> %j', (text, expected) => expect(foldName(text)).toBe(expected));

  it('changes nothing the second time, and does not mind the form of Unicode', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldName(foldName(text))).toBe(foldName(text));
        expect(foldName(text.normalize('NFD'))).toBe(foldName(text.normalize('NFC')));
      }),
    );
  });
});

describe('nameKey', () => {
  it.each([
    ['Huỳnh Văn An', 'AN Hoàng văn'],
    ['Võ Thị Sáu', 'Vũ Thị Sáu'],
    ['Lý Mỹ Quý', 'Lí Mĩ Quí'],
    ['Nguyễn Phước Nhơn', 'NGUYEN PHUC NHAN'],
    ['Thùy', 'Thuỳ'],
  ])('is one for %s and %s', (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

  it.each([
    ['Vũ Thị Sáu', 'Vũ Thị Bảy'],
    ['Nguyễn An', 'Nguyễn An An'],
    ['Trang', 'Trường'],
    ['Y Ban', 'I Ban'],
  ])('tells %s from %s', (one, other) => expect(nameKey(one)).not.toBe(nameKey(other)));

  it('unifies every documented variant, to a word that is no variant itself', () => {
    for (const [variant, kept] of NAME_VARIANTS) {
      expect(nameKey(`Lê ${variant}`)).toBe(nameKey(`${kept} Lê`));
      expect(NAME_VARIANTS.has(kept)).toBe(false);
    }
  });

  it('does not mind the order of words', () => {
    const word = fc.oneof(fc.stringMatching(/^\p{Lu}\p{Ll}{0,8}$/u), fc.constantFrom('Huỳnh', 'Võ', 'Quý'));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), fc.infiniteStream(fc.nat(100)), (parts, picks) => {
        const shuffled = parts
          .map((part) => ({ part, at: Number(picks.next().value ?? 0) }))
          .sort((a, b) => a.at - b.at)
          .map(({ part }) => part);
        expect(nameKey(shuffled.join(' '))).toBe(nameKey(parts.join(' ')));
      }),
    );
    fc.assert(
      fc.property(anyText, (text) =>
        expect(nameKey(foldName(text).split(' ').reverse().join(' '))).toBe(nameKey(text)),
      ),
    );
  });
});

describe('checkName', () => {
  const codes = (name: string) => checkName(name).map((finding) => `${finding.severity} ${finding.code}`);
  const mistyped = ['warning name-looks-mistyped'];

  it.each([
    'Trần Thị Bình',
    'NGUYỄN VĂN AN',
    'nguyen van an',
    'Niê Kdăm Y Thu',
    "H'Hen Niê",
    'Rơ Châm H’Yéo',
    'Bùi Xuân Phái',
    'Đoàn Thị Điểm',
    'Trịnh Xuân Thuận',
    'Lê Khuyến',
    'Quách Thị Ngoan',
    'Hoàng Thùy Linh',
    'Tăng Thanh Hà',
    'A Lăng Bhuôch',
    'John Brown',
    'Dawn Moore',
    'Andrew Lawson',
    'Isaac Newton',
    'Lee Min Ho',
    'Max Müller',
    'James Cook',
    'Hans Kees',
    'Matthew Woods',
    'José Más',
    'Maw Maw Soe',
    'Anne-Marie d’Ornano',
    'Sammy Davis, Jr.',
    'Khadijah binti Ahmad',
    'Benoît Dùpont',
    'Eddy Addams',
    'Aaron Cooper',
  ])('has nothing against %s', (name) => expect(codes(name)).toEqual([]));

  it.each([
    'Nguyeexn Van An',
    'Nguyen Vawn An',
    'NGUYEENX VAWN AN',
    'Traanf Thi Binh',
    'Nguyen Thij Hoa',
    'Lee Thij Hoa',
    'Phuowng Anh',
    'DDuwcs Minh',
    'Hoafng Minh',
    'Tuaasn Anh',
    'Nguyễn Văn Dũngx',
    'NGUYÊẼN VĂN AN',
    'Nguyễn Vănw An',
    'Nguyá»…n VÄƒn An',
    'Tr\uFFFDn Anh',
    'Phamj Hung',
  ])('doubts %s', (name) => expect(codes(name)).toEqual(expect.arrayContaining(mistyped)));

  it.each([
    ['', ['error name-empty']],
    [' -- ', ['error name-empty']],
    ['Nguye6n4 Van8 An', ['error name-has-digits', 'warning name-looks-mistyped']],
    ['Nguyễn Văn 2', ['error name-has-digits']],
    ['12345', ['error name-has-digits', 'warning name-single-word']],
    ['Nguyễn <<Văn> An', ['warning name-has-symbols']],
    ['王 伟', ['warning name-not-latin']],
    ['Иван Petrov', ['warning name-not-latin']],
    ['Suharto', ['warning name-single-word']],
    ['An '.repeat(60), ['error name-too-long']],
  ])('reports %j', (name, expected) => expect(codes(name)).toEqual(expected));

  it('counts the length after normalising', () => {
    expect(checkName(`${'a'.repeat(MAX_NAME_LENGTH - 2)}   b`)).toEqual([]);
    expect(checkName(`${'a'.repeat(MAX_NAME_LENGTH)}   b`)).toMatchObject([{ params: { max: MAX_NAME_LENGTH } }]);
  });
});
