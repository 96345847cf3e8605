interface PermissionText {
  readonly vi: string;
  readonly en: string;
  /** The caller must have confirmed who they are within the last minutes (see STEP_UP_MS). */
  readonly stepUp?: true;
}

const define = <K extends string>(table: Record<K, PermissionText>): Readonly<Record<K, PermissionText>> => table;

/** Everything a caller may be allowed to do, as verbs. Guard, roles, documentation and tests all read this table. */
export const PERMISSIONS = define({
  'stay.declare': { vi: 'Khai báo lưu trú', en: 'Declare stays' },
  'stay.read': { vi: 'Xem các lưu trú của cơ sở mình', en: "Read one's own facility's stays" },
  'stay.inspect': {
    vi: 'Xem lưu trú trong địa bàn, có lý do và mã vụ việc',
    en: 'Look at a stay within the jurisdiction, for a stated purpose and case',
  },
  'person.search': {
    vi: 'Tìm người lưu trú trong địa bàn, có lý do và mã vụ việc',
    en: 'Search for people within the jurisdiction, for a stated purpose and case',
  },
  'police.supervise': {
    vi: 'Giám sát việc tra cứu của cán bộ trong đơn vị',
    en: "Supervise the searches of one's own officers",
  },
  'person.search.partner': {
    vi: 'Tìm người lưu trú cho hệ thống nghiệp vụ của một đơn vị công an',
    en: "Search for people on behalf of a police unit's own system",
  },
  'figures.feed': {
    vi: 'Nhận số liệu tổng hợp cho trung tâm điều hành (IOC) của tỉnh',
    en: "Receive aggregate figures for a province's operations centre",
  },
  'break-glass.open': {
    vi: 'Tra cứu khẩn cấp ngoài địa bàn, có thời hạn và phải được xem xét',
    en: 'Look beyond the jurisdiction in an emergency, for a limited time and to be reviewed',
    stepUp: true,
  },
  'break-glass.review': {
    vi: 'Xem xét các lần tra cứu khẩn cấp của cán bộ',
    en: 'Review what officers looked at beyond their jurisdiction',
  },
  'trip.manage': { vi: 'Tạo và xem chuyến xe', en: 'Create and read trips' },
  'patient.manage': { vi: 'Tạo và xem đợt điều trị nội trú', en: 'Create and read in-patient admissions' },
  'facility.read': { vi: 'Xem thông tin cơ sở mình', en: "Read one's own facility" },
  'facility.manage': {
    vi: 'Đổi thông tin, phòng, khoa, xe của cơ sở mình',
    en: "Change one's own facility: name, rooms, departments, vehicles",
    stepUp: true,
  },
  'facility.review': { vi: 'Duyệt hồ sơ đăng ký cơ sở', en: 'Review applications of facilities' },
  'facility.supervise': {
    vi: 'Đình chỉ, cho hoạt động lại, đóng cơ sở',
    en: 'Suspend, reinstate and close facilities',
    stepUp: true,
  },
  'delegation.manage': {
    vi: 'Ủy quyền cho nhà cung cấp phần mềm và quản lý khóa API',
    en: 'Delegate to software vendors and manage API keys',
    stepUp: true,
  },
  'webhook.manage': {
    vi: 'Đăng ký nhận tin (webhook) cho cơ sở mình',
    en: "Register webhooks for one's own facility",
  },
  'kbtt-account.manage': {
    vi: 'Chuyển tiếp khai báo của cơ sở tới cổng KBTT',
    en: "Forward one's own facility's stays to the national portal",
    stepUp: true,
  },
  'staff.manage': {
    vi: 'Tạo và khóa tài khoản nhân viên của cơ sở mình',
    en: "Create and disable accounts of one's own facility's staff",
    stepUp: true,
  },
  'account.read': { vi: 'Xem tài khoản và quyền đã cấp', en: 'Read accounts and what was granted to them' },
  'account.manage': {
    vi: 'Tạo, khóa tài khoản và cấp, thu hồi quyền',
    en: 'Create and disable accounts, grant and revoke roles',
    stepUp: true,
  },
  'outage.manage': {
    vi: 'Ghi nhận thời gian hệ thống gián đoạn',
    en: 'Record outages of the system',
    stepUp: true,
  },
  'delivery.read': {
    vi: 'Xem việc gửi tới CSDL quốc gia: hàng chờ, sự kiện bị gác lại',
    en: 'See how the delivery to the national database is doing',
  },
  'delivery.manage': {
    vi: 'Tạm dừng, tiếp tục, gửi lại dữ liệu tới CSDL quốc gia',
    en: 'Pause and resume the delivery, send again what was set aside',
    stepUp: true,
  },
  'audit.read': { vi: 'Xem nhật ký truy cập', en: 'Read the audit trail' },
  'audit.verify': { vi: 'Kiểm tra dấu niêm phong của nhật ký', en: 'Verify the seals of the audit trail' },
  'statistics.read': { vi: 'Xem số liệu thống kê', en: 'Read statistics' },
  'authority.policies': {
    vi: 'Xem chính sách dữ liệu của cơ quan mình',
    en: "See what one's own authority may read",
  },
  'authority.stays': {
    vi: 'Xem lưu trú theo chính sách dữ liệu của cơ quan mình, có mục đích',
    en: "Read stays as the policy of one's own authority masks them, for a stated purpose",
  },
  'authority.facilities': {
    vi: 'Xem cơ sở theo chính sách dữ liệu của cơ quan mình, có mục đích',
    en: "Read facilities as the policy of one's own authority masks them, for a stated purpose",
  },
  'authority.trips': {
    vi: 'Xem chuyến xe theo chính sách dữ liệu của cơ quan mình, có mục đích',
    en: "Read trips as the policy of one's own authority masks them, for a stated purpose",
  },
  'authority-policy.manage': {
    vi: 'Xem và đề nghị thay đổi chính sách dữ liệu của các cơ quan',
    en: 'See the policies of authorities and propose changes',
  },
  'authority-policy.approve': {
    vi: 'Duyệt thay đổi chính sách dữ liệu do người khác đề nghị',
    en: 'Approve changes of policies that somebody else has proposed',
    stepUp: true,
  },
  'statistics.exact': {
    vi: 'Xem số liệu thống kê chính xác, kể cả các số nhỏ',
    en: 'Read statistics exactly, small numbers included',
  },
  'compliance.read': {
    vi: 'Xem mức độ chấp hành khai báo của các cơ sở trong địa bàn',
    en: 'See how well the facilities of the jurisdiction declare',
  },
  'compliance.note': {
    vi: 'Ghi chú kiểm tra cơ sở trong địa bàn',
    en: 'Write notes on visits to facilities of the jurisdiction',
  },
  'compliance.own': {
    vi: 'Xem mức độ chấp hành và ghi chú kiểm tra của cơ sở mình, trả lời ghi chú',
    en: "See one's own facility's standing and the notes shared with it, and answer them",
  },
  'watch-list.manage': { vi: 'Quản lý danh sách theo dõi', en: 'Manage watch-lists' },
  'watch-list.approve': {
    vi: 'Duyệt thay đổi danh sách theo dõi do người khác đề nghị',
    en: 'Approve changes of watch-lists that somebody else has proposed',
    stepUp: true,
  },
  'alert.handle': {
    vi: 'Nhận và xử lý cảnh báo danh sách theo dõi trong địa bàn',
    en: 'Take and handle watch-list alerts of the jurisdiction',
  },
  'correction.answer': { vi: 'Trả lời yêu cầu đính chính', en: 'Answer requests for correction' },
  'self.read': { vi: 'Xem lưu trú của chính mình và ai đã xem', en: "Read one's own stays and who looked at them" },
  'self.request-correction': { vi: 'Yêu cầu đính chính dữ liệu của mình', en: 'Ask for a correction of own data' },
});

