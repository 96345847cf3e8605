import type { ErrorDefinition, IssueDefinition } from '@luutru/platform';

export const reportSubscriptionErrors: readonly ErrorDefinition[] = [
  {
    code: 'subscriptions-too-many',
    kind: 'conflict',
    title: { vi: 'Quá nhiều báo cáo định kỳ', en: 'Too many subscriptions' },
    detail: { vi: 'Mỗi người có tối đa {max}; hãy xóa bớt.', en: 'Each person may have {max}; delete one first.' },
  },
  {
    code: 'subscription-code-wrong',
    kind: 'conflict',
    title: { vi: 'Mã xác nhận không đúng', en: 'The code is not right' },
    detail: {
      vi: 'Mã sai, đã hết hạn hoặc đã thử quá nhiều lần; hãy tạo lại báo cáo định kỳ để nhận mã mới.',
      en: 'The code is wrong, too old or was tried too often; subscribe again to be sent another.',
    },
  },
  {
    code: 'subscription-unconfirmed',
    kind: 'conflict',
    title: { vi: 'Địa chỉ chưa được xác nhận', en: 'The address is not confirmed yet' },
    detail: {
      vi: 'Hãy nhập mã trong thư đã gửi tới địa chỉ.',
      en: 'Give the code of the mail that went to the address.',
    },
  },
];

export const reportSubscriptionIssues: readonly IssueDefinition[] = [
  {
    code: 'address-malformed',
    valueClass: 'address',
    message: { vi: 'Không phải một địa chỉ thư', en: 'Not one mail address' },
    fix: { vi: 'Ghi một địa chỉ, không kèm tên', en: 'Give one address, without a name' },
  },
  {
    code: 'target-domain-not-allowed',
    valueClass: 'address',
    message: { vi: 'Báo cáo không được gửi tới tên miền này', en: 'Reports do not go to this domain' },
    fix: { vi: 'Dùng tên miền của cơ quan: {allowed}', en: 'Use a domain of the authority: {allowed}' },
  },
  {
    code: 'subscription-day-out-of-range',
    valueClass: 'number',
    message: { vi: 'Ngày không có trong chu kỳ', en: 'There is no such day in it' },
    fix: { vi: 'Theo tuần: 1 (thứ Hai) đến 7; theo tháng: 1 đến 28', en: 'Weekly: 1 (Monday) to 7; monthly: 1 to 28' },
  },
];
