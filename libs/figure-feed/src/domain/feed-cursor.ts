/** A place in the feed of a unit: after the change of that number, which must be the one that the tag is of. */
export interface FeedPlace {
  readonly number: number;
  readonly tag: string;
}

const FORM = /^(\d{1,15})-([0-9a-f]{12})$/;

/** How a place is written: the number, and the end of the id of the change. */
export const feedCursor = (number: number, changeId: string): string => `${number}-${tagOf(changeId)}`;

/** Random bits of the id: after a database was set back to an earlier state the same number is another change. */
export const tagOf = (changeId: string): string => changeId.slice(-12);

/** Null for what is no cursor. */
export function readFeedCursor(text: string): FeedPlace | null {
  const [, number, tag] = FORM.exec(text) ?? [];
  return number === undefined || tag === undefined ? null : { number: Number(number), tag };
}
