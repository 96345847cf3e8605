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
  {
    code: 'version-conflict',
    kind: 'conflict',
    title: { vi: 'Lưu trú vừa được thay đổi', en: 'The stay has changed meanwhile' },
    detail: {
      vi: 'Lưu trú đang ở phiên bản {version} (tình trạng {state}); chưa có gì được ghi nhận. Xem lại rồi thao tác trên phiên bản mới.',
      en: 'The stay is at version {version} (state {state}) by now; nothing was recorded. Look at it again and act on the new version.',
    },
  },
  {
    code: 'action-not-allowed',
    kind: 'conflict',
    title: { vi: 'Không thực hiện được ở tình trạng này', en: 'Not possible in this state' },
    detail: {
      vi: 'Lưu trú đang ở tình trạng {state}, phiên bản {version}; các thao tác có thể: {allowed}.',
      en: 'The stay is in state {state}, version {version}; possible actions: {allowed}.',
    },
  },
  {
    code: 'time-taken',
    kind: 'conflict',
    title: { vi: 'Trùng thời gian với lưu trú khác của người này', en: 'Overlaps another stay of this person' },
    detail: {
      vi: 'Cơ sở đã có lưu trú khác của cùng người trùng khoảng thời gian này; chưa có gì được ghi nhận. Kiểm tra lại thời điểm đến và đi.',
      en: 'The facility has another stay of the same person at that time; nothing was recorded. Check arrival and departure.',
    },
  },
];
