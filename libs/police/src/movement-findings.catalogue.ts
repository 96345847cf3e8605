import type { ErrorDefinition, LocalizedText } from '@luutru/platform';
import type { FindingKind } from './movement-findings.service';

/** What is found, in words. */
export const findingKinds: Readonly<Record<FindingKind, LocalizedText>> = {
  'two-places': { vi: 'Một người cùng lúc ở hai nơi', en: 'One person in two places at once' },
  'impossible-journey': { vi: 'Đi từ nơi này đến nơi kia quá nhanh', en: 'A journey that no way is short enough for' },
  'many-identities': { vi: 'Nhiều người khác nhau dùng chung một số điện thoại', en: 'Many identities on one phone' },
};

export const FINDING_KINDS = Object.keys(findingKinds) as FindingKind[];

export const findingErrors: readonly ErrorDefinition[] = [
  {
    code: 'finding-state-conflict',
    kind: 'conflict',
    title: { vi: 'Phát hiện đã thay đổi', en: 'The finding has changed' },
    detail: {
      vi: 'Người khác đã xử lý, hoặc dữ liệu đã được sửa nên không còn mâu thuẫn (trạng thái {state}). Tải lại danh sách.',
      en: 'Somebody else decided it, or a correction has resolved it (state {state}). Reload the list.',
    },
  },
];
