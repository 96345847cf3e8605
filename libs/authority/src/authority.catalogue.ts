import type { ErrorDefinition, ErrorKind, IssueDefinition, LocalizedText } from '@luutru/platform';

const error = (code: string, kind: ErrorKind, title: LocalizedText, detail: LocalizedText): ErrorDefinition => ({
  code,
  kind,
  title,
  detail,
});

/** Problems of reading as an authority, and of keeping policies. */
export const authorityErrors: readonly ErrorDefinition[] = [
  error(
    'authority-resource-closed',
    'forbidden',
    { vi: 'Chính sách không mở dữ liệu này', en: 'The policy does not open this' },
    {
      vi: 'Chính sách dữ liệu của cơ quan bạn không có {resource}; xem GET /v1/authority/policies.',
      en: 'The policy of your authority has no {resource}; see GET /v1/authority/policies.',
    },
  ),
  error(
    'authority-export-closed',
    'forbidden',
    { vi: 'Chính sách không cho tải tệp', en: 'The policy allows no files' },
    {
      vi: 'Cơ quan bạn được xem nhưng không được tải tệp; bỏ format=csv.',
      en: 'Your authority may look, but not take files away; leave out format=csv.',
    },
  ),
  error(
    'authority-own-proposal',
    'forbidden',
    { vi: 'Không được tự duyệt đề nghị của mình', en: 'Nobody decides on their own proposal' },
    {
      vi: 'Mỗi thay đổi chính sách cần hai quản trị viên: một người đề nghị, một người khác duyệt.',
      en: 'A change of a policy takes two administrators: one proposes, another approves.',
    },
  ),
  error(
    'authority-proposal-decided',
    'conflict',
    { vi: 'Đề nghị đã được xử lý', en: 'The proposal has been decided' },
    { vi: 'Đề nghị đang ở trạng thái {state}; tải lại danh sách.', en: 'It is {state}; reload the queue.' },
  ),
  error(
    'authority-proposal-outdated',
    'conflict',
    { vi: 'Đề nghị đã lạc hậu', en: 'The proposal is outdated' },
    {
      vi: 'Chính sách đã có phiên bản mới sau khi đề nghị; hãy từ chối và đề nghị lại.',
      en: 'The policy has a newer version than the one it would change; refuse it and have it proposed anew.',
    },
  ),
];

const issue = (
  code: string,
  valueClass: string,
  vi: string,
  fixVi: string,
  en: string,
  fixEn: string,
): IssueDefinition => ({ code, valueClass, message: { vi, en }, fix: { vi: fixVi, en: fixEn } });

/** Faults of reads and of policies. */
export const authorityIssues: readonly IssueDefinition[] = [
  issue(
    'authority-purpose-closed',
    'code',
    'Chính sách không cho đọc với mục đích này',
    'Chọn một trong: {allowed}',
    'The policy allows no reading for this purpose',
    'Choose one of: {allowed}',
  ),
  issue(
    'authority-filter-closed',
    'reference',
    'Không lọc được theo cột mà chính sách không cho xem',
    'Bỏ điều kiện này; xem các cột tại GET /v1/authority/policies',
    'What the policy does not show cannot be asked for',
    'Leave it out; GET /v1/authority/policies has the columns',
  ),
  issue(
    'authority-policy-ambiguous',
    'reference',
    'Nhiều chính sách của bạn mở dữ liệu này',
    'Chọn một trong: {allowed}',
    'Several policies of yours open this',
    'Choose one of: {allowed}',
  ),
  issue(
    'authority-period-reversed',
    'date',
    'Ngày cuối trước ngày đầu',
    'Sửa lại khoảng thời gian',
    'The period ends before it begins',
    'Correct the period',
  ),
  issue(
    'authority-period-too-long',
    'date',
    'Khoảng thời gian dài quá {days} ngày',
    'Đọc làm nhiều lần, mỗi lần tối đa {days} ngày',
    'The period is longer than {days} days',
    'Read it in parts of {days} days at most',
  ),
  issue(
    'authority-resource-not-of-role',
    'code',
    'Vai trò này không đọc dữ liệu này',
    'Chọn một trong: {allowed}',
    'This is nothing that the role reads',
    'Choose one of: {allowed}',
  ),
  issue(
    'authority-column-closed',
    'code',
    'Không chính sách nào được mở cột này',
    'Chọn cột trong danh mục tại GET /v1/authority-policies',
    'No policy may open this column',
    'Choose a column of the list in GET /v1/authority-policies',
  ),
  issue(
    'authority-masking-unknown',
    'code',
    'Cột này không có cách che này',
    'Chọn một trong: {allowed}',
    'The column has no such masking',
    'Choose one of: {allowed}',
  ),
  issue(
    'authority-column-of-other-form',
    'code',
    'Cách hiển thị này chỉ dùng khi staysForm là {form}',
    'Đổi staysForm, hoặc chọn cách che khác',
    'This is shown only where staysForm is {form}',
    'Change staysForm, or choose another masking',
  ),
  issue(
    'authority-column-twice',
    'code',
    'Cột được nêu hai lần',
    'Mỗi cột một cách che',
    'The column is named twice',
    'Give each column one masking',
  ),
  issue(
    'authority-date-missing',
    'missing',
    'Thiếu cột ngày đến',
    'Thêm stays.arrivedOn, cách che {masking}',
    'The day of arrival is missing',
    'Add stays.arrivedOn with the masking {masking}',
  ),
  issue(
    'authority-trip-day-missing',
    'missing',
    'Thiếu cột ngày khởi hành',
    'Thêm trips.departsOn, cách che day',
    'The day of departure is missing',
    'Add trips.departsOn with the masking day',
  ),
  issue(
    'authority-stay-kind-closed',
    'code',
    'Loại lưu trú này không được mở theo cách này',
    'Chọn một trong: {allowed}',
    'This kind of stay is not shown in this form',
    'Choose one of: {allowed}',
  ),
  issue(
    'authority-rows-of-patients',
    'code',
    'Cơ sở khám chữa bệnh chỉ được mở dưới dạng số đếm',
    'Đặt staysForm là counts, hoặc bỏ loại cơ sở này',
    'Medical facilities are shown as counts only',
    'Set staysForm to counts, or leave this kind out',
  ),
  issue(
    'authority-kind-not-of-role',
    'code',
    'Vai trò này không phụ trách loại cơ sở này',
    'Chọn một trong: {allowed}',
    'The role has no business with this kind of facility',
    'Choose one of: {allowed}',
  ),
  issue(
    'authority-purpose-unknown',
    'code',
    'Không có mục đích này',
    'Chọn mục đích trong danh mục tại GET /v1/authority-policies',
    'There is no such purpose',
    'Choose a purpose of the list in GET /v1/authority-policies',
  ),
  issue(
    'authority-cell-too-small',
    'number',
    'Ngưỡng nhỏ hơn {min}',
    'Đặt từ {min} trở lên',
    'The cell size is below {min}',
    'Set {min} or more',
  ),
  issue(
    'authority-code-unknown',
    'reference',
    'Không có mã này',
    'Kiểm tra lại mã loại cơ sở, đơn vị hành chính hoặc khu công nghiệp',
    'There is no such code',
    'Check the code of the kind, unit or zone',
  ),
];
