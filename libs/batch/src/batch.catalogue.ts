import type { ErrorDefinition, IssueDefinition } from '@luutru/platform';

/** Problems of batches as a whole. */
export const batchErrors: readonly ErrorDefinition[] = [
  {
    code: 'batch-action-not-allowed',
    kind: 'conflict',
    title: { vi: 'Không thực hiện được ở tình trạng này', en: 'Not possible in this state' },
    detail: {
      vi: 'Lô đang ở tình trạng {state}. Chỉ ghi nhận (commit) được lô đã kiểm tra xong; chỉ hủy được lô chưa kết thúc.',
      en: 'The batch is {state}. Only a batch that was validated can be committed, only one that is not over cancelled.',
    },
  },
  {
    code: 'batch-same-file',
    kind: 'conflict',
    title: { vi: 'Tệp này đã được ghi nhận', en: 'This file was recorded before' },
    detail: {
      vi: 'Đúng tệp này đã được ghi nhận ở lô {batchId}; chưa ghi nhận lại dòng nào. Nếu thật sự muốn ghi nhận lần nữa, gửi again là true.',
      en: 'The very same file was recorded as batch {batchId}; nothing was recorded again. If you mean to, send again as true.',
    },
  },
  {
    code: 'batch-has-faults',
    kind: 'conflict',
    title: { vi: 'Có dòng bị lỗi', en: 'Some rows have faults' },
    detail: {
      vi: '{rejected} dòng có lỗi nên chưa dòng nào được ghi nhận. Sửa các dòng đó, hoặc chọn chỉ ghi nhận các dòng hợp lệ (valid-rows).',
      en: '{rejected} rows have faults, so nothing was recorded. Mend them, or choose to record the valid rows only (valid-rows).',
    },
  },
  {
    code: 'all-or-nothing-too-large',
    kind: 'invalid',
    title: { vi: 'Quá nhiều dòng để ghi nhận tất cả hoặc không', en: 'Too many rows for all-or-nothing' },
    detail: {
      vi: 'Cách tất cả-hoặc-không dùng cho tối đa {max} dòng; hãy chia tệp, hoặc chọn valid-rows.',
      en: 'All-or-nothing works for up to {max} rows; split the file, or choose valid-rows.',
    },
  },
  {
    code: 'batch-too-large',
    kind: 'invalid',
    title: { vi: 'Tệp quá lớn', en: 'The file is too large' },
    detail: {
      vi: 'Tệp tối đa {megabytes} MB; hãy chia thành nhiều tệp.',
      en: 'A file may have {megabytes} MB; split it.',
    },
  },
  {
    code: 'batch-file-gone',
    kind: 'conflict',
    title: { vi: 'Tệp gốc không còn được lưu', en: 'The file is no longer kept' },
    detail: {
      vi: 'Tệp gốc được xóa sau 30 ngày; kết quả từng dòng vẫn xem được.',
      en: 'Files are deleted after 30 days; the results of the rows can still be read.',
    },
  },
  {
    code: 'batch-given-up',
    kind: 'unavailable',
    title: { vi: 'Hệ thống không xử lý được tệp này', en: 'The system could not work on this file' },
    detail: {
      vi: 'Đã thử nhiều lần không thành công; các dòng đã ghi nhận vẫn giữ nguyên. Gửi lại tệp, các dòng đó sẽ được nhận ra.',
      en: 'It failed many times; rows recorded so far stay. Send the file again, they will be recognised.',
    },
  },
  {
    code: 'batch-not-over',
    kind: 'conflict',
    title: { vi: 'Lô chưa xử lý xong', en: 'The batch is not over' },
    detail: {
      vi: 'Chờ lô kết thúc (hoặc kiểm tra xong) rồi tải tệp kết quả.',
      en: 'Wait until it is over (or validated), then fetch the marked file.',
    },
  },
];

/** Faults of rows that only a list can have. */
export const batchIssues: readonly IssueDefinition[] = [
  {
    code: 'same-person-in-row',
    valueClass: 'object',
    message: { vi: 'Trùng người, trùng thời gian với dòng {row}', en: 'The same person at the same time as row {row}' },
    fix: {
      vi: 'Xóa một trong hai dòng, hoặc sửa thời gian để không chồng nhau',
      en: 'Delete one of the two, or correct the times so that they do not overlap',
    },
  },
  {
    code: 'reference-reused',
    valueClass: 'reference',
    message: {
      vi: 'Mã tham chiếu này đã dùng cho một khai báo khác nội dung',
      en: 'This reference was used for another declaration',
    },
    fix: {
      vi: 'Dùng mã mới cho người mới; muốn sửa khai báo cũ thì dùng thao tác điều chỉnh',
      en: 'Use a new reference for a new person; to change the old declaration, correct it',
    },
  },
];
