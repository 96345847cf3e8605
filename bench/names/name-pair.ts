/** Two names and whether they are of one person. */
export interface NamePair {
  readonly split: 'dev' | 'test';
  readonly category: string;
  readonly same: boolean;
  readonly asked: string;
  readonly found: string;
}

const COLUMNS = 'split,category,same,asked,found';

/** No name holds a comma. */
export const toCsv = (pairs: readonly NamePair[]): string =>
  [
    COLUMNS,
    ...pairs.map((pair) => [pair.split, pair.category, pair.same ? 1 : 0, pair.asked, pair.found].join(',')),
  ].join('\n') + '\n';

export function fromCsv(text: string): NamePair[] {
  const [header, ...lines] = text.trimEnd().split('\n');
  if (header !== COLUMNS) throw new Error(`Expected the columns ${COLUMNS}`);
  return lines.map((line) => {
    const [split = '', category = '', same = '', asked = '', found = ''] = line.split(',');
    return { split: split === 'dev' ? 'dev' : 'test', category, same: same === '1', asked, found };
  });
}
