/** What the forms people fill in consist of. */
export {
  type Choice,
  type Choices,
  type ChoiceTable,
  type ColumnType,
  type Form,
  FORM_IDS,
  type FormColumn,
  type FormId,
  type RowLinks,
} from './forms/form';
export { FORMS } from './forms/forms';
/** Reading files: what they are, and what their rows say. */
export { type FileFormat, recognise, type Recognised } from './read/recognise';
export { columnOf, readRows } from './read/read-rows';
export type { FileRow } from './read/build-row';
/** What the cells of a row say, by column, and which column a fault belongs to. */
export { columnAt, LONGEST_TEXT, type RowTexts } from './read/row-texts';
export { type Proposal, ProposalReader } from './read/propose';
export type { FileSource } from './read/file-source';
/** Reading tables that are no declarations: what a cell says, and where the header is. */
export { findTable, type Table, type TableRow } from './read/read-table';
export { readBirthDate, type Reading, readNumberText, readText, readWallClock } from './read/cell-value';
export { fold } from './read/fold';
export { type Cell, columnLetter } from './xlsx/sheet-rows';
/** Writing files: empty forms, exports, and the sender's own file with what became of its rows. */
export { type Language, writeTemplate } from './write/template';
/** `line`: cells as a line of CSV (RFC 4180) in which a spreadsheet finds no formula. */
export { type ExportOptions, type ExportRow, line as csvLine, writeStays } from './write/export';
export { markFile, type RowMark } from './write/mark';
/** Rows that were mended, as a file that goes in again. */
export { mendedFile, type MendedRow, writeMended } from './write/mended';
/** Writing any other workbook. */
export { type CellOut, type SheetOut, STYLE, writeWorkbook } from './write/workbook-writer';
/** What the issue and problem codes of files say. */
export { fileErrors, fileIssues } from './declaration-file.catalogue';
