import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { FORMS, writeStays } from '@luutru/declaration-file';

const NAMES = ['Nguyễn Văn', 'Trần Thị', 'Lê Hoàng', 'Phạm Minh', 'Huỳnh Ngọc', 'Võ Thành', 'Đặng Thu', 'Bùi Quốc'];
const GIVEN = ['An', 'Bình', 'Cường', 'Dung', 'Em', 'Phúc', 'Giang', 'Hạnh', 'Khánh', 'Linh', 'Minh', 'Nga'];

/** Writes a workbook of the portal's form with so many guests, each right in every respect and unlike the others. */
export async function portalWorkbookFile(path: string, count: number): Promise<void> {
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const leaves = new Date(Date.now() + 7 * 3_600_000 + 3 * 86_400_000).toISOString().slice(0, 10);
  async function* rows() {
    for (let at = 0; at < count; at += 1) {
      const year = 1960 + (at % 40);
      yield {
        fullName: `${NAMES[at % NAMES.length]} ${GIVEN[Math.floor(at / 7) % GIVEN.length]}`,
        birthDate: `${year}-0${1 + (at % 9)}-1${at % 9}`,
        sex: at % 2 === 0 ? 'F' : 'M',
        nationality: 'VNM',
        documentType: 1,
        documentNumber: `049${at % 2 === 0 ? 1 : 0}${String(year).slice(2)}${String(at).padStart(6, '0')}`,
        phone: `09${String(10_000_000 + at)}`,
        address: `${1 + (at % 300)} Nguyễn Duy Hiệu, Phường Hội An, Đà Nẵng`,
        arrivedAt: `${today}T00:30:00`,
        expectedDepartureAt: `${leaves}T12:00:00`,
        room: String(100 + (at % 900)),
        reason: 1,
      };
    }
  }
  const label = (table: string, code: string): string =>
    ({
      sex: { F: 'Nữ', M: 'Nam' },
      nationality: { VNM: 'Việt Nam' },
      'document-type': { 1: 'Thẻ CCCD' },
      'stay-reason': { 1: 'Du lịch' },
    })[table]?.[code as never] ?? code;
  const codes: Readonly<Record<string, readonly string[]>> = {
    sex: ['F', 'M'],
    nationality: ['VNM'],
    'document-type': ['1'],
    'stay-reason': ['1'],
  };
  const choices = {
    list: (table: string) =>
      (codes[table] ?? []).map((code) => ({ code, label: { vi: label(table, code), en: label(table, code) } })),
  };
  await pipeline(
    writeStays(rows(), { form: FORMS.portal, format: 'xlsx', choices, language: 'vi' }),
    createWriteStream(path),
  );
}
