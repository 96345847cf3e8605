import { nameKey } from '@luutru/identity-document';

/** A search key that a stored name may have. */
export interface NameExpansion {
  /** As nameKey() of identity-document makes it. */
  readonly key: string;
  /** 0 for the name as asked; the larger, the less likely. */
  readonly distance: number;
}

/** Search keys of the names that may be meant by a mistyped one, nearest first, at most `limit`. */
export function expandName(asked: string, options: { readonly limit: number }): readonly NameExpansion[] {
  const key = nameKey(asked);
  return key === '' || options.limit < 1 ? [] : [{ key, distance: 0 }];
}
