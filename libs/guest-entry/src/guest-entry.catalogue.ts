import type { ErrorDefinition, IssueDefinition } from '@luutru/platform';

export const guestEntryErrors: readonly ErrorDefinition[] = [
  {
    code: 'desk-link-unknown',
    kind: 'not-found',
    title: { vi: 'Mã QR này không còn dùng được', en: 'This QR code is no longer in use' },
    detail: {
      vi: 'Hãy hỏi quầy lễ tân để quét mã mới, hoặc xuất trình giấy tờ tại quầy.',
      en: 'Ask the desk for the current code, or simply show your papers there.',
    },
  },
  {
    code: 'guest-entry-unknown',
    kind: 'not-found',
    title: { vi: 'Không tìm thấy bản tự khai', en: 'There is no such entry' },
    detail: {
      vi: 'Bản tự khai không có hoặc không thuộc về bạn. Hãy khai lại hoặc đến quầy.',
      en: 'The entry does not exist or is not yours. Enter your details again or go to the desk.',
    },
  },
  {
    code: 'guest-entry-ended',
    kind: 'conflict',
    title: { vi: 'Bản tự khai này không còn chờ', en: 'This entry is no longer waiting' },
    detail: {
      vi: 'Bản tự khai đã được rút, trả lại, xác nhận hoặc đã hết hạn; chưa có gì được ghi nhận thêm. Nếu khách vẫn đến ở, hãy khai báo từ giấy tờ của khách.',
      en: 'The entry was withdrawn, sent back or confirmed, or its time is over; nothing more was recorded. If the guest is staying, declare from their papers.',
    },
  },
  {
    code: 'guest-entries-full',
    kind: 'conflict',
    title: { vi: 'Quầy đang có quá nhiều bản tự khai chờ', en: 'Too many entries are waiting at the desk' },
    detail: {
      vi: 'Đang có {max} bản chờ xác nhận. Hãy thử lại sau ít phút, hoặc xuất trình giấy tờ tại quầy.',
      en: '{max} entries are waiting to be confirmed. Try again in a few minutes, or show your papers at the desk.',
    },
  },
  {
    code: 'guest-entry-not-served',
    kind: 'conflict',
    title: { vi: 'Cơ sở này không nhận bản tự khai', en: 'This facility takes no entries by guests' },
    detail: {
      vi: 'Khách tự khai chỉ dùng cho nơi có khách hoặc người thuê, và khi cơ sở đang hoạt động.',
      en: 'Guests can enter their own data only where guests or tenants stay, while the facility is active.',
    },
  },
];

const issue = (code: string, vi: string, fixVi: string, en: string, fixEn: string): IssueDefinition => ({
  code,
  valueClass: 'consent',
  message: { vi, en },
  fix: { vi: fixVi, en: fixEn },
});

export const guestEntryIssues: readonly IssueDefinition[] = [
  issue(
    'consent-missing',
    'Bạn chưa đồng ý gửi thông tin',
    'Đọc và đánh dấu vào ô đồng ý',
    'You have not agreed to send your details',
    'Read the text and tick the box',
  ),
  issue(
    'consent-outdated',
    'Nội dung đồng ý đã được thay bằng bản mới',
    'Tải lại trang và đọc bản mới',
    'The text you agreed to has been replaced',
    'Reload the page and read the new one',
  ),
];
