import type { ErrorDefinition, IssueDefinition } from '@luutru/platform';

/** Problems of notes on visits. */
export const complianceErrors: readonly ErrorDefinition[] = [
  {
    code: 'note-conflict',
    kind: 'conflict',
    title: { vi: 'Ghi chú đã thay đổi', en: 'The note has changed' },
    detail: {
      vi: 'Ghi chú đang ở phiên bản {version} hoặc không còn thực hiện được thao tác này; tải lại rồi thử lại.',
      en: 'The note is at version {version}, or no longer takes this action; reload and try again.',
    },
  },
  {
    code: 'note-answered',
    kind: 'conflict',
    title: { vi: 'Đã trả lời phiên bản này', en: 'This version has been answered' },
    detail: {
      vi: 'Mỗi phiên bản của ghi chú được trả lời một lần.',
      en: 'Each version of a note is answered once.',
    },
  },
];

/** Faults of notes and sheets. */
export const complianceIssues: readonly IssueDefinition[] = [
  {
    code: 'visit-in-future',
    valueClass: 'date',
    message: { vi: 'Ngày kiểm tra ở tương lai', en: 'The visit is in the future' },
    fix: { vi: 'Kiểm tra lại ngày', en: 'Check the day' },
  },
  {
    code: 'visit-too-long-ago',
    valueClass: 'date',
    message: { vi: 'Ngày kiểm tra đã quá {days} ngày', en: 'The visit is more than {days} days ago' },
    fix: { vi: 'Kiểm tra lại ngày', en: 'Check the day' },
  },
  {
    code: 'findings-contradict',
    valueClass: 'code',
    message: { vi: 'Kết quả kiểm tra mâu thuẫn nhau', en: 'The findings contradict one another' },
    fix: {
      vi: 'Bỏ “không phát hiện vi phạm”, hoặc thêm “có khách không được khai báo” khi có số khách',
      en: 'Leave out "nothing found", or add "guests not declared" when there is a number of them',
    },
  },
  {
    code: 'month-malformed',
    valueClass: 'date',
    message: { vi: 'Không phải một tháng đã bắt đầu', en: 'Not a month that has begun' },
    fix: { vi: 'Ghi tháng dạng YYYY-MM, không ở tương lai', en: 'Give a month as YYYY-MM, not in the future' },
  },
];