export type Permission = keyof typeof PERMISSIONS;

export const isPermission = (text: string): text is Permission => Object.hasOwn(PERMISSIONS, text);

export const needsStepUp = (permission: Permission): boolean => PERMISSIONS[permission].stepUp === true;

/** How long a confirmation of one's identity counts for permissions with `stepUp`. */
export const STEP_UP_MS = 5 * 60_000;

/** What a machine may be allowed: keys declare and read for facilities, and nothing else. */
export const MACHINE_PERMISSIONS = [
  'stay.declare',
  'stay.read',
  'trip.manage',
  'patient.manage',
  'facility.read',
  'webhook.manage',
] as const satisfies readonly Permission[];
/** What the key of a police unit's own system may do; such keys are issued by administrators and always sign. */
export const PARTNER_PERMISSIONS = ['person.search.partner'] as const satisfies readonly Permission[];

/** What the key of a province's operations centre may do: figures, and nothing else. */
export const FEED_PERMISSIONS = ['figures.feed'] as const satisfies readonly Permission[];

/** Keys of partners are issued by administrators and always sign; no person and no facility's machine has what they may. */
export const isPartnerPermission = (text: string): boolean =>
  [...PARTNER_PERMISSIONS, ...FEED_PERMISSIONS].some((permission) => permission === text);

export type MachinePermission = (typeof MACHINE_PERMISSIONS)[number];

export const isMachinePermission = (text: string): text is MachinePermission =>
  (MACHINE_PERMISSIONS as readonly string[]).includes(text);
