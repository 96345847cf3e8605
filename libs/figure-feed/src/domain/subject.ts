/** What a change of the feed can be about. */
export const SUBJECT_KINDS = ['now', 'day', 'month', 'areas', 'sync'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** JSON without a person: numbers, codes and days. */
export type FeedContent = Readonly<Record<string, unknown>>;

/** One thing that the feed tells of, as it is. */
export interface Told {
  readonly kind: SubjectKind;
  /** The day or month; of `now` the word itself, of `sync` the topic. */
  readonly subject: string;
  readonly content: FeedContent;
}

/** One change, numbered within the feed of its unit. */
export interface FeedChange extends Told {
  readonly number: number;
  readonly changeId: string;
  readonly at: Date;
}

export const toldKey = ({ kind, subject }: Pick<Told, 'kind' | 'subject'>): string => `${kind}:${subject}`;

/**
 * What has to be told: what is not as it was told last. What was never told and says nothing (no figure but null and nought) is
 * not worth telling; it is once it was something.
 * @param sameAs compares contents whatever the order of their members
 */
export function changesSince(
  told: ReadonlyMap<string, FeedContent>,
  present: readonly Told[],
  sameAs: (content: FeedContent) => string,
): readonly Told[] {
  return present.filter((one) => {
    const before = told.get(toldKey(one));
    return before === undefined ? saysSomething(one.content) : sameAs(before) !== sameAs(one.content);
  });
}

const saysSomething = (value: unknown): boolean => {
  if (typeof value === 'number') return value !== 0;
  if (typeof value === 'object' && value !== null) return Object.values(value).some(saysSomething);
  return typeof value === 'string';
};
