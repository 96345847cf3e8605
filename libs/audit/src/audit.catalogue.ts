import type { ErrorDefinition, IssueDefinition } from '@luutru/platform';

/** Problems of keeping the record of changes and looks. */
export const auditErrors: readonly ErrorDefinition[] = [
  {
    code: 'audit-seal-stale',
    kind: 'unavailable',
    title: { vi: 'Tạm đóng việc xem dữ liệu cá nhân', en: 'Reading personal data is closed for now' },
    detail: {
      vi: 'Nhật ký các lần xem chưa được niêm phong kịp thời, nên dữ liệu cá nhân chưa được hiển thị. Việc khai báo vẫn diễn ra bình thường. Hãy thử lại sau ít phút.',
      en: 'The record of looks has not been sealed in time, so personal data are not shown until it is. Declaring goes on as usual. Try again in a few minutes.',
    },
  },
];

export const auditIssues: readonly IssueDefinition[] = [
  {
    code: 'period-too-long',
    valueClass: 'date',
    message: { vi: 'Khoảng thời gian không dùng được', en: 'The period cannot be used' },
    fix: {
      vi: 'Chọn từ ngày không sau đến ngày, nhiều nhất {days} ngày',
      en: 'Choose at most {days} days, the first not after the last',
    },
  },
];
