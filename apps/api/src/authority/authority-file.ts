import { Readable } from 'node:stream';
import { columnOf, type MaskedRow, type PolicyColumn } from '@luutru/authority';
import type { ReferenceDataService } from '@luutru/reference-data';

/** Rows as CSV for a spreadsheet: UTF-8 with its mark, codes in words, nothing that a spreadsheet would run. */
export function authorityCsv(
  rows: AsyncIterable<MaskedRow>,
  columns: readonly PolicyColumn[],
  counted: boolean,
  reference: ReferenceDataService,
  { language, day }: { readonly language: 'vi' | 'en'; readonly day: string },
): Readable {
  const names = columns.map(({ resource, column }) => columnOf(resource, column)?.[language] ?? column);
  const header = counted ? [...names, language === 'vi' ? 'Số lượt' : 'Stays'] : names;
  const inWords = ({ resource, column }: PolicyColumn, value: MaskedRow[string]): string => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'boolean') return WORDS[language][value ? 0 : 1] ?? '';
    const text = String(value);
    const codes = columnOf(resource, column)?.codes;
    if (codes === undefined) return text;
    if (codes === 'admin-unit') return reference.adminUnits.find(text)?.name ?? text;
    const entry = reference.codeTables.find(codes, text, day);
    return entry?.[language === 'vi' ? 'labelVi' : 'labelEn'] ?? text;
  };
  async function* lines(): AsyncGenerator<string> {
    yield `\uFEFF${lineOf(header)}`;
    for await (const row of rows) {
      const values = columns.map((column) => inWords(column, row[column.column] ?? null));
      yield lineOf(counted ? [...values, String(row.count)] : values);
    }
  }
  return Readable.from(lines());
}

const WORDS = { vi: ['Có', 'Không'], en: ['yes', 'no'] };

const lineOf = (values: readonly string[]): string => `${values.map(cell).join(',')}\r\n`;

/** Texts that facilities typed may begin like a formula: a spreadsheet is told that they are none. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) && !/^-?\d+([-+]\d*)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
