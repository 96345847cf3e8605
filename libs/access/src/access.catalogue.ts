import type { ErrorDefinition, IssueDefinition } from '@luutru/platform';

/** Problems of signing in and of accounts. */
export const accessErrors: readonly ErrorDefinition[] = [
  {
    code: 'signature-replayed',
    kind: 'unauthenticated',
    title: { vi: 'Chữ ký này đã được dùng', en: 'This signature was used before' },
    detail: {
      vi: 'Mỗi yêu cầu phải được ký mới với nonce chưa dùng, kể cả khi gửi lại.',
      en: 'Sign each request anew with a nonce that was not used before, a repeat as well.',
    },
  },
  {
    code: 'sign-in-refused',
    kind: 'unauthenticated',
    title: { vi: 'Không đăng nhập được', en: 'Sign-in refused' },
    detail: {
      vi: 'Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đang tạm khóa. Sau 5 lần sai, hãy chờ rồi thử lại, hoặc liên hệ quản trị.',
      en: 'User name or password is wrong, or the account is locked. After 5 wrong attempts wait before trying again, or ask an administrator.',
    },
  },
  {
    code: 'code-wrong',
    kind: 'unauthenticated',
    title: { vi: 'Mã xác nhận không đúng', en: 'The code is not right' },
    detail: {
      vi: 'Nhập mã 6 số mới nhất của ứng dụng xác thực, hoặc một mã khôi phục chưa dùng. Mỗi mã chỉ dùng một lần. Khi được yêu cầu mật khẩu, hãy nhập mật khẩu hiện tại.',
      en: 'Enter the newest 6-digit code of the authenticator app or an unused recovery code; each works once. Where a password is asked for, enter the current one.',
    },
  },
  {
    code: 'session-over',
    kind: 'unauthenticated',
    title: { vi: 'Phiên làm việc đã kết thúc', en: 'The session is over' },
    detail: { vi: 'Hãy đăng nhập lại.', en: 'Sign in again.' },
  },
  {
    code: 'sign-in-incomplete',
    kind: 'forbidden',
    title: { vi: 'Chưa hoàn tất đăng nhập', en: 'Sign-in is not complete' },
    detail: {
      vi: 'Bước còn thiếu: {stage}. Xem GET /v1/session để biết bước tiếp theo.',
      en: 'What is missing: {stage}. GET /v1/session names the next step.',
    },
  },
  {
    code: 'step-not-due',
    kind: 'conflict',
    title: { vi: 'Bước này không cần lúc này', en: 'This step is not due' },
    detail: { vi: 'Xem GET /v1/session để biết bước tiếp theo.', en: 'GET /v1/session names the next step.' },
  },
  {
    code: 'step-up-required',
    kind: 'forbidden',
    title: { vi: 'Cần xác nhận lại danh tính', en: 'Confirm who you are' },
    detail: {
      vi: 'Thao tác này cần mã xác thực (hoặc mật khẩu) vừa nhập trong 5 phút gần nhất: gửi POST /v1/session/step-up rồi thử lại.',
      en: 'This needs a code (or password) given within the last 5 minutes: POST /v1/session/step-up, then try again.',
    },
  },
  {
    code: 'csrf-token-wrong',
    kind: 'forbidden',
    title: { vi: 'Yêu cầu không đến từ trang của hệ thống', en: 'The request did not come from our own page' },
    detail: {
      vi: 'Tải lại trang rồi thử lại (thiếu hoặc sai tiêu đề X-CSRF-Token).',
      en: 'Reload the page and try again (the header X-CSRF-Token is missing or wrong).',
    },
  },
  {
    code: 'second-factor-exists',
    kind: 'conflict',
    title: { vi: 'Đã có xác thực hai lớp', en: 'There is a second factor already' },
    detail: {
      vi: 'Muốn đổi thiết bị, hãy nhờ quản trị khôi phục tài khoản.',
      en: 'To change the device, ask an administrator to restore the account.',
    },
  },
  {
    code: 'username-taken',
    kind: 'conflict',
    title: { vi: 'Tên đăng nhập đã có người dùng', en: 'The user name is taken' },
    detail: { vi: 'Hãy chọn tên khác.', en: 'Choose another one.' },
  },
  {
    code: 'person-has-account',
    kind: 'conflict',
    title: { vi: 'Người này đã có tài khoản', en: 'The person has an account already' },
    detail: { vi: 'Cấp thêm quyền cho tài khoản đã có.', en: 'Grant more to the account there is.' },
  },
  {
    code: 'self-grant',
    kind: 'forbidden',
    title: { vi: 'Không được tự thay đổi quyền của mình', en: 'Nobody changes their own rights' },
    detail: { vi: 'Hãy nhờ một quản trị khác.', en: 'Ask another administrator.' },
  },
  {
    code: 'too-many-keys',
    kind: 'conflict',
    title: { vi: 'Đã có đủ khóa API', en: 'There are enough API keys' },
    detail: {
      vi: 'Mỗi cơ sở có nhiều nhất {max} khóa cùng lúc: thu hồi khóa cũ trước khi tạo khóa mới.',
      en: 'A facility has at most {max} keys at once: revoke the old one before making another.',
    },
  },
  {
    code: 'self-disable',
    kind: 'forbidden',
    title: { vi: 'Không được tự khóa tài khoản của mình', en: 'Nobody disables their own account' },
    detail: { vi: 'Hãy nhờ một quản trị khác.', en: 'Ask another administrator.' },
  },
];

