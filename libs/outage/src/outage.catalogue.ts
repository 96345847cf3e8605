import type { IssueDefinition } from '@luutru/platform';

export const outageIssues: readonly IssueDefinition[] = [
  {
    code: 'outage-ends-first',
    valueClass: 'date-time',
    message: { vi: 'Thời điểm kết thúc phải sau thời điểm bắt đầu', en: 'It must end after it began' },
    fix: { vi: 'Kiểm tra lại hai thời điểm', en: 'Check both moments' },
  },
  {
    code: 'outage-too-long',
    valueClass: 'date-time',
    message: { vi: 'Một lần ghi tối đa {hours} giờ', en: 'One record may last {hours} hours' },
    fix: { vi: 'Ghi thành nhiều lần nối tiếp', en: 'Record several, one after the other' },
  },
  {
    code: 'outage-too-far-ahead',
    valueClass: 'date-time',
    message: { vi: 'Chỉ báo trước được {days} ngày', en: 'It can be announced {days} days ahead' },
    fix: { vi: 'Kiểm tra lại ngày, tháng, năm', en: 'Check day, month and year' },
  },
];
