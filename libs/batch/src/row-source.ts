import type { DeclarationInput } from '@luutru/declaration';
import type { RowLinks } from '@luutru/declaration-file';
import type { Issue } from '@luutru/platform';

/** A row as it was read, with its place in the file. */
export interface SourceRow {
  readonly place: number;
  readonly row: number;
  readonly input: DeclarationInput;
  readonly links: RowLinks;
  readonly issues: readonly Issue[];
  readonly warnings: readonly Issue[];
}

/** Groups what comes one by one; the last group may be smaller. */
export async function* inChunks<T>(source: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let chunk: T[] = [];
  for await (const one of source) {
    chunk.push(one);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
