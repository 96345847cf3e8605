import type { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { ZipFile } from 'yazl';
import {
  type Choices,
  columnOf,
  type FileRow,
  type FileSource,
  FORMS,
  markFile,
  readRows,
  recognise,
  type RowMark,
  writeStays,
  writeTemplate,
} from './index';
import { openWorkbook } from './xlsx/workbook';

const choices: Choices = {
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

const HEADERS = FORMS.portal.columns.slice(0, 19).map(({ header, required }) => `${header.vi}${required ? ' *' : ''}`);
const GUEST = [
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

const sourceOf = (bytes: Buffer): FileSource => ({
  size: bytes.length,
  read: async (offset, length) => bytes.subarray(offset, offset + length),
});

async function workbook(
  rows: readonly (readonly unknown[])[],
  change: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void = () => undefined,
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(FORMS.portal.sheet);
  rows.forEach((row) => sheet.addRow([...row]));
  change(sheet, book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function read(bytes: Buffer, name?: string): Promise<FileRow[]> {
  const source = sourceOf(bytes);
  const rows: FileRow[] = [];
  for await (const row of readRows(source, await recognise(source, name), choices)) rows.push(row);
  return rows;
}

const guest = (change: Record<number, unknown>): unknown[] =>
  GUEST.map((cell, at) => (at in change ? change[at] : cell));
const codes = (rows: readonly FileRow[]) =>
  rows.map(({ issues }) => issues.map(({ code, pointer }) => `${code} ${pointer}`));
const refusal = async (bytes: Buffer, name?: string): Promise<string> =>
  read(bytes, name).then(
    () => 'read',
    (error: { code?: string }) => error.code ?? 'unknown',
  );

async function zipped(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return gather(zip.outputStream as Readable);
}

async function gather(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks);
}

describe("the portal's workbook", () => {
  it('is read under its header row, wherever that is', async () => {
    for (const before of [[], [['TIÊU ĐỀ']], [['TIÊU ĐỀ'], [], ['ghi chú']]]) {
      const [row] = await read(await workbook([...before, HEADERS, guest({})]));
      expect(row).toMatchObject({
        row: before.length + 2,
        issues: [],
        input: {
          person: {
            fullName: 'Trần Thị Bình',
            birthDate: '1990-08-15',
            sex: 'F',
            nationality: 'VNM',
            document: { type: 1, number: '049190001234' },
            phone: '0905000111',
            residence: { kind: 1, provinceCode: '501', wardCode: '501920410', address: '1 Nguyễn Duy Hiệu' },
          },
          arrivedAt: '2026-11-23T21:50:00',
          expectedDepartureAt: '2026-11-25T12:00:00',
          reason: 1,
          place: { room: '203' },
        },
      });
    }
  });

  it('passes over an example, numbers of columns and blank rows, not over people', async () => {
    const bytes = await workbook([
      HEADERS,
      HEADERS.map((_, at) => `(${at + 1})`),
      guest({ 0: 'Ví dụ' }),
      [],
      guest({}),
      [],
      guest({ 0: '', 1: 'Mẫu Thị Đơn' }),
      ['9'],
    ]);
    expect((await read(bytes)).map(({ row, input }) => [row, input.person?.fullName])).toEqual([
      [5, 'Trần Thị Bình'],
      [7, 'Mẫu Thị Đơn'],
    ]);
  });

  it('reads dates as text in many forms and as the numbers Excel makes of them', async () => {
    const at = (date: unknown): Promise<FileRow[]> =>
      workbook([HEADERS, guest({ 13: date })]).then((bytes) => read(bytes));
    const arrival = async (date: unknown) => (await at(date))[0]?.input.arrivedAt;
    expect(await arrival('3/1/2026 7:05')).toBe('2026-01-03T07:05:00');
    expect(await arrival('2026-11-23 21:50:10')).toBe('2026-11-23T21:50:10');
    expect(await arrival('23-11-2026')).toBe('2026-11-23T14:00:00');
    expect(await arrival('2026-11-23T07:05:00Z')).toBe('2026-11-23T14:05:00');
    expect(await arrival('23/11/2026 9:50 CH')).toBe('2026-11-23T21:50:00');
    expect(await arrival(new Date('2026-11-23T21:50:00Z'))).toBe('2026-11-23T21:50:00');
    expect(await arrival(46349)).toBe('2026-11-23T14:00:00');
    expect(codes(await at('11/23/2026'))).toEqual([['date-month-first /arrivedAt']]);
    expect(codes(await at('31/02/2026'))).toEqual([['date-not-in-calendar /arrivedAt']]);
    expect(codes(await at('mai'))).toEqual([['date-malformed /arrivedAt']]);
    const born = async (date: unknown) =>
      (await read(await workbook([HEADERS, guest({ 2: date })])))[0]?.input.person?.birthDate;
    expect(await born(1990)).toBe('1990');
    expect(await born('1990')).toBe('1990');
    expect(await born(33100)).toBe('1990-08-15');
  });

  it('counts days from 1904 where the workbook does', async () => {
    const bytes = await workbook([HEADERS, guest({ 13: 44887 })], (_sheet, book) => {
      book.properties.date1904 = true;
    });
    expect((await read(bytes))[0]?.input.arrivedAt).toBe('2026-11-23T14:00:00');
  });

  it('restores zeros where nothing else is possible, and says so', async () => {
    const [row] = await read(await workbook([HEADERS, guest({ 7: 49190001234, 8: 905000111 })]));
    expect(row?.input.person).toMatchObject({ document: { number: '049190001234' }, phone: '0905000111' });
    expect(row?.warnings).toEqual([
      { code: 'leading-zeros-restored', pointer: '/person/document/number' },
      { code: 'leading-zeros-restored', pointer: '/person/phone' },
    ]);
    const other = async (number: unknown, change: Record<number, unknown> = {}) =>
      (await read(await workbook([HEADERS, guest({ 7: number, ...change })])))[0]?.input.person?.document?.number;
    expect(await other(49190001234, { 2: '15/08/1971' })).toBe('49190001234');
    expect(await other(49190001234, { 3: 'M - Nam' })).toBe('49190001234');
    expect(await other(99190001234)).toBe('99190001234');
    expect(await other(12345678, { 5: '2 - Thẻ CMND' })).toBe('012345678');
    expect(codes(await read(await workbook([HEADERS, guest({ 7: 1234567890123456 })])))).toEqual([
      ['number-precision-lost /person/document/number'],
    ]);
  });

  it('reads codes, labels and "code - label", with and without diacritics', async () => {
    const type = async (cell: unknown) =>
      (await read(await workbook([HEADERS, guest({ 5: cell })])))[0]?.input.person?.document?.type;
    for (const cell of [
      1,
      '1',
      '1 - Thẻ CCCD',
      '1-Thẻ CCCD',
      'Thẻ CCCD',
      'the cccd',
      'CCCD',
      'Thẻ CCCD'.normalize('NFD'),
    ]) {
      expect([cell, await type(cell)]).toEqual([cell, 1]);
    }
    expect(codes(await read(await workbook([HEADERS, guest({ 5: 'thẻ thư viện' })])))).toEqual([
      ['cell-code-unknown /person/document/type'],
    ]);
    const nation = await read(await workbook([HEADERS, guest({ 4: 'BRA - Brazil' })]));
    expect(nation[0]?.input.person?.nationality).toBe('BRA');
  });

  it('finds a ward within its province, and hands old units on in the address', async () => {
    const residence = async (change: Record<number, unknown>) =>
      (await read(await workbook([HEADERS, guest(change)])))[0]?.input.person?.residence;
    expect(await residence({ 10: 'Tây Ninh', 11: 'Phường Tân An' })).toMatchObject({
      address: '1 Nguyễn Duy Hiệu, Phường Tân An, Tây Ninh',
    });
    expect(await residence({ 10: '801', 11: 'Phường Tân An' })).toMatchObject({ wardCode: '801930001' });
    expect(await residence({ 10: 'TP. Đà Nẵng', 11: 'phuong tan an' })).toMatchObject({ wardCode: '501920001' });
    expect(await residence({ 10: '', 11: 'Phường Tân An' })).toMatchObject({
      address: '1 Nguyễn Duy Hiệu, Phường Tân An',
    });
    expect(await residence({ 10: '049 - Quảng Nam', 11: 'Phường Minh An' })).toEqual({
      kind: 1,
      address: '1 Nguyễn Duy Hiệu, Phường Minh An, Quảng Nam',
    });
  });

  it('takes text in NFD, with rich parts, line breaks and invisible characters', async () => {
    const rich = { richText: [{ text: 'Trần ' }, { font: { bold: true }, text: 'Thị\u200B Bình' }] };
    const names = await read(
      await workbook([
        HEADERS,
        guest({ 1: 'Trần Thị Bình'.normalize('NFD') }),
        guest({ 1: rich }),
        guest({ 1: ' Trần\nThị  Bình ' }),
      ]),
    );
    expect(names.map(({ input }) => input.person?.fullName)).toEqual(Array(3).fill('Trần Thị Bình'));
  });

  it('counts formulas by their saved value, and refuses errors and unsaved formulas', async () => {
    const rows = await read(
      await workbook([
        HEADERS,
        guest({ 15: { formula: '"20"&"3"', result: '203' } }),
        guest({ 15: { formula: 'A1' } }),
        guest({ 15: { error: '#N/A' } }),
        guest({ 15: new Date('2026-02-03') }),
        guest({ 15: true }),
      ]),
    );
    expect(rows[0]?.input.place?.room).toBe('203');
    expect(codes(rows).slice(1)).toEqual([
      ['cell-formula-empty /place/room'],
      ['cell-error /place/room'],
      ['number-became-date /place/room'],
      ['cell-boolean /place/room'],
    ]);
  });

  it('fills merged rooms into all rows they span', async () => {
    const bytes = await workbook([HEADERS, guest({}), guest({ 15: null }), guest({ 15: null })], (sheet) =>
      sheet.mergeCells('P2:P4'),
    );
    expect((await read(bytes)).map(({ input }) => input.place?.room)).toEqual(['203', '203', '203']);
  });

  it('costs little for many styled rows that hold nothing', async () => {
    const bytes = await workbook([HEADERS, guest({})], (sheet) => {
      for (let row = 3; row < 20_000; row += 1) sheet.getRow(row).getCell(1).border = { top: { style: 'thin' } };
    });
    expect(await read(bytes)).toHaveLength(1);
  });

  it('finds the sheet among others and leaves hidden ones alone', async () => {
    const bytes = await workbook([['Ghi chú']], (sheet, book) => {
      sheet.name = 'Bìa';
      const hidden = book.addWorksheet('CŨ', { state: 'hidden' });
      [HEADERS, guest({ 1: 'Người Cũ' })].forEach((row) => hidden.addRow(row));
      const data = book.addWorksheet('Danh sách');
      [HEADERS, guest({})].forEach((row) => data.addRow(row));
    });
    expect((await read(bytes)).map(({ input }) => input.person?.fullName)).toEqual(['Trần Thị Bình']);
  });

  it('names missing columns, and columns nobody knows', async () => {
    expect(await refusal(await workbook([HEADERS.filter((_, at) => at !== 7), guest({})]))).toBe(
      'file-columns-missing',
    );
    expect(
      await refusal(
        await workbook([
          ['a', 'b', 'c', 'd'],
          ['1', '2', '3', '4'],
        ]),
      ),
    ).toBe('file-header-not-found');
    const source = sourceOf(
      await workbook([
        [...HEADERS, 'MÀU XE'],
        [...guest({}), 'đỏ'],
      ]),
    );
    expect((await recognise(source, 'a.xls')).warnings).toEqual([
      { code: 'file-columns-unknown', pointer: '', params: { columns: 'MÀU XE' } },
      { code: 'file-extension-wrong', pointer: '', params: { extension: 'xls', right: 'xlsx' } },
    ]);
  });

  it('tells which column a fault belongs to', async () => {
    const file = await recognise(sourceOf(await workbook([HEADERS, guest({})])), undefined);
    expect(columnOf(file, '/person/birthDate')).toEqual({ letter: 'C', header: 'NGÀY SINH' });
    expect(columnOf(file, '/person')).toEqual({ letter: 'B', header: 'HỌ TÊN' });
    expect(columnOf(file, '/kind')).toBeNull();
  });
});

describe('other formats', () => {
  const csv = (delimiter: string, rows: readonly (readonly unknown[])[]): string =>
    rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(delimiter)).join('\r\n');

  it('reads CSV with any delimiter, a BOM, quotes and line breaks, and UTF-16', async () => {
    for (const delimiter of [',', ';', '\t']) {
      const text = `\uFEFF${csv(delimiter, [HEADERS, guest({ 18: 'dòng 1\ndòng "2"' }), guest({ 1: "'=1+1", 7: '="049190001234"' })])}`;
      const rows = await read(Buffer.from(text));
      expect(rows[1]?.input.person?.document?.number).toBe('049190001234');
      expect(rows.map(({ row, input }) => [row, input.note, input.person?.fullName])).toEqual([
        [2, 'dòng 1 dòng "2"', 'Trần Thị Bình'],
        [4, undefined, '=1+1'],
      ]);
    }
    const utf16 = Buffer.from(`\uFEFF${csv('\t', [HEADERS, guest({})])}`, 'utf16le');
    expect((await read(utf16))[0]?.input.person?.fullName).toBe('Trần Thị Bình');
  });

  it('reads CSV under the names of our fields', async () => {
    const text =
      'fullName,birthDate,sex,nationality,type,number,arrivedAt,expectedDepartureAt,room,reason,externalRef\nTrần Thị Bình,1990-08-15,F,VNM,1,049190001234,2026-11-23T21:50,2026-11-25T12:00,203,1,BK-1';
    const names = text.replace('type,number', 'documentType,documentNumber');
    expect((await read(Buffer.from(names)))[0]?.input).toMatchObject({
      externalRef: 'BK-1',
      arrivedAt: '2026-11-23T21:50:00',
      person: { document: { type: 1, number: '049190001234' } },
    });
  });

  it('refuses text that lost its diacritics in another encoding, with advice', async () => {
    const latin = Buffer.concat([Buffer.from(csv(',', [HEADERS])), Buffer.from([0x0d, 0x0a, 0x31, 0x2c, 0xd0, 0xe2])]);
    expect(await refusal(latin)).toBe('file-not-utf8');
  });

  it('reads JSON lines, each with its own faults', async () => {
    const lines = [
      '{"kind":"guest","person":{"fullName":"Trần Thị Bình","sex":"F"},"reason":1}',
      '',
      'không phải JSON',
      '[1]',
      '{"person":{"birthDate":1990},"colour":"red","reason":"một","place":{"room":"x"},"externalRef":"a b"}',
      `{"note":"${'x'.repeat(70_000)}"}`,
    ];
    const rows = await read(Buffer.from(`\uFEFF${lines.join('\n')}`));
    expect(rows.map(({ row }) => row)).toEqual([1, 3, 4, 5, 6]);
    expect(codes(rows)).toEqual([
      [],
      ['line-not-json '],
      ['line-not-json '],
      ['type-wrong /person/birthDate', 'field-unknown /colour', 'type-wrong /reason', 'text-unusable /externalRef'],
      ['line-too-long '],
    ]);
    expect(rows[3]?.input).toEqual({ person: {}, place: { room: 'x' } });
  });

  const xml = (inside: string, before = ''): Buffer =>
    Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${before}<KHAI_BAO_TAM_TRU>${inside}</KHAI_BAO_TAM_TRU>`);
  const FOREIGNER =
    '<THONG_TIN_KHACH><so_thu_tu>1</so_thu_tu><ho_ten>MUELLER HANS</ho_ten><ngay_sinh>12/08/1964</ngay_sinh><ngay_sinh_dung_den>D</ngay_sinh_dung_den><gioi_tinh>M</gioi_tinh><ma_quoc_tich>D</ma_quoc_tich><so_ho_chieu>C01X00T47</so_ho_chieu><so_phong>305</so_phong><ngay_den>23/11/2026</ngay_den><ngay_di_du_kien>25/11/2026</ngay_di_du_kien><ngay_tra_phong></ngay_tra_phong><thoi_han_tam_tru>31/12/2026</thoi_han_tam_tru></THONG_TIN_KHACH>';

  it('reads the XML of foreigners', async () => {
    const [row, year] = await read(
      xml(FOREIGNER + FOREIGNER.replace('<ngay_sinh_dung_den>D', '<ngay_sinh_dung_den>Y')),
    );
    expect(row).toMatchObject({
      row: 1,
      issues: [],
      input: {
        person: {
          fullName: 'MUELLER HANS',
          birthDate: '1964-08-12',
          nationality: 'D',
          document: { type: 4, number: 'C01X00T47' },
          permitUntil: '2026-12-31',
        },
        reason: 1,
        place: { room: '305' },
      },
    });
    expect(year?.input.person?.birthDate).toBe('1964');
  });

  it('looks up no entity and multiplies none', async () => {
    expect(await refusal(xml(FOREIGNER, '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'))).toBe(
      'file-xml-doctype',
    );
    expect(await refusal(xml(FOREIGNER.replace('305', '&x;')))).toBe('file-damaged');
    expect(await refusal(xml('<a>'.repeat(100_000)))).toBe('file-damaged');
    expect(await refusal(Buffer.from('<html><body/></html>'))).toBe('file-unknown');
  });

  it("reads the foreigners' workbook", async () => {
    const bytes = await workbook([], (sheet, book) => {
      const own = book.addWorksheet('KBTT');
      sheet.state = 'hidden';
      own.addRow(['DANH SÁCH KHÁCH']);
      own.addRow(FORMS.foreigners.columns.map(({ header }) => header.vi));
      own.addRow([
        1,
        'DUPONT JEAN',
        '12/08/1964',
        'D - Ngày',
        'M - Nam',
        'FRA - Pháp',
        'X1234567',
        '305',
        '23/11/2026',
        '25/11/2026',
        '24/11/2026',
        '31/12/2026',
      ]);
    });
    expect((await read(bytes))[0]).toMatchObject({
      row: 3,
      input: { person: { nationality: 'FRA', birthDate: '1964-08-12' } },
      links: { departedAt: '2026-11-24T12:00:00' },
    });
  });

  it('tells apart what it cannot read', async () => {
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_000)]);
    expect(await refusal(Buffer.alloc(0))).toBe('file-empty');
    expect(await refusal(Buffer.from('  \n'))).toBe('file-empty');
    expect(await refusal(ole)).toBe('file-old-xls');
    expect(await refusal(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('file-password');
    expect(await refusal(Buffer.from('%PDF-1.7\n\u0000\u0001'))).toBe('file-unknown');
    expect(await refusal(Buffer.from('[{"kind":"guest"}]'))).toBe('file-json-array');
    expect(await refusal(await zipped({ 'readme.txt': 'xin chào' }))).toBe('file-not-a-workbook');
    const good = await workbook([HEADERS, guest({})]);
    expect(await refusal(good.subarray(0, good.length - 400))).toBe('file-damaged');
  });

  it('does not blame a file for not being readable just now', async () => {
    const away = new Error('connection lost');
    const failing = (bytes: Buffer, after: number): FileSource => {
      let reads = 0;
      return {
        size: bytes.length,
        read: async (offset, length) => {
          if ((reads += 1) > after) throw away;
          return bytes.subarray(offset, offset + length);
        },
      };
    };
    const files = [await workbook([HEADERS, guest({})]), Buffer.from(csv(',', [HEADERS, guest({})]))];
    for (const bytes of files) {
      for (let after = 0; after < 40; after += 1) {
        const source = failing(bytes, after);
        const outcome = await (async () => {
          for await (const _ of readRows(source, await recognise(source, undefined), choices));
          return 'read';
        })().catch((error: unknown) => error);
        expect(['read', away]).toContain(outcome);
      }
    }
  });

  it('stops inflating a bomb, whatever the archive says of itself', async () => {
    const bytes = await workbook([HEADERS, guest({})]);
    const source = sourceOf(bytes);
    const { archive } = await openWorkbook(source);
    const parts: Record<string, string | Buffer> = {};
    for (const name of archive.names.filter((part) => !part.endsWith('/'))) parts[name] = await archive.text(name);
    const rows = Buffer.from('<row/>'.repeat(14_000_000));
    parts['xl/worksheets/sheet1.xml'] = Buffer.concat([Buffer.from('<worksheet>'), rows, Buffer.from('</worksheet>')]);
    expect(await refusal(await zipped(parts))).toBe('file-zip-bomb');
    const many = Object.fromEntries(Array.from({ length: 2_100 }, (_, at) => [`a${at}`, '']));
    expect(await refusal(await zipped(many))).toBe('file-zip-bomb');
  });
});

describe('written files', () => {
  async function* from<T>(values: readonly T[]): AsyncGenerator<T> {
    yield* values;
  }

  it('are templates that Excel can open, with drop-downs, and that we read', async () => {
    for (const form of Object.values(FORMS)) {
      const bytes = await gather(writeTemplate(form, choices, 'vi'));
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(bytes as unknown as ArrayBuffer);
      expect(book.worksheets.map(({ name }) => name)).toEqual([form.sheet, 'DANH_MUC', 'HUONG_DAN']);
      const sex = form.columns.findIndex(({ key }) => key === 'sex') + 1;
      expect(book.worksheets[0]?.getRow(10).getCell(sex).dataValidation).toMatchObject({ type: 'list' });
      expect((await recognise(sourceOf(bytes), 'mau.xlsx')).form?.id).toBe(form.id);
      expect(await read(bytes)).toEqual([]);
    }
  });

  it("are the sender's workbook with a column of results, everything else as it was", async () => {
    const bytes = await workbook([HEADERS, guest({}), guest({ 2: 'hôm qua' }), guest({ 15: null })], (sheet, book) => {
      sheet.getCell('F2').dataValidation = { type: 'list', formulae: ['DM!$A$1:$A$2'] };
      sheet.getCell('C3').font = { italic: true };
      sheet.getColumn(2).width = 33;
      sheet.mergeCells('Q2:Q3');
      book.addWorksheet('DM', { state: 'hidden' }).addRow(['1 - Thẻ CCCD']);
    });
    const source = sourceOf(bytes);
    const marks: RowMark[] = [
      { row: 2, outcome: 'accepted', text: '', errorColumns: [], warningColumns: [] },
      { row: 3, outcome: 'rejected', text: 'Cột C: <ngày> & "giờ"', errorColumns: ['C'], warningColumns: ['B'] },
      { row: 4, outcome: 'rejected', text: 'Cột P: thiếu', errorColumns: ['P'], warningColumns: [] },
    ];
    const marked = await markFile(source, await recognise(source, 'a.xlsx'), from(marks), 'vi');
    const out = await gather(marked.stream);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(out as unknown as ArrayBuffer);
    const sheet = book.worksheets[0];
    if (!sheet) throw new Error('no sheet');
    expect(sheet.getRow(1).getCell(20).text).toBe('KẾT QUẢ');
    expect([2, 3, 4].map((row) => sheet.getRow(row).getCell(20).text)).toEqual(['Đã nhận', 'Lỗi', 'Lỗi']);
    expect(sheet.getRow(3).getCell(21).text).toBe('Cột C: <ngày> & "giờ"');
    const fill = (cell: string): unknown =>
      (sheet.getCell(cell).fill as { fgColor?: { argb?: string } } | undefined)?.fgColor?.argb;
    expect([fill('C3'), fill('B3'), fill('P4'), fill('C2')]).toEqual(['FFFFC7CE', 'FFFFEB9C', 'FFFFC7CE', undefined]);
    expect(sheet.getCell('C3').font.italic).toBe(true);
    expect(sheet.getCell('F2').dataValidation).toMatchObject({ formulae: ['DM!$A$1:$A$2'] });
    expect(sheet.getCell('Q3').isMerged).toBe(true);
    expect(sheet.getColumn(2).width).toBe(33);
    expect(book.worksheets[1]?.state).toBe('hidden');
    expect((await read(out)).map(({ input }) => input.person?.fullName)).toHaveLength(3);
    const again = await markFile(
      sourceOf(out),
      await recognise(sourceOf(out), 'a.xlsx'),
      from(marks.slice(0, 1)),
      'en',
    );
    const twice = new ExcelJS.Workbook();
    await twice.xlsx.load((await gather(again.stream)) as unknown as ArrayBuffer);
    expect(twice.worksheets[0]?.getRow(2).getCell(22).text).toBe('Accepted');
  });

  it('are CSV with the results, and a list of results for what has no columns', async () => {
    const text = `${HEADERS.join(';')}\r\n${guest({}).join(';')}\r\n`;
    const source = sourceOf(Buffer.from(text));
    const marks: RowMark[] = [
      { row: 2, outcome: 'warned', text: 'ghi chú; thêm', errorColumns: [], warningColumns: [] },
    ];
    const marked = await markFile(source, await recognise(source, 'a.csv'), from(marks), 'vi');
    expect((await gather(marked.stream)).toString()).toContain('"Đã nhận, có lưu ý";"ghi chú; thêm"');
    const lines = sourceOf(Buffer.from('{"kind":"guest"}'));
    const report = await markFile(lines, await recognise(lines, 'a.jsonl'), from(marks), 'vi');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await gather(report.stream)) as unknown as ArrayBuffer);
    expect(book.worksheets[0]?.getRow(2).getCell(3).text).toBe('ghi chú; thêm');
  });

  it('export no formula, and come back as they went', async () => {
    const row = {
      fullName: '=cmd|"/c calc"!A1',
      birthDate: '1990-08-15',
      sex: 'F',
      nationality: 'VNM',
      documentType: 1,
      documentNumber: '049190001234',
      arrivedAt: '2026-11-23T21:50:00+07:00',
      expectedDepartureAt: '2026-11-25T12:00:00+07:00',
      room: '-203',
      reason: 1,
    };
    for (const format of ['csv', 'xlsx'] as const) {
      const bytes = await gather(writeStays(from([row]), { form: FORMS.portal, format, choices, language: 'vi' }));
      if (format === 'csv') expect(bytes.toString()).toContain(`"'=cmd|""/c calc""!A1"`);
      const [back] = await read(bytes);
      expect(back?.input).toMatchObject({
        person: { fullName: row.fullName, document: { number: '049190001234' } },
        place: { room: '-203' },
        arrivedAt: '2026-11-23T21:50:00',
      });
    }
  });
});
