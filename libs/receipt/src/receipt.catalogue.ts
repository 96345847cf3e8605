import type { LocalizedText } from '@luutru/platform';
import type { ReceiptFault } from './domain/verify-receipt';

/** What each reason for refusing a receipt or a digest means to whoever checks it. */
export const receiptRefusals: Readonly<Record<ReceiptFault, LocalizedText>> = {
  'too-large': { vi: 'Nội dung dài quá mức cho phép', en: 'The text is longer than allowed' },
  'not-three-parts': {
    vi: 'Không phải chữ ký dạng JWS gồm ba phần ngăn bằng dấu chấm; có thể đã sao chép thiếu hoặc thừa',
    en: 'It is not a JWS of three parts between dots; it may have been copied in part or with something else',
  },
  'base64url-not-canonical': {
    vi: 'Có ký tự lạ hoặc cách viết khác với bản được cấp',
    en: 'It has foreign characters or is spelt otherwise than it was issued',
  },
  'trailing-data': { vi: 'Có dữ liệu thừa sau chữ ký', en: 'There is something after the signature' },
  'header-not-json': { vi: 'Phần đầu không đọc được', en: 'The header cannot be read' },
  'algorithm-none': { vi: 'Không có chữ ký (thuật toán "none")', en: 'It is not signed (algorithm "none")' },
  'algorithm-refused': {
    vi: 'Thuật toán ký không được chấp nhận; chỉ chấp nhận EdDSA',
    en: 'The algorithm is not accepted; only EdDSA is',
  },
  'key-embedded': {
    vi: 'Tự mang theo khóa để kiểm tra chính mình; chỉ khóa đã công bố mới được dùng',
    en: 'It brings the key to check itself with; only published keys count',
  },
  'header-member-unknown': { vi: 'Phần đầu có mục lạ', en: 'The header has an unknown member' },
  'type-wrong': { vi: 'Là loại văn bản khác', en: 'It is a statement of another type' },
  'key-unknown': {
    vi: 'Ký bằng khóa không có trong danh sách đã công bố; nếu danh sách đã cũ, hãy tải lại',
    en: 'The key that signed is not among the published ones; fetch the list again if yours is old',
  },
  'header-not-canonical': {
    vi: 'Phần đầu viết khác với bản được cấp',
    en: 'The header is spelt otherwise than it was issued',
  },
  'signature-malformed': { vi: 'Chữ ký không đủ 64 byte', en: 'The signature is not 64 bytes long' },
  'signature-wrong': {
    vi: 'Chữ ký không khớp: nội dung đã bị sửa, hoặc không phải do nơi cấp ký',
    en: 'The signature does not fit: the content was altered, or someone else signed it',
  },
  'payload-not-json': { vi: 'Nội dung không đọc được', en: 'The content cannot be read' },
  'claims-unreadable': {
    vi: 'Nội dung không đúng mẫu hoặc tự mâu thuẫn',
    en: 'The content does not have the known form or contradicts itself',
  },
};
