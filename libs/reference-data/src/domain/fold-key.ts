/** Letters and digits of a place name without marks, lower case, parts joined by '-': `Phường Minh An` -> `phuong-minh-an`. */
export const foldKey = (text: string): string => foldPlace(text).replace(/ /g, '-');

/** As {@link foldKey}, with spaces. */
export const foldPlace = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
