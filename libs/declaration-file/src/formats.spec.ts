import { FORMS, readRows, recognise, type FileSource } from './index';
import { choices, HEADERS, workbook, read, guest, codes, refusal, partsOf, zipped } from './testing/files';

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
    for (const mark of ['\uFEFF', '']) {
      const utf16 = Buffer.from(mark + csv('\t', [HEADERS, guest({})]), 'utf16le');
      expect((await read(utf16))[0]?.input.person?.fullName).toBe('Trần Thị Bình');
      expect((await read(utf16.swap16()))[0]?.input.person?.fullName).toBe('Trần Thị Bình');
    }
  });

  it('names the line from which a CSV file makes no sense', async () => {
    const lines = csv(',', [HEADERS, guest({ 18: 'a\nb' }), guest({}), guest({})]).split('\r\n');
    const broken = [...lines.slice(0, 2), lines[2]?.replace(/"$/, ''), ...lines.slice(3)].join('\r\n');
    const failed = await read(Buffer.from(broken.replace(/"$/, ''))).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'file-csv-malformed', params: { line: 4 } });
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

  it('reads JSON lines and XML in UTF-16, as PowerShell writes them', async () => {
    const lines = '{"note":"một"}\r\n{"note":"hai"}\r\n';
    const foreigners = xml(FOREIGNER).toString().replace('UTF-8', 'UTF-16');
    for (const mark of ['\uFEFF', '']) {
      const rows = await read(Buffer.from(mark + lines, 'utf16le'));
      expect(rows.map(({ row, input, issues }) => [row, input.note, issues])).toEqual([
        [1, 'một', []],
        [2, 'hai', []],
      ]);
      const [guest] = await read(Buffer.from(mark + foreigners, 'utf16le').swap16());
      expect(guest?.input.person?.fullName).toBe('MUELLER HANS');
    }
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
    expect(await refusal(Buffer.from('<DANH_SACH><KHACH/></DANH_SACH>'))).toBe('file-unknown');
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
    const excel =
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>';
    expect(await refusal(Buffer.from(excel), 'ds.xls')).toBe('file-old-xls');
    for (const page of [
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body>',
      '<!DOCTYPE html><table>',
      '<table><tr>',
      '<!-- x -->\n<HTML>',
    ]) {
      expect(await refusal(Buffer.from(page), 'ds.xls')).toBe('file-html');
    }
    expect(await refusal(await zipped({ 'readme.txt': 'xin chào' }))).toBe('file-not-a-workbook');
    const good = await workbook([HEADERS, guest({})]);
    expect(await refusal(good.subarray(0, good.length - 400))).toBe('file-damaged');
  });

  it('takes no longer over what was made to take long', async () => {
    expect(await refusal(Buffer.from(`${'<!---->'.repeat(1_000)}x`))).toBe('file-unknown');
    expect(await refusal(Buffer.from(`<?xml version="1.0"?><!-- a --> <?b?><!--c-->\n<html>`))).toBe('file-html');
    const merges = '<mergeCell ref="P2:P1000"/>'.repeat(19_000);
    expect(await sheetWith(({ after }) => after(`<mergeCells>${merges}</mergeCells>`))).toBe('read');
    expect(await sheetWith(({ row }) => row(`<row r="9">${'<c><v>1</v></c>'.repeat(20_000)}</row>`))).toBe(
      'file-damaged',
    );
    const texts = `<row r="9">${`<c t="inlineStr"><is><t>${'x'.repeat(30_000)}</t></is></c>`.repeat(100)}</row>`;
    expect(await sheetWith(({ row }) => row(texts))).toBe('file-damaged');
  }, 20_000);

  it.each(['0', '-3', '1.5', 'x', '99999999999'])('calls a file with a row %s damaged', async (number) => {
    expect(await sheetWith(({ row }) => row(`<row r="${number}"><c r="A9"><v>1</v></c></row>`))).toBe('file-damaged');
  });

  it.each(['7', 'ZZZZ7'])('calls a file with a cell %s damaged', async (cell) => {
    expect(await sheetWith(({ row }) => row(`<row r="7"><c r="${cell}"><v>1</v></c></row>`))).toBe('file-damaged');
  });

  /** A workbook with a guest whose sheet holds something of somebody's making besides. */
  async function sheetWith(
    change: (at: { row: (xml: string) => string; after: (xml: string) => string }) => string,
  ): Promise<string> {
    const name = 'xl/worksheets/sheet1.xml';
    const parts = await partsOf(await workbook([HEADERS, guest({})]));
    const sheet = String(parts[name]);
    parts[name] = change({
      row: (xml) => sheet.replace('</sheetData>', () => `${xml}</sheetData>`),
      after: (xml) => sheet.replace('</sheetData>', () => `</sheetData>${xml}`),
    });
    return refusal(await zipped(parts));
  }

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
    const parts = await partsOf(bytes);
    const rows = Buffer.from(`<row x="${'0'.repeat(10_000)}"/>`.repeat(8_000));
    parts['xl/worksheets/sheet1.xml'] = Buffer.concat([Buffer.from('<worksheet>'), rows, Buffer.from('</worksheet>')]);
    expect(await refusal(await zipped(parts))).toBe('file-zip-bomb');
    const many = Object.fromEntries(Array.from({ length: 2_100 }, (_, at) => [`a${at}`, '']));
    expect(await refusal(await zipped(many))).toBe('file-zip-bomb');
  });
});
