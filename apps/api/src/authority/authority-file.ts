import { Readable } from 'node:stream';
import { columnOf, type MaskedRow, type PolicyColumn } from '@luutru/authority';
import { csvLine } from '@luutru/declaration-file';
import type { CodeNames } from '@luutru/facility';
import type { ReferenceDataService } from '@luutru/reference-data';

/** Rows as CSV for a spreadsheet: UTF-8 with its mark, codes in words, nothing that a spreadsheet would run. */
export function authorityCsv(
  rows: AsyncIterable<MaskedRow>,
  columns: readonly PolicyColumn[],
  counted: boolean,
  reference: ReferenceDataService,
  { language, day, names: own }: { readonly language: 'vi' | 'en'; readonly day: string; readonly names: CodeNames },
): Readable {
  const names = columns.map(({ resource, column }) => columnOf(resource, column)?.[language] ?? column);
  const header = counted ? [...names, language === 'vi' ? 'Số lượt' : 'Stays'] : names;
  const inWords = ({ resource, column, masking }: PolicyColumn, value: MaskedRow[string]): string => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'boolean') return WORDS[language][value ? 0 : 1] ?? '';
    const text = String(value);
    const codes = columnOf(resource, column)?.codes;
    if (codes === undefined)
      return own[column]?.[text] ?? VALUES[masking === 'band' ? `${column}-band` : column]?.[text]?.[language] ?? text;
    if (codes === 'admin-unit') return reference.adminUnits.find(text)?.name ?? text;
    const entry = reference.codeTables.find(codes, text, day);
    return entry?.[language === 'vi' ? 'labelVi' : 'labelEn'] ?? text;
  };
  async function* lines(): AsyncGenerator<string> {
    yield `\uFEFF${csvLine(header)}`;
    for await (const row of rows) {
      const values = columns.map((column) => inWords(column, row[column.column] ?? null));
      yield csvLine(counted ? [...values, String(row.count)] : values);
    }
  }
  return Readable.from(lines());
}

const WORDS = { vi: ['Có', 'Không'], en: ['yes', 'no'] };
/** Codes without a table. Bands of nights too: a spreadsheet takes `2-3` for a day of March. */
const VALUES: Readonly<Record<string, Readonly<Record<string, { readonly vi: string; readonly en: string }>>>> = {
  stayKind: {
    guest: { vi: 'Khách lưu trú', en: 'Guest' },
    tenant: { vi: 'Người thuê ở', en: 'Tenant' },
    patient: { vi: 'Bệnh nhân', en: 'Patient' },
    relative: { vi: 'Thân nhân', en: 'Relative' },
    passenger: { vi: 'Hành khách', en: 'Passenger' },
  },
  status: {
    active: { vi: 'Đang hoạt động', en: 'At work' },
    suspended: { vi: 'Đang đình chỉ', en: 'Suspended' },
    closed: { vi: 'Đã đóng', en: 'Closed' },
  },
  state: {
    planned: { vi: 'Chưa chạy', en: 'Planned' },
    departed: { vi: 'Đã khởi hành', en: 'Departed' },
    arrived: { vi: 'Đã đến nơi', en: 'Arrived' },
    cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
  },
  sex: { M: { vi: 'Nam', en: 'Male' }, F: { vi: 'Nữ', en: 'Female' } },
  'nights-band': {
    '0': { vi: 'Trong ngày', en: 'Same day' },
    '1': { vi: '1 đêm', en: '1 night' },
    '2-3': { vi: '2–3 đêm', en: '2–3 nights' },
    '4-7': { vi: '4–7 đêm', en: '4–7 nights' },
    '8-29': { vi: '8–29 đêm', en: '8–29 nights' },
    '30+': { vi: 'Từ 30 đêm', en: '30 nights and more' },
  },
};
