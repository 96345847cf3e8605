import ExcelJS from 'exceljs';
import { FORMS, markFile, recognise, writeStays, writeTemplate, type RowMark } from './index';
import { choices, HEADERS, sourceOf, workbook, read, guest, gather, partsOf, zipped } from './testing/files';

describe('written files', () => {
  async function* from<T>(values: readonly T[]): AsyncGenerator<T> {
    yield* values;
  }

  it.each([
    ['vi', 'HUONG_DAN'],
    ['en', 'INSTRUCTIONS'],
  ] as const)('are templates that Excel can open, with drop-downs, and that we read: %s', async (language, how) => {
    for (const form of Object.values(FORMS)) {
      const bytes = await gather(writeTemplate(form, choices, language));
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(bytes as unknown as ArrayBuffer);
      expect(book.worksheets.map(({ name }) => name)).toEqual([form.sheet, 'DANH_MUC', how]);
      const explained = book.worksheets[2]?.getColumn(1).values.map(String) ?? [];
      for (const { header, pointer, key } of form.columns.filter(({ key }) => key !== 'externalRef')) {
        if (pointer !== null) expect([key, explained]).toEqual([key, expect.arrayContaining([header[language]])]);
      }
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

  const nobody: RowMark[] = [];
  const markedOf = async (parts: Record<string, string | Buffer>) => {
    const source = sourceOf(await zipped(parts));
    return markFile(source, await recognise(source, 'a.xlsx'), from(nobody), 'vi');
  };

  it('are a list of results where another part of the workbook is a bomb, and break off where it hides', async () => {
    const bytes = await workbook([HEADERS, guest({})]);
    const parts = { ...(await partsOf(bytes)), 'xl/media/image1.png': Buffer.alloc(60 * 1024 * 1024) };
    const report = new ExcelJS.Workbook();
    await report.xlsx.load((await gather((await markedOf(parts)).stream)) as unknown as ArrayBuffer);
    expect(report.worksheets.map(({ name }) => name)).toEqual(['KET_QUA']);
    // The archive says that the picture has one byte.
    const packed = await zipped(parts);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(60 * 1024 * 1024);
    for (let at = packed.indexOf(size); at >= 0; at = packed.indexOf(size)) packed.writeUInt32LE(1, at);
    const source = sourceOf(packed);
    const marked = await markFile(source, await recognise(source, 'a.xlsx'), from(nobody), 'vi');
    await expect(gather(marked.stream)).rejects.toMatchObject({ code: 'file-zip-bomb' });
  });

  it('take no longer over styles and rows that were made to take long', async () => {
    const parts = await partsOf(await workbook([HEADERS, guest({})]));
    const styles = String(parts['xl/styles.xml']);
    for (const crafted of [
      styles.replace('<fills', () => `${'<fills />'.repeat(300_000)}<fills`),
      styles.replace('</cellXfs>', () => `<!--${'<xf>'.repeat(700_000)}--></cellXfs>`),
    ]) {
      await gather((await markedOf({ ...parts, 'xl/styles.xml': crafted })).stream);
    }
    const sheet = 'xl/worksheets/sheet1.xml';
    const endless = String(parts[sheet]).replace('</sheetData>', () => `<row r="9">${' '.repeat(9_000_000)}`);
    const { stream } = await markedOf({ ...parts, [sheet]: endless });
    await expect(gather(stream)).rejects.toMatchObject({ code: 'file-damaged' });
  }, 20_000);

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
