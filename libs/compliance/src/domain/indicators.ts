/** Windows and units are part of what an indicator means; its band is a dated rule (`compliance.bands`). */
export interface IndicatorDefinition {
  readonly vi: string;
  readonly en: string;
  readonly definitionVi: string;
  readonly definitionEn: string;
  readonly unit: 'days' | 'percent' | 'room-nights' | 'trips';
  /** Why the police may ask. */
  readonly sourceVi: string;
}

const define = <K extends string>(table: Record<K, IndicatorDefinition>): Readonly<Record<K, IndicatorDefinition>> =>
  table;

const DUTY = 'Luật 118/2025/QH15, Điều 4 khoản 9';
const BUSINESS = 'Nghị định 96/2016/NĐ-CP, Điều 44';

/** How long rates look back, today included. */
export const WINDOW_DAYS = 28;

/** Everything that is counted of a facility, in the order it is shown. docs/compliance.md is made from this table. */
export const INDICATORS = define({
  silence: {
    vi: 'Ngừng khai báo',
    en: 'Silence',
    definitionVi:
      'Số ngày trọn vẹn không có khai báo nào, khi điều đó khó là ngẫu nhiên so với chính 8 tuần trước của cơ sở (theo thứ trong tuần) hoặc, nếu chưa có lịch sử, so với số phòng',
    definitionEn:
      "Whole days without a declaration, when chance hardly explains it: against the facility's own 8 weeks before (by weekday) or, without a history, against its rooms",
    unit: 'days',
    sourceVi: DUTY,
  },
  'late-rate': {
    vi: 'Tỷ lệ khai muộn',
    en: 'Late declarations',
    definitionVi: 'Lưu trú đến trong 28 ngày được khai sau hạn / lưu trú đến trong 28 ngày, không kể đã hủy',
    definitionEn:
      'Stays that arrived within 28 days and were declared after the deadline / all that arrived, cancelled ones left out',
    unit: 'percent',
    sourceVi: DUTY,
  },
  'correction-rate': {
    vi: 'Tỷ lệ điều chỉnh sau hạn',
    en: 'Corrections after the fact',
    definitionVi: 'Lưu trú đến trong 28 ngày bị điều chỉnh sau hạn khai báo / lưu trú đến trong 28 ngày',
    definitionEn: 'Stays that arrived within 28 days and were corrected after their deadline / all that arrived',
    unit: 'percent',
    sourceVi: DUTY,
  },
  'mismatch-rate': {
    vi: 'Tỷ lệ sai lệch danh tính',
    en: 'Declared but not matching',
    definitionVi:
      'Lưu trú đến trong 28 ngày mà thông tin không khớp Cơ sở dữ liệu quốc gia về dân cư / số đã đối chiếu',
    definitionEn: 'Stays of 28 days whose identity does not match the population database / those that were checked',
    unit: 'percent',
    sourceVi: BUSINESS,
  },
  'not-found-rate': {
    vi: 'Tỷ lệ không tìm thấy danh tính',
    en: 'Declared but not found',
    definitionVi:
      'Lưu trú đến trong 28 ngày mà không tìm thấy trong Cơ sở dữ liệu quốc gia về dân cư / số đã đối chiếu',
    definitionEn: 'Stays of 28 days whose person the population database does not know / those that were checked',
    unit: 'percent',
    sourceVi: BUSINESS,
  },
  'no-papers': {
    vi: 'Khách không có giấy tờ',
    en: 'Guests without papers',
    definitionVi: 'Lưu trú đến trong 28 ngày của người không có số giấy tờ nào / lưu trú đến trong 28 ngày',
    definitionEn: 'Stays of 28 days of people without any document number / all that arrived',
    unit: 'percent',
    sourceVi: BUSINESS,
  },
  overdue: {
    vi: 'Lưu trú quá hạn',
    en: 'Overdue stays',
    definitionVi: 'Lưu trú đến trong 28 ngày đang quá ngày đi dự kiến mà chưa trả phòng / lưu trú đến trong 28 ngày',
    definitionEn: 'Stays of 28 days now past their expected departure and not checked out / all that arrived',
    unit: 'percent',
    sourceVi: DUTY,
  },
  'rooms-over': {
    vi: 'Phòng quá sức chứa',
    en: 'Rooms over capacity',
    definitionVi:
      'Số đêm-phòng trong 28 ngày có số người lúc 04:00 nhiều hơn số giường đã đăng ký; người quá hạn không được tính; thân nhân người bệnh không được tính',
    definitionEn:
      'Room-nights of 28 days with more people at 04:00 than registered beds; nobody past the expected departure counts, nor do relatives of patients',
    unit: 'room-nights',
    sourceVi: BUSINESS,
  },
  'seats-over': {
    vi: 'Chuyến xe quá số ghế',
    en: 'Trips over seats',
    definitionVi: 'Số chuyến trong 28 ngày có lúc số hành khách trên xe nhiều hơn số ghế đã đăng ký',
    definitionEn: 'Trips of 28 days with more passengers aboard at one time than registered seats',
    unit: 'trips',
    sourceVi: DUTY,
  },
});

export type IndicatorId = keyof typeof INDICATORS;

export const INDICATOR_IDS = Object.keys(INDICATORS) as readonly IndicatorId[];

/** The indicators that are counts or shares; silence is judged by a rule of its own (silence.ts). */
export type FigureId = Exclude<IndicatorId, 'silence'>;

export const FIGURE_IDS = INDICATOR_IDS.filter((id): id is FigureId => id !== 'silence');
