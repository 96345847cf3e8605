import { CsvError, parse } from 'csv-parse';
import { AppError } from '@luutru/platform';
import type { Cell, SheetRow } from '../xlsx/sheet-rows';
import { bytesOf, type FileSource } from './file-source';
import { readHeader } from './header';
import type { TextEncoding } from './text-encoding';

export interface Dialect {
  readonly delimiter: ',' | ';' | '\t';
}

export const DELIMITERS = [';', ',', '\t'] as const;
const MAX_RECORD = 256 * 1024;
const LINES_TO_TRY = 20;

/** Texts written so that a spreadsheet does not take them for formulas: `'=1+1` means `=1+1`. */
const GUARD = /^'(?=[=+\-@\t\r])/;

/** How some programs keep a spreadsheet from taking a number for one: `="0491"` means `0491`. */
const AS_TEXT = /^="([^"]*)"$/;

/** The delimiter under which the first lines make a header; the comma where none does. */
export async function findDialect(source: FileSource, encoding: TextEncoding): Promise<Dialect> {
  let best: Dialect = { delimiter: ',' };
  let columns = 0;
  for (const delimiter of DELIMITERS) {
    let tried = 0;
    for await (const { cells } of csvRows(source, encoding, { delimiter })) {
      const found = readHeader(cells)?.columns.size ?? 0;
      if (found > columns) [best, columns] = [{ delimiter }, found];
      if ((tried += 1) >= LINES_TO_TRY) break;
    }
  }
  return best;
}

/** The records of a CSV file as rows of a sheet, numbered by the line they begin on. Blank records are passed over. */
export async function* csvRows(
  source: FileSource,
  encoding: TextEncoding,
  { delimiter }: Dialect,
): AsyncGenerator<SheetRow> {
  // Records before a fault may still wait to be given out when it is found.
  let read = 0;
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD,
    on_record: (record: string[], { lines }) => {
      read = lines;
      return record;
    },
  });
  const feeding = feed(parser, source, encoding);
  feeding.catch((error: unknown) => parser.destroy(error as Error));
  try {
    let line = 1;
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const cells = new Map<number, Cell>();
      record.forEach((text, at) => {
        if (text.trim() !== '') cells.set(at, { kind: 'text', text: text.replace(AS_TEXT, '$1').replace(GUARD, '') });
      });
      const number = line;
      line = info.lines + 1;
      if (cells.size > 0) yield { number, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new AppError('file-csv-malformed', 'invalid', { line: read + 1 }, [], { cause: error });
  } finally {
    parser.destroy();
  }
}

async function feed(parser: ReturnType<typeof parse>, source: FileSource, encoding: TextEncoding): Promise<void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  // Only the text may be at fault; that it could not be read from where it is kept goes up as it is.
  const decode = (bytes?: Buffer): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new AppError('file-not-utf8', 'invalid');
    }
  };
  for await (const bytes of bytesOf(source)) {
    if (parser.destroyed) return;
    if (!parser.write(decode(bytes))) await drained(parser);
  }
  decode();
  parser.end();
}

const drained = (parser: ReturnType<typeof parse>): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      parser.off('drain', done);
      parser.off('close', done);
      resolve();
    };
    parser.on('drain', done);
    parser.on('close', done);
  });
