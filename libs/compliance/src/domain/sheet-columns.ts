/** What the monthly sheet counts, in the order of its columns, and where each comes from. */
export const SHEET_COLUMNS = [
  { id: 'facilities', vi: 'Cơ sở', en: 'Facilities', sql: null },
  { id: 'declared', vi: 'Lượt khai báo', en: 'Declarations', sql: 'declared' },
  { id: 'stays', vi: 'Lưu trú (không kể hủy)', en: 'Stays (not cancelled)', sql: 'stays' },
  { id: 'late', vi: 'Khai muộn', en: 'Late', sql: 'late' },
  { id: 'corrected', vi: 'Điều chỉnh sau hạn', en: 'Corrected after the fact', sql: 'corrected' },
  { id: 'checked', vi: 'Đã đối chiếu', en: 'Checked', sql: 'checked' },
  { id: 'mismatched', vi: 'Sai lệch danh tính', en: 'Not matching', sql: 'mismatched' },
  { id: 'notFound', vi: 'Không tìm thấy', en: 'Not found', sql: 'not_found' },
  { id: 'noPapers', vi: 'Không giấy tờ', en: 'Without papers', sql: 'no_papers' },
  { id: 'overdue', vi: 'Đang quá hạn', en: 'Overdue now', sql: 'overdue' },
  { id: 'roomsOver', vi: 'Đêm-phòng quá chỗ', en: 'Room-nights over capacity', sql: 'rooms_over' },
  { id: 'tripsOver', vi: 'Chuyến quá ghế', en: 'Trips over seats', sql: 'trips_over' },
  { id: 'silences', vi: 'Lần ngừng khai báo', en: 'Silences begun', sql: 'silences' },
  { id: 'visits', vi: 'Lượt kiểm tra', en: 'Visits', sql: 'visits' },
  { id: 'notDeclared', vi: 'Khách không khai báo', en: 'Guests not declared', sql: 'not_declared' },
] as const;

export type SheetColumn = (typeof SHEET_COLUMNS)[number]['id'];
export type SheetFigures = Readonly<Record<SheetColumn, number>>;