/** Faults of single fields. */
export const accessIssues: readonly IssueDefinition[] = [
  {
    code: 'password-too-short',
    valueClass: 'secret',
    message: { vi: 'Mật khẩu quá ngắn', en: 'The password is too short' },
    fix: {
      vi: 'Dùng ít nhất {min} ký tự, ví dụ bốn từ không liên quan',
      en: 'Use at least {min} characters, four unrelated words for instance',
    },
  },
  {
    code: 'password-too-long',
    valueClass: 'secret',
    message: { vi: 'Mật khẩu quá dài', en: 'The password is too long' },
    fix: { vi: 'Dùng nhiều nhất {max} ký tự', en: 'Use at most {max} characters' },
  },
  {
    code: 'password-too-simple',
    valueClass: 'secret',
    message: { vi: 'Mật khẩu quá dễ đoán', en: 'The password is too easy to guess' },
    fix: { vi: 'Tránh dãy số, chữ lặp lại và từ thông dụng', en: 'Avoid runs, repetitions and common words' },
  },
  {
    code: 'password-tells-the-person',
    valueClass: 'secret',
    message: { vi: 'Mật khẩu chứa tên người dùng', en: 'The password contains your name' },
    fix: { vi: 'Không dùng họ tên hay tên đăng nhập', en: 'Leave out your name and user name' },
  },
  {
    code: 'password-not-new',
    valueClass: 'secret',
    message: { vi: 'Mật khẩu mới trùng mật khẩu cũ', en: 'The new password is the old one' },
    fix: { vi: 'Chọn mật khẩu khác', en: 'Choose another one' },
  },
  {
    code: 'username-malformed',
    valueClass: 'text',
    message: { vi: 'Tên đăng nhập chưa đúng', en: 'The user name is not usable' },
    fix: {
      vi: 'Dùng 4 đến 64 chữ thường, chữ số, dấu chấm, gạch nối',
      en: 'Use 4 to 64 lower-case letters, digits, dots and hyphens',
    },
  },
  {
    code: 'personal-number-malformed',
    valueClass: 'number',
    message: { vi: 'Số định danh cá nhân chưa đúng', en: 'The personal number is not right' },
    fix: { vi: 'Nhập đúng 12 chữ số', en: 'Give exactly 12 digits' },
  },
  {
    code: 'sign-in-way-missing',
    valueClass: 'text',
    message: { vi: 'Chưa có cách đăng nhập', en: 'There is no way to sign in' },
    fix: {
      vi: 'Nhập tên đăng nhập hoặc số định danh cá nhân (VNeID)',
      en: 'Give a user name or a personal number (VNeID)',
    },
  },
  {
    code: 'sign-in-ways-both',
    valueClass: 'text',
    message: { vi: 'Chỉ chọn một cách đăng nhập', en: 'Choose one way to sign in' },
    fix: {
      vi: 'Nhập tên đăng nhập, hoặc số định danh cá nhân, không nhập cả hai',
      en: 'Give a user name or a personal number, not both',
    },
  },
  {
    code: 'role-not-grantable',
    valueClass: 'code',
    message: { vi: 'Không cấp được vai trò này', en: 'The role cannot be granted' },
    fix: { vi: 'Chọn một vai trò trong danh sách', en: 'Choose a role of the list' },
  },
  {
    code: 'scope-not-of-role',
    valueClass: 'code',
    message: { vi: 'Phạm vi không hợp với vai trò', en: 'The scope does not fit the role' },
    fix: {
      vi: 'Xem docs/security-matrix.md: mỗi vai trò có loại phạm vi riêng',
      en: 'See docs/security-matrix.md: each role has its kinds of scope',
    },
  },
  {
    code: 'scope-unknown',
    valueClass: 'reference',
    message: { vi: 'Không có phạm vi này', en: 'There is no such scope' },
    fix: {
      vi: 'Kiểm tra mã cơ sở, chuỗi, đơn vị hành chính hoặc khu công nghiệp',
      en: 'Check the id of facility, chain, administrative unit or zone',
    },
  },
  {
    code: 'vendor-unknown',
    valueClass: 'reference',
    message: { vi: 'Không có nhà cung cấp này', en: 'There is no such vendor' },
    fix: { vi: 'Kiểm tra lại mã nhà cung cấp', en: "Check the vendor's code" },
  },
  {
    code: 'network-malformed',
    valueClass: 'text',
    message: { vi: 'Mạng không đúng dạng CIDR', en: 'The network is not in CIDR form' },
    fix: { vi: 'Ví dụ 203.0.113.0/24 hoặc 203.0.113.7/32', en: 'For instance 203.0.113.0/24 or 203.0.113.7/32' },
  },
  {
    code: 'signature-key-malformed',
    valueClass: 'text',
    message: { vi: 'Khóa công khai không đúng', en: 'The public key is not usable' },
    fix: {
      vi: 'Gửi 32 byte khóa Ed25519 dạng base64url, không có dấu =',
      en: 'Give the 32 bytes of an Ed25519 key in base64url without =',
    },
  },
];
