import type { ErrorDefinition, IssueDefinition } from '@luutru/platform';

export const kbttForwardingErrors: readonly ErrorDefinition[] = [
  {
    code: 'kbtt-forwarding-off',
    kind: 'conflict',
    title: { vi: 'Hệ thống không chuyển tiếp tới cổng KBTT', en: 'Forwarding to the portal is off' },
    detail: {
      vi: 'Đơn vị vận hành chưa bật chức năng chuyển tiếp; hãy khai báo trực tiếp trên cổng nếu cần.',
      en: 'Whoever runs this system has not turned forwarding on; declare at the portal itself where you must.',
    },
  },
];

const BY_HAND = { vi: 'Cập nhật trực tiếp trên cổng', en: 'Do it at the portal itself' };
const NOTHING = { vi: 'Không cần làm gì thêm', en: 'Nothing is left to do' };

const untold = (code: string, vi: string, en: string, fix = BY_HAND): IssueDefinition => ({
  code,
  valueClass: 'state',
  message: { vi, en },
  fix,
});

/** Why the portal was not told, or what it answered. */
export const kbttForwardingIssues: readonly IssueDefinition[] = [
  untold('kbtt-kind-unknown', 'Cổng không có loại lưu trú này', 'The portal has no such kind of stay', NOTHING),
  untold('kbtt-without-papers', 'Cổng không nhận người không có giấy tờ', 'The portal takes nobody without papers'),
  untold(
    'kbtt-birth-date-incomplete',
    'Cổng cần đủ ngày, tháng, năm sinh của người Việt Nam',
    'The portal needs the full birth date of a Vietnamese person',
  ),
  untold(
    'kbtt-cannot-say',
    'Cổng chỉ nhận trả sớm và gia hạn, không nhận thay đổi này',
    'The portal takes early departures and extensions, not this change',
  ),
  untold('kbtt-ends-by-itself', 'Lưu trú tự kết thúc trên cổng', 'The stay ends there by itself', NOTHING),
  untold(
    'kbtt-declared-before',
    'Khai báo có trước khi bật chuyển tiếp',
    'It was declared before forwarding began',
    NOTHING,
  ),
  untold('kbtt-no-account', 'Cơ sở đã ngừng chuyển tiếp', 'The facility forwards no more', NOTHING),
  untold('kbtt-there-already', 'Cổng đã có khai báo này', 'The portal has it already', NOTHING),
  untold(
    'kbtt-perhaps-done',
    'Không rõ cổng đã ghi nhận thay đổi hay chưa',
    'Whether the portal took the change is not known',
    { vi: 'Kiểm tra trên cổng', en: 'Look at the portal' },
  ),
  untold('kbtt-refused', 'Cổng từ chối khai báo này', 'The portal refused this'),
  untold('kbtt-unreadable', 'Cổng trả lời không đúng giao thức', 'The portal did not keep to the protocol', {
    vi: 'Báo đơn vị vận hành; cần thì cập nhật trực tiếp trên cổng',
    en: 'Tell whoever runs this system; do it at the portal where you must',
  }),
];
