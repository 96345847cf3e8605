import type { ErrorDefinition, IssueDefinition } from '@luutru/platform';

export const webhookErrors: readonly ErrorDefinition[] = [
  {
    code: 'webhook-too-many',
    kind: 'conflict',
    title: { vi: 'Quá nhiều địa chỉ nhận', en: 'Too many endpoints' },
    detail: {
      vi: 'Mỗi cơ sở có tối đa {max} địa chỉ; hãy xóa bớt.',
      en: 'A facility may have {max}; remove one first.',
    },
  },
];

const issue = (code: string, vi: string, fixVi: string, en: string, fixEn: string): IssueDefinition => ({
  code,
  valueClass: 'url',
  message: { vi, en },
  fix: { vi: fixVi, en: fixEn },
});

export const webhookIssues: readonly IssueDefinition[] = [
  issue(
    'webhook-url-malformed',
    'Địa chỉ không đúng',
    'Ghi đầy đủ, ví dụ https://phanmem.example/luutru',
    'The URL is not valid',
    'Write it in full, such as https://software.example/luutru',
  ),
  issue(
    'webhook-url-not-https',
    'Địa chỉ phải bắt đầu bằng https://',
    'Dùng https',
    'The URL must begin with https://',
    'Use https',
  ),
  issue(
    'webhook-url-credentials',
    'Địa chỉ không được chứa tên và mật khẩu',
    'Bỏ phần trước dấu @; chữ ký cho biết ai gửi',
    'The URL must not hold a name and password',
    'Leave out what stands before @; the signature says who sends',
  ),
  issue(
    'webhook-url-internal',
    'Địa chỉ thuộc mạng nội bộ',
    'Dùng địa chỉ truy cập được từ Internet',
    'The URL leads into an internal network',
    'Use one that can be reached from the Internet',
  ),
  issue(
    'webhook-url-unresolved',
    'Không tìm thấy máy chủ này',
    'Kiểm tra lại tên miền',
    'There is no such host',
    'Check the domain name',
  ),
];
