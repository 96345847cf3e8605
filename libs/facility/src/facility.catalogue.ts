import type { ErrorDefinition, IssueDefinition } from '@luutru/platform';

/** Problems of applications and of supervision. */
export const facilityErrors: readonly ErrorDefinition[] = [
  {
    code: 'application-decided',
    kind: 'conflict',
    title: { vi: 'Hồ sơ đã được xử lý', en: 'The application has been decided' },
    detail: { vi: 'Hồ sơ đang ở trạng thái {state}; tải lại danh sách.', en: 'It is {state}; reload the list.' },
  },
  {
    code: 'facility-state-conflict',
    kind: 'conflict',
    title: { vi: 'Không thực hiện được ở trạng thái này', en: 'Not possible in this state' },
    detail: {
      vi: 'Cơ sở đang ở trạng thái {state}, phiên bản {version}; tải lại rồi thử lại.',
      en: 'The facility is {state}, version {version}; reload and try again.',
    },
  },
];

const define = (
  code: string,
  valueClass: string,
  message: IssueDefinition['message'],
  fix: IssueDefinition['fix'],
): IssueDefinition => ({ code, valueClass, message, fix });

/** Faults of an application. */
export const facilityIssues: readonly IssueDefinition[] = [
  define(
    'facility-kind-unknown',
    'code',
    { vi: 'Không có loại cơ sở này', en: 'There is no such kind of facility' },
    { vi: 'Chọn trong danh mục facility-kind', en: 'Choose from the table facility-kind' },
  ),
  define(
    'ward-not-found',
    'text',
    { vi: 'Không nhận ra phường, xã trong địa chỉ', en: 'No ward is recognised in the address' },
    {
      vi: 'Ghi đủ phường (xã) và tỉnh (thành phố); địa chỉ trước sáp nhập cũng được',
      en: 'Give ward and province; an address from before the merger will do as well',
    },
  ),
  define(
    'stars-not-for-kind',
    'number',
    { vi: 'Loại cơ sở này không xếp hạng sao', en: 'This kind of facility has no stars' },
    { vi: 'Bỏ trường stars', en: 'Leave out stars' },
  ),
  define(
    'zone-unknown',
    'reference',
    { vi: 'Không có khu công nghiệp này', en: 'There is no such industrial zone' },
    { vi: 'Kiểm tra lại mã khu công nghiệp', en: 'Check the id of the zone' },
  ),
  define(
    'certificate-not-yet',
    'date',
    { vi: 'Ngày cấp giấy chứng nhận ở tương lai', en: 'The certificate is issued in the future' },
    { vi: 'Kiểm tra lại ngày cấp', en: 'Check the date of issue' },
  ),
  define(
    'certificate-expired',
    'date',
    { vi: 'Giấy chứng nhận đã hết hạn', en: 'The certificate has expired' },
    { vi: 'Gửi giấy chứng nhận còn hiệu lực', en: 'Give one that is in force' },
  ),
];
