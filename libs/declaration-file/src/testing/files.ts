import type { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { ZipFile } from 'yazl';
import { openWorkbook } from '../xlsx/workbook';
import { type Choices, type FileRow, type FileSource, FORMS, readRows, recognise } from '../index';

export const choices: Choices = {
  list: (table) => {
    const of = (pairs: Record<string, string>) =>
      Object.entries(pairs).map(([code, vi]) => ({ code, label: { vi, en: vi } }));
    if (table === 'sex') return of({ M: 'Nam', F: 'Nữ' });
    if (table === 'document-type') return of({ 1: 'Thẻ CCCD', 2: 'Thẻ CMND', 4: 'Hộ chiếu', 9: 'Giấy Tờ Khác' });
    if (table === 'nationality') return of({ VNM: 'Việt Nam', FRA: 'Pháp', D: 'Đức' });
    if (table === 'stay-reason') return of({ 1: 'Du lịch', 20: 'Mục đích khác' });
    if (table === 'residence-kind') return of({ 1: 'Thường trú' });
    if (table === 'ward')
      return of({ 501920410: 'Phường Hội An', 501920001: 'Phường Tân An', 801930001: 'Phường Tân An' });
    if (table === 'province') return of({ 501: 'TP. Đà Nẵng', 801: 'Tỉnh Tây Ninh' });
    if (table === 'birth-date-precision') return of({ D: 'Ngày', Y: 'Năm' });
    return [];
  },
};

export const HEADERS = FORMS.portal.columns
  .slice(0, 19)
  .map(({ header, required }) => `${header.vi}${required ? ' *' : ''}`);
export const GUEST = [
  '1',
  'Trần Thị Bình',
  '15/08/1990',
  'F - Nữ',
  'VNM - Việt Nam',
  '1 - Thẻ CCCD',
  '',
  '049190001234',
  '0905000111',
  '1 - Thường trú',
  '501 - TP. Đà Nẵng',
  '501920410 - Phường Hội An',
  '1 Nguyễn Duy Hiệu',
  '23/11/2026 21:50:00',
  '25/11/2026',
  '203',
  '1 - Du lịch',
  '',
  '',
];

export const sourceOf = (bytes: Buffer): FileSource => ({
  size: bytes.length,
  read: async (offset, length) => bytes.subarray(offset, offset + length),
});

export async function workbook(
  rows: readonly (readonly unknown[])[],
  change: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void = () => undefined,
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(FORMS.portal.sheet);
  rows.forEach((row) => sheet.addRow([...row]));
  change(sheet, book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

export async function read(bytes: Buffer, name?: string): Promise<FileRow[]> {
  const source = sourceOf(bytes);
  const rows: FileRow[] = [];
  for await (const row of readRows(source, await recognise(source, name), choices)) rows.push(row);
  return rows;
}

export const guest = (change: Record<number, unknown>): unknown[] =>
  GUEST.map((cell, at) => (at in change ? change[at] : cell));
export const codes = (rows: readonly FileRow[]) =>
  rows.map(({ issues }) => issues.map(({ code, pointer }) => `${code} ${pointer}`));
export const refusal = async (bytes: Buffer, name?: string): Promise<string> =>
  read(bytes, name).then(
    () => 'read',
    (error: { code?: string }) => error.code ?? 'unknown',
  );

export async function zipped(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return gather(zip.outputStream as Readable);
}

/** The parts of a workbook, to be changed and packed again. */
export async function partsOf(bytes: Buffer): Promise<Record<string, string | Buffer>> {
  const { archive } = await openWorkbook(sourceOf(bytes));
  const parts: Record<string, string | Buffer> = {};
  for (const name of archive.names.filter((part) => !part.endsWith('/'))) parts[name] = await archive.text(name);
  return parts;
}

export async function gather(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks);
}
