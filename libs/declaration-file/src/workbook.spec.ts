import { columnOf, recognise, type FileRow } from './index';
import { HEADERS, sourceOf, workbook, read, guest, codes, partsOf, refusal, zipped } from './testing/files';

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

  it('knows headers broken over lines, with hints, and merged over two rows', async () => {
    const broken = HEADERS.map((header) => header.replace(' ', '\n'));
    broken[2] = 'NGÀY SINH *\n(ngày/tháng/năm)\nví dụ 15/08/1990';
    const bytes = await workbook([broken, [], guest({})], (sheet) => {
      for (let column = 1; column <= HEADERS.length; column += 1) sheet.mergeCells(1, column, 2, column);
    });
    expect((await recognise(sourceOf(bytes), undefined)).warnings).toEqual([]);
    expect(await read(bytes)).toMatchObject([{ row: 3, issues: [], input: { person: { birthDate: '1990-08-15' } } }]);
  });

  it('runs no macros, passes over hidden sheets, and says both', async () => {
    const parts = await partsOf(
      await workbook([HEADERS, guest({})], (sheet, book) => {
        sheet.name = 'Danh sách';
        book.addWorksheet('KBTT', { state: 'veryHidden' });
      }),
    );
    parts['xl/vbaProject.bin'] = 'Sub Auto_Open()';
    const bytes = await zipped(parts);
    expect((await recognise(sourceOf(bytes), 'ds.xlsm')).warnings).toEqual([
      { code: 'file-macros-ignored', pointer: '' },
      { code: 'file-hidden-sheet-ignored', pointer: '' },
    ]);
    expect(await read(bytes)).toHaveLength(1);
    const hidden = await workbook([HEADERS, guest({})], (sheet) => (sheet.state = 'hidden'));
    expect(await refusal(hidden)).toBe('file-sheets-hidden');
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
