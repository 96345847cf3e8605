const LOCAL = "[A-Za-z0-9!#$&'*+/=?^_{|}~-]+(?:\\.[A-Za-z0-9!#$&'*+/=?^_{|}~-]+)*";
const DOMAIN = '(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}';
/** One plain address: nothing quoted, no comment, no list, no line break - what could become a header or a second receiver. */
const ADDRESS = new RegExp(`^(${LOCAL})@(${DOMAIN})$`);

/** The address with its domain in small letters; null for what is not one plain address. */
export function readAddress(text: string): { readonly address: string; readonly domain: string } | null {
  if (text.length > 254) return null;
  const [, local = '', domain = ''] = ADDRESS.exec(text) ?? [];
  if (local === '' || local.length > 64) return null;
  return { address: `${local}@${domain.toLowerCase()}`, domain: domain.toLowerCase() };
}

export const isPlainAddress = (text: string): boolean => readAddress(text) !== null;

/** A configured list of domains, separated by commas. */
export const domainsOf = (text: string | undefined): readonly string[] =>
  (text ?? '').split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim().toLowerCase()]));

/** Whether a domain is one of those that reports may go to, or lies in one. */
export const isAllowedDomain = (domain: string, allowed: readonly string[]): boolean =>
  allowed.some((one) => domain === one || domain.endsWith(`.${one}`));
