import ExcelJS from 'exceljs';
import { FORMS } from '@luutru/declaration-file';

/** The 19 columns of the portal's form, A to S. */
export const PORTAL_HEADERS = FORMS.portal.columns
  .slice(0, 19)
  .map(({ header, required }) => `${header.vi}${required ? ' *' : ''}`);

const LETTERS = 'ABCDEFGHIJKLMNOPQRS';

/** Far from the numbers that other builders give out. */
export const numberOf = (serial: number): string => `049190${500_000 + serial}`;

/** A guest as a row of the portal's form: a woman of 1990 with a number of her own, right in every respect. */
export function portalRow(serial: number, change: Readonly<Record<string, unknown>> = {}): unknown[] {
  const row: unknown[] = [
    String(serial),
    'Trần Thị Bình',
    '15/08/1990',
    'F - Nữ',
    'VNM - Việt Nam',
    '1 - Thẻ CCCD',
    '',
    numberOf(serial),
    '0905000111',
    '1 - Thường trú',
    '501 - TP. Đà Nẵng',
    '501920410 - Phường Hội An',
    '1 Nguyễn Duy Hiệu',
    '23/11/2026 20:00:00',
    '25/11/2026',
    '203',
    '1 - Du lịch',
    '',
    '',
  ];
  return row.map((cell, at) => (LETTERS[at] !== undefined && LETTERS[at] in change ? change[LETTERS[at]] : cell));
}

/** `tblt_vn_import.xlsx` as hotels fill it in. */
export async function portalWorkbook(rows: readonly (readonly unknown[])[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(FORMS.portal.sheet);
  sheet.addRow(['DANH SÁCH KHÁCH VIỆT NAM LƯU TRÚ']);
  sheet.addRow([]);
  sheet.addRow(PORTAL_HEADERS);
  sheet.addRow(portalRow(0, { A: 'Ví dụ' }));
  rows.forEach((row) => sheet.addRow([...row]));
  book.addWorksheet('TINH_THANH').addRow(['501 - TP. Đà Nẵng']);
  book.addWorksheet('PHUONG_XA').addRow(['501920410 - Phường Hội An']);
  book.addWorksheet('DANH_MUC').addRow(['1 - Thẻ CCCD']);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** The row of the sheet that the first person stands in. */
export const FIRST_ROW = 5;
