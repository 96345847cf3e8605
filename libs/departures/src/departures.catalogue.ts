import type { ErrorDefinition, IssueDefinition } from '@luutru/platform';

/** Problems of trips and admissions that move on. */
export const departureErrors: readonly ErrorDefinition[] = [
  {
    code: 'case-version-conflict',
    kind: 'conflict',
    title: { vi: 'Vừa được thay đổi', en: 'Changed meanwhile' },
    detail: {
      vi: 'Đang ở phiên bản {version}, tình trạng {state}; chưa có gì được ghi nhận. Xem lại rồi gửi version mới.',
      en: 'It is at version {version}, state {state}; nothing was recorded. Look again and send the new version.',
    },
  },
  {
    code: 'case-action-not-allowed',
    kind: 'conflict',
    title: { vi: 'Không thực hiện được ở tình trạng này', en: 'Not possible in this state' },
    detail: {
      vi: 'Đang ở tình trạng {state}, phiên bản {version}: không thể {action}.',
      en: 'It is in state {state}, version {version}: {action} is not possible.',
    },
  },
  {
    code: 'trip-has-passengers',
    kind: 'conflict',
    title: { vi: 'Chuyến còn hành khách', en: 'The trip has passengers' },
    detail: {
      vi: 'Còn {count} hành khách chưa hủy; hãy hủy khai báo của họ (lý do khong-den) trước khi hủy chuyến.',
      en: '{count} passengers are not cancelled; cancel their stays (reason khong-den) before the trip.',
    },
  },
];

export const departureIssues: readonly IssueDefinition[] = [
  {
    code: 'seats-beyond-vehicle',
    valueClass: 'number',
    message: {
      vi: 'Xe mới chỉ có {seats} chỗ, chuyến có {passengers} hành khách',
      en: 'The vehicle has {seats} seats for {passengers} passengers',
    },
    fix: {
      vi: 'Danh sách được giữ nguyên; kiểm tra lại xe hoặc số hành khách',
      en: 'The manifest is kept; check the vehicle or the passengers',
    },
  },
  {
    code: 'moment-in-future',
    valueClass: 'date-time',
    message: { vi: 'Thời điểm này chưa đến', en: 'This moment lies in the future' },
    fix: { vi: 'Ghi nhận khi việc đã xảy ra', en: 'Record it when it has happened' },
  },
];
