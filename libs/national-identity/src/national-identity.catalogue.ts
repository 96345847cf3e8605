import type { ErrorDefinition } from '@luutru/platform';

export const nationalIdentityErrors: readonly ErrorDefinition[] = [
  {
    code: 'identity-not-proven',
    kind: 'unauthenticated',
    title: { vi: 'Chưa xác thực được qua định danh điện tử', en: 'Identity not proven' },
    detail: {
      vi: 'Lần đăng nhập đã hết hạn, bị hủy hoặc không hợp lệ. Hãy đăng nhập lại từ đầu.',
      en: 'The sign-in has expired, was cancelled or is not valid. Start again.',
    },
  },
  {
    code: 'identity-provider-unavailable',
    kind: 'unavailable',
    title: { vi: 'Hệ thống định danh điện tử tạm ngừng', en: 'The identity provider cannot be reached' },
    detail: {
      vi: 'Hãy thử lại sau ít phút; tài khoản cơ sở vẫn đăng nhập được bằng mật khẩu.',
      en: 'Try again in a few minutes; local accounts can still sign in with their password.',
    },
  },
];
