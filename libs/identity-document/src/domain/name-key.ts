import { foldName } from './fold-name';

/**
 * Spellings of one name that registers use side by side, folded. Most go back to names of lords and kings that the South
 * had to avoid (kỵ húy): Hoàng became Huỳnh, Vũ became Võ, and so on. A pair is left out when folding would merge it with
 * another common name (Hồng/Hường with Hương, Trường/Tràng with Trang, Hoa/Huê with Huệ).
 */
export const NAME_VARIANTS: ReadonlyMap<string, string> = new Map([
  ['huynh', 'hoang'],
  ['vo', 'vu'],
  ['chau', 'chu'],
  ['phuoc', 'phuc'],
  ['nhut', 'nhat'],
  ['nhon', 'nhan'],
  ['buu', 'bao'],
  ['chanh', 'chinh'],
  ['sanh', 'sinh'],
  ['tanh', 'tinh'],
  ['thoi', 'thai'],
  ['ngai', 'nghia'],
  ['quoi', 'quy'],
  ['kieng', 'canh'],
  ['oai', 'uy'],
]);

/** One syllable in y or i: both spellings are official in turn (Lý/Lí, Mỹ/Mĩ, Quý/Quí). */
const FINAL_Y = /^((?:[bcdghklmnpqrstvx]|[cgknpt]h|tr|qu))y$/;

const unify = (token: string): string => {
  const variant = NAME_VARIANTS.get(token) ?? token;
  return variant.endsWith('y') ? variant.replace(FINAL_Y, '$1i') : variant;
};

/**
 * One key for all orders and documented spellings of a name, for a blind index: folded words, variants unified, sorted.
 * Equal keys mean "may be the same name", never "is the same person"; '' for a name without letters.
 */
export function nameKey(value: string): string {
  return foldName(value).split(' ').map(unify).sort().join(' ');
}
