const TYPES: readonly (readonly [prefix: string, english: string])[] = [
  ['Thành phố ', 'City'],
  ['Tỉnh ', 'Province'],
  ['Quận ', 'District'],
  ['Huyện ', 'District'],
  ['Thị xã ', 'Town'],
  ['Thị trấn ', 'Township'],
  ['Phường ', 'Ward'],
  ['Xã ', 'Commune'],
  ['Đặc khu ', 'Special Zone'],
];

/** NFC, single spaces, straight apostrophes: the source mixes forms. */
export const cleanName = (name: string): string => name.normalize('NFC').replace(/’/g, "'").replace(/\s+/g, ' ').trim();

/** `Phường Hội An` -> `Hội An`. */
export function shortName(name: string): string {
  const type = TYPES.find(([prefix]) => name.startsWith(prefix));
  return type ? name.slice(type[0].length) : name;
}

/** `Phường Hội An` -> `Hoi An Ward`, `Quận 4` -> `District 4`. */
export function englishName(name: string): string {
  const word = TYPES.find(([prefix]) => name.startsWith(prefix))?.[1];
  const plain = withoutMarks(shortName(name));
  if (!word) return plain;
  return /^\d+$/.test(plain) ? `${word} ${plain}` : `${plain} ${word}`;
}

/** For ids: `Huyện Quế Sơn` -> `huyen-que-son`. */
export const slug = (name: string): string =>
  withoutMarks(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/**
 * Equal for spellings of one name: letter case, spacing and the place of the tone mark (Hoà/Hòa, Thuỷ/Thủy) do not
 * count, the tone itself does (Nga Thanh and Nga Thành are two communes of one district).
 */
export const spellingKey = (name: string): string =>
  name
    .toLowerCase()
    .split(/[\s'-]+/)
    .map((word) => {
      const marks = word.normalize('NFD');
      const tone = marks.replace(/[^\u0300\u0301\u0303\u0309\u0323]/g, '');
      return marks.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '') + tone;
    })
    .join('');

const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D');
