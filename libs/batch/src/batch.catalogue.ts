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
    code: 'batch-not-mendable',
    kind: 'conflict',
    title: { vi: 'Không sửa được từng dòng của tệp này', en: 'The rows of this file cannot be mended one by one' },
    detail: {
      vi: 'Tệp không có cột (JSON Lines), hoặc hệ thống không đọc được tệp. Hãy sửa tệp rồi gửi lại.',
      en: 'The file has no columns (JSON Lines), or could not be read. Mend the file and send it again.',
    },
  },
  {
    code: 'batch-mend-whole',
    kind: 'conflict',
    title: { vi: 'Tệp này được ghi nhận tất cả hoặc không', en: 'This file is recorded as a whole or not at all' },
    detail: {
      vi: 'Chưa dòng nào được ghi nhận, nên không gửi riêng các dòng đã sửa. Gửi lại cả tệp đã sửa, hoặc gửi tệp với valid-rows rồi sửa các dòng còn lại.',
      en: 'No row was recorded, so mended rows are not sent by themselves. Send the whole mended file, or send it with valid-rows and mend the rest.',
    },
  },
  {
    code: 'batch-rows-not-mendable',
    kind: 'conflict',
    title: { vi: 'Có dòng không gửi lại được nữa', en: 'Some rows cannot be sent again' },
    detail: {
      vi: 'Các dòng nêu trong errors đã được ghi nhận, đang được gửi lại, hoặc không phải dòng lỗi. Chưa dòng nào của yêu cầu này được gửi; tải lại danh sách rồi gửi các dòng còn lại.',
      en: 'The rows named in errors were recorded, are on their way, or were never refused. No row of this request was sent; fetch the list again and send the others.',
    },
  },
  {
    code: 'batch-not-over',
    kind: 'conflict',
    title: { vi: 'Lô chưa xử lý xong', en: 'The batch is not over' },
    detail: {
      vi: 'Chờ lô kết thúc (hoặc kiểm tra xong) rồi tải tệp kết quả, sửa các dòng lỗi.',
      en: 'Wait until it is over (or validated), then fetch the marked file or mend its rows.',
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
    code: 'row-sent-mended',
    valueClass: 'row',
    message: { vi: 'Dòng {row} đã được sửa và gửi lại', en: 'Row {row} was mended and sent again' },
    fix: {
      vi: 'Xem kết quả của lô gửi lại; không cần gửi lần nữa',
      en: 'See what becomes of it there; do not send it again',
    },
  },
  {
    code: 'row-recorded-already',
    valueClass: 'row',
    message: { vi: 'Dòng {row} đã được ghi nhận', en: 'Row {row} is recorded already' },
    fix: {
      vi: 'Bỏ dòng này ra; muốn sửa khai báo đã ghi nhận thì dùng thao tác điều chỉnh',
      en: 'Leave it out; to change what was recorded, correct the declaration',
    },
  },
  {
    code: 'row-not-faulty',
    valueClass: 'row',
    message: {
      vi: 'Dòng {row} không phải dòng bị từ chối của tệp này',
      en: 'Row {row} is none that was refused in this file',
    },
    fix: { vi: 'Chỉ gửi các dòng trong danh sách phải sửa', en: 'Send rows from the list of those to mend only' },
  },
  {
    code: 'row-empty',
    valueClass: 'row',
    message: { vi: 'Dòng {row} không còn nội dung nào', en: 'Row {row} holds nothing any more' },
    fix: { vi: 'Điền nội dung, hoặc bỏ dòng này ra', en: 'Fill it in, or leave the row out' },
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
