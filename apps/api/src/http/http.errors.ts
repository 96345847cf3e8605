import type { ErrorDefinition } from '@luutru/platform';

/** Problems of the HTTP interface itself. */
export const httpErrors: readonly ErrorDefinition[] = [
  {
    code: 'request-malformed',
    kind: 'invalid',
    title: { vi: 'Yêu cầu không đọc được', en: 'The request cannot be read' },
    detail: {
      vi: 'Kiểm tra lại địa chỉ và các tiêu đề của yêu cầu theo đặc tả (/docs).',
      en: 'Check address and headers of the request against the documentation (/docs).',
    },
  },
  {
    code: 'request-too-slow',
    kind: 'invalid',
    title: { vi: 'Yêu cầu gửi đến quá chậm', en: 'The request came too slowly' },
    detail: {
      vi: 'Hệ thống đã thôi chờ phần còn lại của yêu cầu. Hãy kiểm tra đường truyền rồi gửi lại.',
      en: 'The rest of the request was not waited for. Check the connection and send it again.',
    },
  },
  {
    code: 'headers-too-large',
    kind: 'invalid',
    title: { vi: 'Tiêu đề của yêu cầu quá lớn', en: 'The headers of the request are too large' },
    detail: {
      vi: 'Bỏ bớt tiêu đề hoặc cookie không cần thiết.',
      en: 'Leave out headers or cookies that are not needed.',
    },
  },
  {
    code: 'facility-not-chosen',
    kind: 'invalid',
    title: { vi: 'Chưa chọn cơ sở', en: 'No facility was chosen' },
    detail: {
      vi: 'Khóa API này dùng cho nhiều cơ sở: hãy gửi facilityId (mã hoặc id của cơ sở).',
      en: 'This API key acts for several facilities: send facilityId (the code or the id of one).',
    },
  },
  {
    code: 'idempotency-key-missing',
    kind: 'invalid',
    title: { vi: 'Thiếu Idempotency-Key', en: 'Idempotency-Key is missing' },
    detail: {
      vi: 'Gửi tiêu đề Idempotency-Key (ví dụ một UUID mới cho mỗi khai báo) hoặc trường externalRef; với thao tác trên lưu trú thì trường version cũng được. Nhờ đó gửi lại không bị ghi trùng.',
      en: 'Send the header Idempotency-Key (a new UUID per record, for instance) or the field externalRef; for actions on a stay the field version will do. A repeat then records nothing twice.',
    },
  },
  {
    code: 'idempotency-key-malformed',
    kind: 'invalid',
    title: { vi: 'Idempotency-Key không hợp lệ', en: 'Idempotency-Key is not valid' },
    detail: {
      vi: 'Dùng 1 đến 255 ký tự ASCII in được, không có dấu cách; nên là một UUID.',
      en: 'Use 1 to 255 printable ASCII characters without spaces; a UUID is best.',
    },
  },
  {
    code: 'idempotency-key-reused',
    kind: 'conflict',
    title: { vi: 'Idempotency-Key đã dùng cho nội dung khác', en: 'The Idempotency-Key was used for another request' },
    detail: {
      vi: 'Khóa này đã gắn với một yêu cầu khác nội dung; dùng khóa mới cho khai báo mới.',
      en: 'The key belongs to a request with another content; use a new key for a new record.',
    },
  },
  {
    code: 'rate-limited',
    kind: 'limited',
    title: { vi: 'Quá nhiều yêu cầu', en: 'Too many requests' },
    detail: {
      vi: 'Hãy chờ {seconds} giây rồi gửi lại (xem tiêu đề Retry-After).',
      en: 'Wait {seconds} s and send again (see the header Retry-After).',
    },
  },
  {
    code: 'signature-missing',
    kind: 'unauthenticated',
    title: { vi: 'Yêu cầu chưa được ký', en: 'The request is not signed' },
    detail: {
      vi: 'Khóa API này đòi chữ ký theo RFC 9421: gửi Signature-Input, Signature và Content-Digest.',
      en: 'This API key demands signatures (RFC 9421): send Signature-Input, Signature and Content-Digest.',
    },
  },
  {
    code: 'signature-wrong',
    kind: 'unauthenticated',
    title: { vi: 'Chữ ký của yêu cầu không đúng', en: 'The signature of the request does not hold' },
    detail: {
      vi: 'Ký bằng Ed25519 các thành phần @method, @path, @query (nếu có) và content-digest (nếu có nội dung), keyid là mã khóa API, created không lệch quá 5 phút.',
      en: 'Sign @method, @path, @query (if any) and content-digest (of a body) with Ed25519; keyid is the id of the API key, created within 5 minutes.',
    },
  },
];
