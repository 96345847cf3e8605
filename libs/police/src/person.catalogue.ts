import type { IssueDefinition } from '@luutru/platform';

export const personIssues: readonly IssueDefinition[] = [
  {
    code: 'person-asked-both-ways',
    valueClass: 'reference',
    message: { vi: 'Chỉ nêu lưu trú hoặc số giấy tờ', en: 'Name either a stay or a document number' },
    fix: { vi: 'Bỏ một trong hai', en: 'Leave one of them out' },
  },
];
