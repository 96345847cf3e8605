/** Everything a caller may be allowed to do, as verbs. Guard, documentation and tests all read this table. */
export const PERMISSIONS = {
  'stay.declare': { vi: 'Khai báo lưu trú', en: 'Declare stays' },
  'stay.read': { vi: 'Xem các lưu trú của cơ sở mình', en: "Read one's own facility's stays" },
  'trip.manage': { vi: 'Tạo và xem chuyến xe', en: 'Create and read trips' },
  'patient.manage': { vi: 'Tạo và xem đợt điều trị nội trú', en: 'Create and read in-patient admissions' },
  'facility.read': { vi: 'Xem thông tin cơ sở mình', en: "Read one's own facility" },
} as const;

export type Permission = keyof typeof PERMISSIONS;

export const isPermission = (text: string): text is Permission => Object.hasOwn(PERMISSIONS, text);
