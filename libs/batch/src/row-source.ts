import type { DeclarationInput } from '@luutru/declaration';
import type { RowLinks, RowTexts } from '@luutru/declaration-file';
import type { Issue } from '@luutru/platform';

/** A row as it was read, with its place in the file. */
export interface SourceRow {
  readonly place: number;
  readonly row: number;
  readonly input: DeclarationInput;
  readonly links: RowLinks;
  readonly issues: readonly Issue[];
  readonly warnings: readonly Issue[];
  readonly texts: RowTexts;
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

const afterwards = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Asks for the next item while the last one is being worked on: one can be read while another is stored. */
export async function* ahead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  const ask = (): Promise<IteratorResult<T>> => {
    // Not at once: first whoever has the item before sends off what then takes its time.
    const asked = afterwards().then(() => source.next());
    // Whoever waits for it is told of a failure; until then it is nobody's.
    asked.catch(() => undefined);
    return asked;
  };
  let next = ask();
  try {
    for (;;) {
      const item = await next;
      if (item.done) return;
      next = ask();
      yield item.value;
    }
  } finally {
    await next.catch(() => undefined);
    await source.return(undefined);
  }
}
