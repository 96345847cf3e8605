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
  const inWords = ({ resource, column }: PolicyColumn, value: MaskedRow[string]): string => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'boolean') return WORDS[language][value ? 0 : 1] ?? '';
    const text = String(value);
    const codes = columnOf(resource, column)?.codes;
    if (codes === undefined) return own[column]?.[text] ?? text;
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
