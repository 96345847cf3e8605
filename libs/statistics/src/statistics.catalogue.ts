import type { IssueDefinition } from '@luutru/platform';

/** Faults of questions about figures. */
export const statisticsIssues: readonly IssueDefinition[] = [
  {
    code: 'period-backwards',
    valueClass: 'date',
    message: { vi: 'Ngày cuối trước ngày đầu', en: 'The period ends before it begins' },
    fix: {
      vi: 'Ghi ngày cuối (to) không trước ngày đầu (from)',
      en: 'Give a last day (to) not before the first (from)',
    },
  },
  {
    code: 'statistics-period-too-long',
    valueClass: 'date',
    message: { vi: 'Kỳ dài hơn {years} năm', en: 'The period is longer than {years} years' },
    fix: { vi: 'Chọn kỳ ngắn hơn', en: 'Ask for a shorter period' },
  },
  {
    code: 'period-too-fine',
    valueClass: 'code',
    message: { vi: 'Kỳ bị chia thành hơn {max} phần', en: 'The period is cut into more than {max} parts' },
    fix: { vi: 'Chọn kỳ ngắn hơn hoặc chia theo tuần, tháng', en: 'Ask for a shorter period, or for weeks or months' },
  },
  {
    code: 'codes-not-crossed',
    valueClass: 'code',
    message: {
      vi: 'Chỉ một trong các tiêu thức của lưu trú được dùng mỗi lần',
      en: 'Of what stays are told apart by, one at a time can be asked for',
    },
    fix: {
      vi: 'Giữ một tiêu thức, thêm phường, loại cơ sở, hạng sao hoặc loại lưu trú nếu cần',
      en: 'Keep one; add ward, kind, stars or stay-kind if need be',
    },
  },
  {
    code: 'weekday-without-grain',
    valueClass: 'code',
    message: { vi: 'Thứ trong tuần không đi cùng cách chia kỳ', en: 'Days of the week do not go with a grain' },
    fix: { vi: 'Bỏ grain', en: 'Leave out grain' },
  },
  {
    code: 'moving-average-needs-grain',
    valueClass: 'code',
    message: { vi: 'Trung bình trượt cần cách chia kỳ', en: 'A moving average needs a grain' },
    fix: { vi: 'Thêm grain: day, week, month, quarter hoặc year', en: 'Add grain: day, week, month, quarter or year' },
  },
  {
    code: 'measure-not-by',
    valueClass: 'code',
    message: {
      vi: 'Chỉ tiêu {measure} không chia được theo {dimension}',
      en: '{measure} cannot be told apart by {dimension}',
    },
    fix: { vi: 'Bỏ chỉ tiêu hoặc bỏ tiêu thức đó', en: 'Leave out the one or the other' },
  },
  {
    code: 'codes-by-day-too-long',
    valueClass: 'date',
    message: {
      vi: 'Với một phần của tỉnh, tiêu thức này theo ngày hoặc tuần chỉ xem được tối đa {days} ngày',
      en: 'For a part of a province, this is told by day or week for {days} days at most',
    },
    fix: {
      vi: 'Chọn kỳ ngắn hơn, chia theo tháng, quý hoặc năm; hoặc xem cả tỉnh',
      en: 'Ask for a shorter period, by month, quarter or year; or for the whole province',
    },
  },
  {
    code: 'year-malformed',
    valueClass: 'date',
    message: { vi: 'Không phải một năm đã bắt đầu', en: 'Not a year that has begun' },
    fix: { vi: 'Ghi năm dạng YYYY, không ở tương lai', en: 'Give a year as YYYY, not in the future' },
  },
];
