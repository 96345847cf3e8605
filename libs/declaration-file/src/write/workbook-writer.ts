import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { columnLetter } from '../xlsx/sheet-rows';
import { textCell, xmlText } from './xml-text';

/** How a cell looks; places in the list of styles below. */
export const STYLE = {
  plain: 0,
  text: 1,
  header: 2,
  required: 3,
  example: 4,
  error: 5,
  warning: 6,
  ok: 7,
  title: 8,
  wrap: 9,
  centre: 10,
  centreTitle: 11,
  /** With lines around, as official forms have: names, codes, figures. */
  boxHeader: 12,
  box: 13,
  boxBold: 14,
  boxCentre: 15,
  boxNumber: 16,
} as const;

export interface CellOut {
  readonly text: string;
  readonly style?: number;
  /** The text is a number that spreadsheets may add up. */
  readonly number?: boolean;
}

export interface DropDown {
  /** Place of the column, and the rows it is for, from 1. */
  readonly column: number;
  readonly fromRow: number;
  readonly toRow: number;
  /** Range of the choices, such as `DANH_MUC!$A$2:$A$10`. */
  readonly source: string;
}

export interface SheetOut {
  readonly name: string;
  /** Characters; cells of a column are text unless they say otherwise, so that numbers keep their zeros. */
  readonly widths: readonly number[];
  readonly rows: AsyncIterable<readonly (CellOut | null)[]> | Iterable<readonly (CellOut | null)[]>;
  readonly frozenRows?: number;
  readonly dropDowns?: readonly DropDown[];
  /** Ranges shown as one cell, such as `A1:F1`. */
  readonly merges?: readonly string[];
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const BATCH = 200;

/** Writes a workbook as a stream; rows are asked for as they are needed, so that memory does not grow with them. */
export function writeWorkbook(sheets: readonly SheetOut[]): Readable {
  const zip = new ZipFile();
  const part = (name: string, text: string): void => zip.addBuffer(Buffer.from(XML + text), name);
  part('[Content_Types].xml', contentTypes(sheets.length));
  part(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  part('xl/workbook.xml', workbookXml(sheets));
  part('xl/_rels/workbook.xml.rels', workbookRelations(sheets.length));
  part('xl/styles.xml', STYLES);
  sheets.forEach((sheet, at) => {
    addPart(zip, `xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet));
  });
  return endZip(zip);
}

/** Adds a part that is read when its turn comes, and let go of when nobody wants the archive any more. */
export function addPart(zip: ZipFile, name: string, bytes: AsyncIterable<Buffer>): void {
  zip.addReadStreamLazy(name, (ready) => {
    const part = Readable.from(bytes);
    part.on('error', (error) => zip.emit('error', error));
    const letGo = (): void => void part.destroy();
    zip.outputStream.once('close', letGo);
    part.once('close', () => zip.outputStream.off('close', letGo));
    ready(null, part);
  });
}

/** Ends an archive. A part that cannot be read to its end breaks off what is being sent, not the process. */
export function endZip(zip: ZipFile): Readable {
  const out = zip.outputStream as Readable;
  zip.on('error', (error: Error) => out.destroy(error));
  zip.end();
  return out;
}

async function* sheetXml(sheet: SheetOut): AsyncGenerator<Buffer> {
  const { frozenRows = 0, widths, dropDowns = [], merges = [] } = sheet;
  const pane = frozenRows > 0 ? `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" state="frozen"/>` : '';
  const cols = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${STYLE.text}" customWidth="1"/>`,
  );
  yield Buffer.from(
    `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
      `<cols>${cols.join('')}</cols><sheetData>`,
  );
  let number = 0;
  let pending = '';
  for await (const cells of sheet.rows) {
    number += 1;
    const written = cells.map((cell, at) => (cell ? cellXml(`${columnLetter(at)}${number}`, cell) : ''));
    pending += `<row r="${number}">${written.join('')}</row>`;
    if (number % BATCH === 0) {
      yield Buffer.from(pending);
      pending = '';
    }
  }
  const validations = dropDowns.map(({ column, fromRow, toRow, source }) => {
    const letter = columnLetter(column);
    return (
      `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${letter}${fromRow}:${letter}${toRow}">` +
      `<formula1>${xmlText(source)}</formula1></dataValidation>`
    );
  });
  const list =
    validations.length > 0
      ? `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`
      : '';
  const ranges = merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
  const merged = merges.length > 0 ? `<mergeCells count="${merges.length}">${ranges}</mergeCells>` : '';
  yield Buffer.from(`${pending}</sheetData>${merged}${list}</worksheet>`);
}

const cellXml = (place: string, { text, style, number }: CellOut): string =>
  number && Number.isFinite(Number(text))
    ? `<c r="${place}" s="${style ?? STYLE.plain}"><v>${Number(text)}</v></c>`
    : textCell(place, text, style ?? STYLE.text);

function workbookXml(sheets: readonly SheetOut[]): string {
  const entries = sheets.map(
    ({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${entries.join('')}</sheets></workbook>`;
}

function workbookRelations(count: number): string {
  const sheets = Array.from({ length: count }, (_, at) => {
    return `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`;
  });
  const styles = `<Relationship Id="rId${count + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/>`;
  return `<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}${styles}</Relationships>`;
}

function contentTypes(count: number): string {
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const sheets = Array.from({ length: count }, (_, at) => {
    return `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${kind}.worksheet+xml"/>`;
  });
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>${sheets.join('')}</Types>`
  );
}

const solid = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;

/** Colours that tell apart also for those who do not see red and green: light red, yellow, blue-green. */
export const FILLS = { error: solid('FFC7CE'), warning: solid('FFEB9C'), ok: solid('D5F0E3') } as const;

const xf = (font: number, fill: number, wrap = false): string =>
  `<xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"` +
  (wrap ? ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' : '/>');

/** With lines around when `border` is 1. Number format 3 parts thousands, 49 is text. */
const aligned = (font: number, fill: number, border: number, format: number, horizontal: string): string =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"` +
  ` applyBorder="1" applyAlignment="1"><alignment horizontal="${horizontal}" vertical="center" wrapText="1"/></xf>`;

const side = (name: string): string => `<${name} style="thin"><color auto="1"/></${name}>`;

const font = (inner: string): string => `<font>${inner}<sz val="11"/><name val="Calibri"/></font>`;

const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="4">${font('')}${font('<b/>')}${font('<i/><color rgb="FF7F7F7F"/>')}` +
  `<font><b/><sz val="14"/><name val="Calibri"/></font></fonts>` +
  `<fills count="7"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
  `${solid('DDEBF7')}${solid('FCE4D6')}${FILLS.error}${FILLS.warning}${FILLS.ok}</fills>` +
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>` +
  `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>` +
  `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
  `<cellXfs count="17"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xf(0, 0)}${xf(1, 2, true)}${xf(1, 3, true)}` +
  `${xf(2, 0)}${xf(0, 4)}${xf(0, 5)}${xf(0, 6)}${xf(3, 0)}${xf(0, 0, true)}` +
  `${aligned(0, 0, 0, 49, 'center')}${aligned(3, 0, 0, 49, 'center')}${aligned(1, 2, 1, 49, 'center')}${aligned(0, 0, 1, 49, 'left')}` +
  `${aligned(1, 0, 1, 49, 'left')}${aligned(0, 0, 1, 49, 'center')}${aligned(0, 0, 1, 3, 'right')}</cellXfs>` +
  `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
