import type { IssueDefinition } from '@luutru/platform';

export const deliveryIssues: readonly IssueDefinition[] = [
  {
    code: 'delivery-selection-missing',
    valueClass: 'selection',
    message: { vi: 'Chưa nói gửi lại những gì', en: 'It does not say what to send again' },
    fix: {
      vi: 'Ghi outboxId, stayId, facilityId, code, hoặc all: true',
      en: 'Give outboxId, stayId, facilityId, code, or all: true',
    },
  },
  {
    code: 'delivery-cursor-malformed',
    valueClass: 'cursor',
    message: { vi: 'Giá trị cursor không đúng', en: 'The cursor is not valid' },
    fix: { vi: 'Gửi nguyên giá trị next của trang trước', en: 'Send the next value of the previous page as it is' },
  },
];
