import type { ErrorDefinition, IssueDefinition } from '@luutru/platform';

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
  {
    code: 'statistics-whole-months',
    valueClass: 'date',
    message: {
      vi: 'Số liệu chỉ công bố theo tháng trọn',
      en: 'Figures are given for whole months only',
    },
    fix: {
      vi: 'Chọn từ ngày đầu đến ngày cuối tháng, hoặc grain=day cho toàn địa bàn (làm tròn)',
      en: 'Ask from the first day of a month to the last of one, or with grain=day for the whole area (rounded)',
    },
  },
  {
    code: 'statistics-weeks-closed',
    valueClass: 'code',
    message: {
      vi: 'Tuần cắt ngang tháng nên không công bố',
      en: 'Weeks cut across months and are not given',
    },
    fix: {
      vi: 'Dùng month, quarter, year; hoặc day cho toàn địa bàn (làm tròn)',
      en: 'Use month, quarter or year; or day for the whole area (rounded)',
    },
  },
  {
    code: 'statistics-period-open',
    valueClass: 'date',
    message: {
      vi: 'Kỳ chưa khóa sổ; số liệu đã công bố đến hết {until}',
      en: 'The period is still open; figures are given until {until}',
    },
    fix: {
      vi: 'Chọn kỳ kết thúc không sau {until}, hoặc grain=day cho toàn địa bàn (làm tròn)',
      en: 'Ask for a period that ends by {until}, or with grain=day for the whole area (rounded)',
    },
  },
  {
    code: 'statistics-dimension-closed',
    valueClass: 'code',
    message: {
      vi: 'Tiêu thức {dimension} không công bố cho phạm vi này',
      en: '{dimension} is not told apart for this scope',
    },
    fix: { vi: 'Dùng một trong: {allowed}', en: 'Use one of: {allowed}' },
  },
  {
    code: 'statistics-not-crossed',
    valueClass: 'code',
    message: {
      vi: 'Không công bố đồng thời theo {one} và {other}',
      en: '{one} and {other} are not given together',
    },
    fix: {
      vi: 'Hỏi từng tiêu thức: tiêu thức của lưu trú đi với một tiêu thức về nơi chốn, hoặc với một tiêu thức về loại cơ sở',
      en: 'Ask for one of them: what stays are told apart by goes with where facilities stand, or with what they are, not with both',
    },
  },
  {
    code: 'statistics-measure-closed',
    valueClass: 'code',
    message: {
      vi: 'Chỉ tiêu {measure} không công bố cho phạm vi này',
      en: '{measure} is not given for this scope',
    },
    fix: { vi: 'Dùng một trong: {allowed}', en: 'Use one of: {allowed}' },
  },
  {
    code: 'statistics-days-measure',
    valueClass: 'code',
    message: {
      vi: 'Theo ngày không có chỉ tiêu {measure}',
      en: '{measure} is not given by day',
    },
    fix: { vi: 'Theo ngày dùng: {allowed}; hoặc hỏi theo tháng', en: 'By day ask for: {allowed}; or ask by month' },
  },
  {
    code: 'statistics-days-whole',
    valueClass: 'code',
    message: {
      vi: 'Theo ngày chỉ có số làm tròn của toàn địa bàn',
      en: 'By day there are rounded numbers of the whole area only',
    },
    fix: { vi: 'Bỏ tiêu thức và bộ lọc này, hoặc hỏi theo tháng', en: 'Leave it out, or ask by month' },
  },
];

/** Why figures are not given out, or not yet. */
export const statisticsErrors: readonly ErrorDefinition[] = [
  {
    code: 'statistics-files-closed',
    kind: 'forbidden',
    title: { vi: 'Chính sách không cho tải tệp', en: 'The policy allows no files' },
    detail: {
      vi: 'Cơ quan bạn được xem số liệu nhưng không được tải tệp hay nhận báo cáo định kỳ. Xem số liệu trên trang.',
      en: 'Your authority may look at figures, but not take files away or have reports sent. See them on the page.',
    },
  },
  {
    code: 'statistics-being-prepared',
    kind: 'unavailable',
    title: { vi: 'Số liệu đang được lập', en: 'The figures are being prepared' },
    detail: {
      vi: 'Số liệu của kỳ này chưa được tính hoặc lập xong. Thử lại sau ít phút, hoặc chọn kỳ ngắn hơn.',
      en: 'The figures of this period are still being counted or made. Try again in some minutes, or ask for a shorter period.',
    },
  },
];
