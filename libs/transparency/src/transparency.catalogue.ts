import type { ErrorDefinition } from '@luutru/platform';

export const transparencyErrors: readonly ErrorDefinition[] = [
  {
    code: 'correction-open',
    kind: 'conflict',
    title: { vi: 'Đã có yêu cầu đính chính đang chờ', en: 'A request for correction is open' },
    detail: {
      vi: 'Hãy chờ cơ sở trả lời yêu cầu trước của lưu trú này.',
      en: 'Wait for the answer to the earlier request about this stay.',
    },
  },
  {
    code: 'correction-answered',
    kind: 'conflict',
    title: { vi: 'Yêu cầu đã được trả lời', en: 'The request has been answered' },
    detail: { vi: 'Tải lại danh sách.', en: 'Reload the list.' },
  },
];
