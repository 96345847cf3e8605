import fc from 'fast-check';
import { folded, sameName } from './name-comparison';

const syllable = fc.constantFrom('Nguyễn', 'Đặng', 'Thị', 'Ánh', 'Hoàng', 'Huỳnh', 'Văn', 'Bảo', 'Quốc', 'Ý', 'An');
const name = fc.array(syllable, { minLength: 1, maxLength: 5 }).map((syllables) => syllables.join(' '));

describe('sameName', () => {
  it.each([
    ['NGUYỄN VĂN AN', 'Nguyễn Văn An'],
    ['  nguyễn\tvăn   an ', 'Nguyễn Văn An'],
    ['NGUYEN VAN AN', 'Nguyễn Văn An'],
    ['DANG THI BINH', 'Đặng Thị Bình'],
    ['MARIE ELISE OBRIEN', 'Marie-Élise O’Brien'],
    ["Marie-Élise O'Brien", "MARIE-ÉLISE O'BRIEN"],
  ])('takes %s for %s', (given, held) => {
    expect(sameName(given, held)).toBe(true);
  });

  it.each([
    ['Nguyễn Vân An', 'Nguyễn Văn An'],
    ['NGUYEN VĂN AN', 'Nguyễn Văn An'],
    ['Đang Thi Binh', 'Đặng Thị Bình'],
    ['Nguyễn An', 'Nguyễn Văn An'],
    ['An Nguyễn Văn', 'Nguyễn Văn An'],
  ])('does not take %s for %s', (given, held) => {
    expect(sameName(given, held)).toBe(false);
  });

  it('does not mind normal form, case and blanks', () => {
    fc.assert(
      fc.property(name, fc.constantFrom('NFC', 'NFD'), fc.boolean(), (held, form, upper) => {
        const given = ` ${(upper ? held.toUpperCase() : held).normalize(form).replaceAll(' ', '  ')} `;
        expect(sameName(given, held)).toBe(true);
      }),
    );
  });

  it('takes the folded form of any name for the name', () => {
    fc.assert(fc.property(name, (held) => expect(sameName(folded(held).toUpperCase(), held)).toBe(true)));
  });
});
