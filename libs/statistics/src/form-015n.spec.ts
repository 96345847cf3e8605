import ExcelJS from 'exceljs';
import { type Form015n } from './form-015n';
import { form015nWorkbook } from './form-015n.workbook';

const form: Form015n = {
  year: 2026,
  reportingUnit: 'Sở Văn hóa, Thể thao và Du lịch thành phố Đà Nẵng',
  receivingUnit: 'Thống kê thành phố Đà Nẵng',
  regulation: 'Ban hành kèm theo chế độ báo cáo thống kê hiện hành',
  due: 'Ngày 25 tháng 01 năm sau',
  place: 'Đà Nẵng',
  made: new Date('2027-01-19T18:30:00Z'),
  classes: {
    total: { facilities: 3, rooms: 260, beds: 480, guests: 12034, international: null, roomDays: 9000, bedDays: 15000 },
    'stars-5': {
      facilities: 1,
      rooms: 250,
      beds: 460,
      guests: 12000,
      international: 4000,
      roomDays: 8990,
      bedDays: 14980,
    },
    homestay: { facilities: 2, rooms: 10, beds: 20, guests: null, international: null, roomDays: null, bedDays: null },
  },
};

async function sheetOf(value: Form015n): Promise<ExcelJS.Worksheet> {
  const chunks: Buffer[] = [];
  for await (const chunk of form015nWorkbook(value)) chunks.push(chunk as Buffer);
  const workbook = new ExcelJS.Workbook();
  const bytes = Buffer.concat(chunks);
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  return workbook.getWorksheet('Biểu 015.N')!;
}

const valuesOf = (sheet: ExcelJS.Worksheet, row: number): ExcelJS.CellValue[] =>
  (sheet.getRow(row).values as ExcelJS.CellValue[]).slice(1);

describe('form 015.N', () => {
  it('has the head, the classes with their codes, and the figures as numbers', async () => {
    const sheet = await sheetOf(form);
    expect(sheet.getCell('A1').text).toBe('Biểu số: 015.N');
    expect(sheet.getCell('F1').text).toBe('Đơn vị báo cáo: Sở Văn hóa, Thể thao và Du lịch thành phố Đà Nẵng');
    expect(sheet.getCell('A4').text).toBe('NĂNG LỰC VÀ KẾT QUẢ HOẠT ĐỘNG CỦA CÁC CƠ SỞ LƯU TRÚ DU LỊCH');
    expect(sheet.getCell('A5').text).toBe('Năm 2026');
    expect(valuesOf(sheet, 8).slice(1)).toEqual([
      'Mã số',
      'Số cơ sở',
      'Số buồng',
      'Số giường',
      'Số lượt khách',
      'Trong đó: Khách quốc tế',
      'Số ngày buồng sử dụng',
      'Số ngày giường sử dụng',
    ]);
    expect(valuesOf(sheet, 10)).toEqual(['A', 'B', '1', '2', '3', '4', '5', '6', '7']);
    expect(valuesOf(sheet, 12)).toEqual(['   Hạng 5 sao', '02', 1, 250, 460, 12000, 4000, 8990, 14980]);
    expect(valuesOf(sheet, 13)).toEqual(['   Hạng 4 sao', '03', 0, 0, 0, 0, 0, 0, 0]);
  });

  it('prints a sign for what is hidden, and says what it means', async () => {
    const sheet = await sheetOf(form);
    expect(valuesOf(sheet, 11)).toEqual(['Tổng số', '01', 3, 260, 480, 12034, 'x', 9000, 15000]);
    expect(valuesOf(sheet, 19).slice(5)).toEqual(['x', 'x', 'x', 'x']);
    expect(sheet.getCell('A22').text).toMatch(/^x: Không công bố/);
    const open = await sheetOf({ ...form, classes: {} });
    const names = Array.from({ length: open.rowCount }, (_, at) => open.getCell(`A${at + 1}`).text);
    expect(names.filter((text) => text.startsWith('x:'))).toEqual([]);
  });

  it('ends with place, day by the Vietnamese clock and who signs', async () => {
    const sheet = await sheetOf(form);
    expect(sheet.getCell('G23').text).toBe('Đà Nẵng, ngày 20 tháng 01 năm 2027');
    expect(['A24', 'B24', 'G24'].map((cell) => sheet.getCell(cell).text)).toEqual([
      'Người lập biểu',
      'Người kiểm tra biểu',
      'Thủ trưởng đơn vị',
    ]);
    expect(sheet.getCell('I24').master.address).toBe('G24');
  });
});
