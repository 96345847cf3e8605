import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@luutru/platform';
import { foreignPairs } from './foreign-pairs';
import { type NamePair, toCsv } from './name-pair';
import { Random } from './random';
import { vietnamesePairs } from './vietnamese-pairs';

export const DATA = join(projectRoot(), 'bench', 'names', 'data');

/** Writes the data files anew; the same bytes each time. */
export function generate(): void {
  const files: Readonly<Record<string, NamePair[]>> = {
    'vietnamese.csv': vietnamesePairs(new Random(20_261_123)),
    'foreign.csv': foreignPairs(new Random(20_261_124)),
  };
  for (const [name, pairs] of Object.entries(files)) {
    writeFileSync(join(DATA, name), toCsv(pairs));
    process.stdout.write(`${name}: ${pairs.length} pairs\n`);
  }
}
