import type { ErrorDefinition, IssueDefinition } from '@luutru/platform';

const REVIEW = { vi: 'Xem xét sau khi kết thúc', en: 'Review it when it is over' };

export const breakGlassErrors: readonly ErrorDefinition[] = [
  {
    code: 'break-glass-too-many',
    kind: 'conflict',
    title: { vi: 'Đang mở quá nhiều lần tra cứu khẩn cấp', en: 'Too many break-glasses are open' },
    detail: {
      vi: 'Mỗi cán bộ chỉ mở tối đa {max} lần cùng lúc. Hãy kết thúc một lần trước.',
      en: 'An officer may have {max} open at once. End one first.',
    },
  },
  {
    code: 'break-glass-review-overdue',
    kind: 'conflict',
    title: { vi: 'Còn lần tra cứu khẩn cấp chưa được xem xét', en: 'An earlier break-glass was not reviewed' },
    detail: {
      vi: 'Một lần trước đã kết thúc quá {hours} giờ mà chưa được chỉ huy xem xét. Đề nghị chỉ huy xem xét trước khi mở lần mới.',
      en: 'One ended more than {hours} hours ago and no supervisor has reviewed it. Ask for its review before opening another.',
    },
  },
  {
    code: 'break-glass-not-open',
    kind: 'forbidden',
    title: { vi: 'Không có lần tra cứu khẩn cấp này đang mở', en: 'No such break-glass is open' },
    detail: {
      vi: 'Lần tra cứu khẩn cấp đã hết hạn, đã kết thúc, hoặc không phải của mình. Hãy mở lần mới nếu còn cần.',
      en: 'It has expired, was ended, or is not your own. Open a new one if it is still needed.',
    },
  },
  {
    code: 'break-glass-over',
    kind: 'conflict',
    title: { vi: 'Lần tra cứu khẩn cấp đã kết thúc', en: 'The break-glass is over' },
    detail: { vi: 'Không cần làm gì thêm.', en: 'There is nothing left to end.' },
  },
  {
    code: 'break-glass-still-open',
    kind: 'conflict',
    title: { vi: 'Lần tra cứu khẩn cấp còn đang mở', en: 'The break-glass is still open' },
    detail: { vi: `${REVIEW.vi}; có thể kết thúc ngay.`, en: `${REVIEW.en}; you may end it at once.` },
  },
  {
    code: 'break-glass-reviewed',
    kind: 'conflict',
    title: { vi: 'Đã được xem xét', en: 'It has been reviewed' },
    detail: { vi: 'Kết luận đã ghi không thay đổi được.', en: 'A verdict once given stands.' },
  },
  {
    code: 'break-glass-own-review',
    kind: 'forbidden',
    title: { vi: 'Không tự xem xét lần tra cứu của mình', en: 'Nobody reviews their own' },
    detail: { vi: 'Một chỉ huy khác phải xem xét.', en: 'Another supervisor must review it.' },
  },
];

export const breakGlassIssues: readonly IssueDefinition[] = [
  {
    code: 'break-glass-unit',
    valueClass: 'code',
    message: {
      vi: 'Không phải xã, phường hay tỉnh hiện nay trong tỉnh của cán bộ',
      en: "Not a ward of today in the officer's province, nor that province",
    },
    fix: { vi: 'Chọn đơn vị trong danh mục hành chính', en: 'Choose a unit of the administrative list' },
  },
  {
    code: 'break-glass-other-purpose',
    valueClass: 'code',
    message: {
      vi: 'Mục đích hoặc mã vụ việc khác với lần tra cứu khẩn cấp đang mở',
      en: 'Purpose or case is not the one that the break-glass was opened for',
    },
    fix: { vi: 'Nêu đúng mục đích và mã vụ việc lúc mở, hoặc mở lần khác', en: 'State the same, or open another one' },
  },
];
