import { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { ZipFile } from 'yazl';
import { AppError } from '@luutru/platform';
import type { FileSource } from '../read/file-source';
import { numberedRows } from '../read/numbered-rows';
import type { Recognised } from '../read/recognise';
import { columnIndex, columnLetter } from '../xlsx/sheet-rows';
import { openWorkbook, type Workbook } from '../xlsx/workbook';
import { line } from './export';
import { markedStyles, type MarkedStyles } from './marked-styles';
import type { Language } from './template';
import { addPart, type CellOut, endZip, STYLE, writeWorkbook } from './workbook-writer';
import { textCell } from './xml-text';

/** Characters of a row as it is written, with the markup of 16,384 cells. */
const LONGEST_ROW = 8 * 1024 * 1024;

/** What is said of a row in the file that goes back to its sender. */
export interface RowMark {
  /** As the user counts. */
  readonly row: number;
  readonly outcome: 'accepted' | 'warned' | 'rejected';
  /** In words, in the reader's language. */
  readonly text: string;
  /** Letters of the columns at fault. */
  readonly errorColumns: readonly string[];
  readonly warningColumns: readonly string[];
}

const WORDS: Readonly<Record<Language, Readonly<Record<RowMark['outcome'] | 'result' | 'detail', string>>>> = {
  vi: { result: 'KẾT QUẢ', detail: 'NỘI DUNG', accepted: 'Đã nhận', warned: 'Đã nhận, có lưu ý', rejected: 'Lỗi' },
  en: { result: 'RESULT', detail: 'DETAIL', accepted: 'Accepted', warned: 'Accepted with a note', rejected: 'Error' },
};

/**
 * The sender's own file with two columns more: what became of each row, and why. Workbooks keep all they have and get
 * colours; CSV stays CSV; of other formats a workbook is made that lists the rows. `marks` are in the order of the rows.
 */
export async function markFile(
  source: FileSource,
  file: Recognised,
  marks: AsyncIterable<RowMark>,
  language: Language,
): Promise<{ stream: Readable; extension: 'xlsx' | 'csv' }> {
  const { table } = file;
  if (table.kind === 'csv') return { stream: Readable.from(markCsv(source, file, marks, language)), extension: 'csv' };
  if (table.kind === 'sheet') {
    const workbook = await openWorkbook(source);
    const { archive, stylesPart } = workbook;
    const styles = stylesPart === null || archive.isBomb ? null : markedStyles(await archive.text(stylesPart));
    if (styles) return { stream: markWorkbook(workbook, file, table.part, styles, marks, language), extension: 'xlsx' };
  }
  return { stream: report(marks, language), extension: 'xlsx' };
}

function markWorkbook(
  workbook: Workbook,
  file: Recognised,
  part: string,
  styles: MarkedStyles,
  marks: AsyncIterable<RowMark>,
  language: Language,
): Readable {
  const { archive } = workbook;
  const zip = new ZipFile();
  for (const name of archive.names) {
    if (name.endsWith('/')) continue;
    const own = name.replaceAll('\\', '/').replace(/^\/+/, '');
    if (own.toLowerCase() === workbook.stylesPart?.toLowerCase()) zip.addBuffer(Buffer.from(styles.xml), own);
    else {
      const isData = own.toLowerCase() === part.toLowerCase();
      addPart(zip, own, isData ? markSheet(archive.read(part), file, styles, marks, language) : archive.read(name));
    }
  }
  return endZip(zip);
}

/** Works on the text of the sheet, row by row, so that whatever it holds besides stays as it is. */
async function* markSheet(
  bytes: AsyncIterable<Buffer>,
  file: Recognised,
  styles: MarkedStyles,
  marks: AsyncIterable<RowMark>,
  language: Language,
): AsyncGenerator<Buffer> {
  const marking = new Marking(file, styles, language);
  const iterator = marks[Symbol.asyncIterator]();
  let next = await iterator.next();
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let prefix: string | undefined;
  let number = 0;
  let searched = 0;
  for await (const chunk of bytes) {
    rest += decoder.write(chunk);
    prefix ??= /<(\w+:)?worksheet[\s>]/.exec(rest)?.[1] ?? (rest.includes('<worksheet') ? '' : undefined);
    if (prefix === undefined) continue;
    const end = `</${prefix}row>`;
    let out = '';
    for (let at = rest.indexOf(end, searched); at >= 0; at = rest.indexOf(end)) {
      const piece = rest.slice(0, at + end.length);
      rest = rest.slice(at + end.length);
      const start = piece.lastIndexOf(`<${prefix}row`);
      const row = piece.slice(start);
      number = Number(/^[^>]*?\sr="(\d+)"/.exec(row)?.[1] ?? number + 1);
      while (!next.done && next.value.row < number) next = await iterator.next();
      const mark = !next.done && next.value.row === number ? next.value : null;
      out += piece.slice(0, start) + marking.row(row, number, mark, prefix);
    }
    searched = Math.max(0, rest.length - end.length);
    // A row that never ends would be kept whole.
    if (rest.length > LONGEST_ROW) throw new AppError('file-damaged', 'invalid');
    if (out !== '') yield Buffer.from(out);
  }
  await iterator.return?.();
  yield Buffer.from(rest + decoder.end());
}

class Marking {
  private readonly words: (typeof WORDS)[Language];
  private readonly column: number;

  constructor(
    private readonly file: Recognised,
    private readonly styles: MarkedStyles,
    language: Language,
  ) {
    this.words = WORDS[language];
    this.column = file.header?.width ?? 0;
  }

  row(xml: string, number: number, mark: RowMark | null, prefix: string): string {
    const { ok, error, warning, plain } = this.styles;
    if (number === this.file.headerRow)
      return this.append(xml, number, this.words.result, this.words.detail, plain, prefix);
    if (!mark) return xml;
    const style = { accepted: ok, warned: warning, rejected: error }[mark.outcome];
    const coloured = [
      ...mark.warningColumns.map((letter) => [letter, this.styles.warningOf] as const),
      ...mark.errorColumns.map((letter) => [letter, this.styles.errorOf] as const),
    ].reduce((text, [letter, styleOf]) => colour(text, letter, number, styleOf, prefix), xml);
    return this.append(coloured, number, this.words[mark.outcome], mark.text, style, prefix);
  }

  private append(xml: string, row: number, result: string, detail: string, style: number, prefix: string): string {
    const cells = [result, detail].map((text, at) =>
      textCell(`${columnLetter(this.column + at)}${row}`, text, style, prefix),
    );
    const end = `</${prefix}row>`;
    // Cells of ours from an earlier marking give way to the new ones.
    const kept = [0, 1].reduce((text, at) => without(text, `${columnLetter(this.column + at)}${row}`, prefix), xml);
    const wide = kept.replace(/^(<[^>]*?)\sspans="[^"]*"/, '$1');
    return wide.slice(0, -end.length) + cells.join('') + end;
  }
}

interface CellSpan {
  readonly start: number;
  /** Where what it holds begins; for a cell without content the same as `end`. */
  readonly inside: number;
  readonly end: number;
}

/** Where a cell stands in its row; null for one that is not there. */
function findCell(xml: string, reference: string, prefix: string): CellSpan | null {
  const opening = new RegExp(`<${prefix}c(?=\\s)[^<>]*?\\sr="${reference}"[^<>]*>`).exec(xml);
  if (!opening) return null;
  const start = opening.index;
  const inside = start + opening[0].length;
  if (opening[0].endsWith('/>')) return { start, inside, end: inside };
  const closing = `</${prefix}c>`;
  const at = xml.indexOf(closing, inside);
  return at < 0 ? null : { start, inside, end: at + closing.length };
}

function without(xml: string, reference: string, prefix: string): string {
  const found = findCell(xml, reference, prefix);
  return found ? xml.slice(0, found.start) + xml.slice(found.end) : xml;
}

/** Gives a cell the style it has with another colour; a cell that is not there is put where it belongs. */
function colour(xml: string, letter: string, row: number, styleOf: (style: number) => number, prefix: string): string {
  const reference = `${letter}${row}`;
  const found = findCell(xml, reference, prefix);
  if (found) {
    const opening = xml.slice(found.start, found.inside);
    const style = Number(/\ss="(\d+)"/.exec(opening)?.[1] ?? 0);
    const bare = opening.replace(/\ss="\d+"/, '');
    const painted = bare.replace(new RegExp(`^<${prefix}c`), `<${prefix}c s="${styleOf(style)}"`);
    return xml.slice(0, found.start) + painted + xml.slice(found.inside);
  }
  const place = columnIndex(letter);
  const cells = [...xml.matchAll(new RegExp(`<${prefix}c(?=\\s)[^<>]*?\\sr="([A-Z]+)\\d+"`, 'g'))];
  const after = cells.find(([, other = '']) => columnIndex(other) > place);
  const at = after?.index ?? xml.length - `</${prefix}row>`.length;
  return `${xml.slice(0, at)}<${prefix}c r="${reference}" s="${styleOf(0)}"/>${xml.slice(at)}`;
}

async function* markCsv(
  source: FileSource,
  file: Recognised,
  marks: AsyncIterable<RowMark>,
  language: Language,
): AsyncGenerator<string> {
  if (file.table.kind !== 'csv') return;
  const words = WORDS[language];
  const { delimiter } = file.table.dialect;
  const iterator = marks[Symbol.asyncIterator]();
  let next = await iterator.next();
  const width = file.header?.width ?? 0;
  yield '\uFEFF';
  for await (const { number, cells } of numberedRows(source, file.table)) {
    while (!next.done && next.value.row < number) next = await iterator.next();
    const mark = !next.done && next.value.row === number ? next.value : null;
    const texts = Array.from({ length: width }, (_, at) => {
      const cell = cells.get(at);
      return cell && 'text' in cell ? cell.text : '';
    });
    const said =
      number === file.headerRow ? [words.result, words.detail] : mark ? [words[mark.outcome], mark.text] : ['', ''];
    yield line([...texts, ...said], delimiter);
  }
}

function report(marks: AsyncIterable<RowMark>, language: Language): Readable {
  const words = WORDS[language];
  async function* rows(): AsyncGenerator<readonly CellOut[]> {
    const headers = [language === 'vi' ? 'DÒNG' : 'ROW', words.result, words.detail];
    yield headers.map((text) => ({ text, style: STYLE.header }));
    const styles = { accepted: STYLE.ok, warned: STYLE.warning, rejected: STYLE.error };
    for await (const { row, outcome, text } of marks) {
      yield [{ text: String(row) }, { text: words[outcome], style: styles[outcome] }, { text, style: STYLE.wrap }];
    }
  }
  return writeWorkbook([
    { name: language === 'vi' ? 'KET_QUA' : 'RESULTS', widths: [10, 24, 100], frozenRows: 1, rows: rows() },
  ]);
}
