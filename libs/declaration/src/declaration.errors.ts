import type { ErrorDefinition } from '@luutru/platform';

/** Problems of declaring and reading stays. */
export const declarationErrors: readonly ErrorDefinition[] = [
  {
    code: 'already-in-house',
    kind: 'conflict',
    title: { vi: 'Người này đang lưu trú tại cơ sở', en: 'This person is already in house' },
    detail: {
      vi: 'Đã có khai báo của người này trùng thời gian tại cơ sở; chưa ghi nhận thêm khai báo mới.',
      en: 'There is a declaration of this person for an overlapping time at this facility; nothing new was recorded.',
    },
  },
  {
    code: 'day-not-over',
    kind: 'conflict',
    title: { vi: 'Ngày này chưa kết thúc', en: 'The day is not over' },
    detail: {
      vi: 'Bảng tổng hợp của một ngày có từ 00:05 hôm sau.',
      en: "A day's digest can be had from 00:05 of the next day on.",
    },
  },
  {
    code: 'cursor-invalid',
    kind: 'invalid',
    title: { vi: 'Con trỏ trang không hợp lệ', en: 'The page cursor is not valid' },
    detail: {
      vi: 'Dùng nguyên giá trị next của trang trước, với cùng bộ lọc.',
      en: 'Use the next value of the previous page as it is, with the same filters.',
    },
  },
];
