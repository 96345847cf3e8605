import type { ErrorKind, LocalizedText } from './app-error';

/** What a problem code means to the person who meets it. */
export interface ErrorDefinition {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly title: LocalizedText;
  /** What happened and what to do. */
  readonly detail: LocalizedText;
}

const define = (code: string, kind: ErrorKind, title: LocalizedText, detail: LocalizedText): ErrorDefinition => ({
  code,
  kind,
  title,
  detail,
});

/** Problems that any part of the platform may report. Capabilities add their own tables (docs/errors.md lists all). */
export const platformErrors: readonly ErrorDefinition[] = [
  define(
    'validation-failed',
    'invalid',
    { vi: 'Dữ liệu chưa hợp lệ', en: 'The data is not valid' },
    {
      vi: 'Một hoặc nhiều trường chưa đúng; xem danh sách errors để biết từng trường và cách sửa. Chưa có gì được ghi nhận.',
      en: 'One or more fields are wrong; errors lists each field and how to mend it. Nothing was recorded.',
    },
  ),
  define(
    'body-malformed',
    'invalid',
    { vi: 'Nội dung gửi lên không phải JSON hợp lệ', en: 'The body is not valid JSON' },
    {
      vi: 'Gửi một đối tượng JSON mã hóa UTF-8, với Content-Type: application/json.',
      en: 'Send one JSON object in UTF-8 with Content-Type: application/json.',
    },
  ),
  define(
    'body-too-large',
    'invalid',
    { vi: 'Nội dung gửi lên quá lớn', en: 'The body is too large' },
    { vi: 'Giới hạn là 1 MB cho mỗi lần gửi.', en: 'The limit is 1 MB a request.' },
  ),
  define(
    'media-type-unsupported',
    'invalid',
    { vi: 'Kiểu nội dung không được hỗ trợ', en: 'The content type is not supported' },
    { vi: 'Dùng Content-Type: application/json.', en: 'Use Content-Type: application/json.' },
  ),
  define(
    'credentials-missing',
    'unauthenticated',
    { vi: 'Chưa xác thực', en: 'Not authenticated' },
    {
      vi: 'Gửi khóa API trong tiêu đề Authorization: Bearer lt_…',
      en: 'Send the API key in the header Authorization: Bearer lt_…',
    },
  ),
  define(
    'credentials-invalid',
    'unauthenticated',
    { vi: 'Thông tin xác thực không đúng', en: 'The credentials are not valid' },
    {
      vi: 'Khóa API sai, đã hết hạn hoặc đã bị thu hồi. Hãy dùng khóa còn hiệu lực.',
      en: 'The API key is wrong, expired or revoked. Use one that is in force.',
    },
  ),
  define(
    'permission-missing',
    'forbidden',
    { vi: 'Không có quyền thực hiện', en: 'Not permitted' },
    {
      vi: 'Khóa API này không có quyền {permission}. Hãy đề nghị quản trị cấp thêm quyền.',
      en: 'This API key lacks the permission {permission}. Ask an administrator for it.',
    },
  ),
  define(
    'not-found',
    'not-found',
    { vi: 'Không tìm thấy', en: 'Not found' },
    {
      vi: 'Không có dữ liệu này, hoặc dữ liệu nằm ngoài phạm vi được xem.',
      en: 'There is no such thing, or it lies outside what you may see.',
    },
  ),
  define(
    'database-unavailable',
    'unavailable',
    { vi: 'Hệ thống tạm thời chưa ghi nhận được', en: 'The system cannot take requests just now' },
    {
      vi: 'Hãy gửi lại sau vài giây với cùng Idempotency-Key; khai báo sẽ không bị ghi trùng.',
      en: 'Send the request again in a few seconds with the same Idempotency-Key; nothing will be recorded twice.',
    },
  ),
  define(
    'overloaded',
    'unavailable',
    { vi: 'Hệ thống đang quá tải', en: 'The system is overloaded' },
    {
      vi: 'Hãy gửi lại sau vài giây với cùng Idempotency-Key; khai báo sẽ không bị ghi trùng.',
      en: 'Send the request again in a few seconds with the same Idempotency-Key; nothing will be recorded twice.',
    },
  ),
  define(
    'too-many-at-once',
    'limited',
    { vi: 'Quá nhiều yêu cầu cùng một lúc', en: 'Too many requests at once' },
    {
      vi: 'Các yêu cầu trước của bạn còn đang chờ. Hãy đợi chúng xong rồi gửi tiếp (xem tiêu đề Retry-After).',
      en: 'Earlier requests of yours are still waiting. Let them finish, then send on (see the header Retry-After).',
    },
  ),
  define(
    'internal-error',
    'unavailable',
    { vi: 'Lỗi hệ thống', en: 'Internal error' },
    {
      vi: 'Có lỗi ngoài dự kiến. Hãy gửi lại với cùng Idempotency-Key, hoặc báo cho bộ phận hỗ trợ mã traceId.',
      en: 'Something unexpected failed. Send again with the same Idempotency-Key, or give support the traceId.',
    },
  ),
  define(
    'data-key-destroyed',
    'not-found',
    { vi: 'Dữ liệu đã hết thời hạn lưu giữ', en: 'The data are past their retention' },
    {
      vi: 'Khóa giải mã của thời kỳ này đã được hủy; dữ liệu không thể đọc lại.',
      en: 'The key of that period was destroyed; the data cannot be read any more.',
    },
  ),
];
