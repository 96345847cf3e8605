import type { Permission } from './permissions';
import type { ScopeKind } from './scope';

interface RoleDefinition {
  readonly vi: string;
  readonly en: string;
  readonly permissions: readonly Permission[];
  /** What a grant of the role may be bound to; `none` for roles that reach no facility's data. */
  readonly scopes: readonly ScopeKind[];
  /** Facility kinds the role is confined to, wherever its scope lies; absent: all. */
  readonly facilityKinds?: readonly string[];
  /** A second factor is mandatory. */
  readonly secondFactor: boolean;
  /** Minutes without a request after which the person must sign in again (DOMAIN.md section 2, level 3). */
  readonly idleMinutes: 15 | 5;
}

const LODGING = ['khach-san', 'nha-nghi', 'nha-khach', 'nha-cong-vu', 'nha-tro', 'nha-cho-thue', 'ho-gia-dinh'];
const define = <K extends string>(table: Record<K, RoleDefinition>): Readonly<Record<K, RoleDefinition>> => table;
const police = [
  'stay.inspect',
  'person.search',
  'alert.handle',
  'break-glass.open',
  'facility.review',
  'facility.supervise',
  'statistics.read',
  'statistics.exact',
  'compliance.read',
  'compliance.note',
] as const;

/** Authorities of a sector; which columns of what they see is their policy's, never more than this. */
const sector = ['statistics.read', 'authority.policies', 'authority.stays', 'authority.facilities'] as const;

/** The roles of people, and all that each may do. A person may hold several grants, each with a scope of its own. */
export const ROLES = define({
  'facility-owner': {
    vi: 'Chủ cơ sở',
    en: 'Facility owner',
    permissions: [
      'stay.declare',
      'stay.read',
      'trip.manage',
      'patient.manage',
      'facility.read',
      'facility.manage',
      'delegation.manage',
      'webhook.manage',
      'kbtt-account.manage',
      'staff.manage',
      'correction.answer',
      'compliance.own',
    ],
    scopes: ['facility', 'chain'],
    secondFactor: false,
    idleMinutes: 15,
  },
  'facility-clerk': {
    vi: 'Nhân viên lễ tân',
    en: 'Facility clerk',
    permissions: ['stay.declare', 'stay.read', 'trip.manage', 'patient.manage', 'facility.read'],
    scopes: ['facility', 'chain'],
    secondFactor: false,
    idleMinutes: 15,
  },
  'ward-police': {
    vi: 'Công an phường, xã',
    en: 'Ward police',
    permissions: police,
    scopes: ['unit'],
    secondFactor: true,
    idleMinutes: 15,
  },
  'provincial-police': {
    vi: 'Công an tỉnh',
    en: 'Provincial police',
    permissions: police,
    scopes: ['unit'],
    secondFactor: true,
    idleMinutes: 15,
  },
  'police-supervisor': {
    vi: 'Chỉ huy công an',
    en: 'Police supervisor',
    permissions: [...police, 'police.supervise', 'break-glass.review', 'watch-list.approve'],
    scopes: ['unit'],
    secondFactor: true,
    idleMinutes: 15,
  },
  'watch-list-officer': {
    vi: 'Cán bộ quản lý danh sách theo dõi',
    en: 'Watch-list officer',
    permissions: ['watch-list.manage', 'watch-list.approve'],
    scopes: ['unit'],
    secondFactor: true,
    idleMinutes: 15,
  },
  'tourism-analyst': {
    vi: 'Chuyên viên ngành du lịch',
    en: 'Tourism authority analyst',
    permissions: sector,
    scopes: ['unit'],
    facilityKinds: LODGING,
    secondFactor: false,
    idleMinutes: 15,
  },
  'health-analyst': {
    vi: 'Chuyên viên ngành y tế',
    en: 'Health authority analyst',
    permissions: sector,
    scopes: ['unit'],
    facilityKinds: ['co-so-kham-chua-benh'],
    secondFactor: false,
    idleMinutes: 15,
  },
  'zone-analyst': {
    vi: 'Chuyên viên ban quản lý khu công nghiệp',
    en: 'Industrial-zone authority analyst',
    permissions: sector,
    scopes: ['zone', 'unit'],
    facilityKinds: ['nha-o-kcn'],
    secondFactor: false,
    idleMinutes: 15,
  },
  'transport-analyst': {
    vi: 'Chuyên viên ngành giao thông vận tải',
    en: 'Transport authority analyst',
    permissions: ['statistics.read', 'authority.policies', 'authority.facilities', 'authority.trips'],
    scopes: ['unit'],
    facilityKinds: ['nha-xe'],
    secondFactor: false,
    idleMinutes: 15,
  },
  'provincial-leader': {
    vi: 'Lãnh đạo tỉnh',
    en: 'Provincial leader',
    permissions: ['statistics.read', 'authority.policies'],
    scopes: ['unit'],
    secondFactor: false,
    idleMinutes: 15,
  },
  'system-administrator': {
    vi: 'Quản trị hệ thống',
    en: 'System administrator',
    permissions: [
      'account.read',
      'account.manage',
      'outage.manage',
      'delivery.read',
      'delivery.manage',
      'authority-policy.manage',
      'authority-policy.approve',
    ],
    scopes: ['none'],
    secondFactor: true,
    idleMinutes: 5,
  },
  auditor: {
    vi: 'Kiểm toán viên',
    en: 'Auditor',
    permissions: ['account.read', 'audit.read', 'audit.verify'],
    scopes: ['none'],
    secondFactor: true,
    idleMinutes: 5,
  },
  citizen: {
    vi: 'Công dân',
    en: 'Citizen',
    permissions: ['self.read', 'self.request-correction'],
    scopes: ['self'],
    secondFactor: false,
    idleMinutes: 15,
  },
});

export type Role = keyof typeof ROLES;

export const isRole = (text: string): text is Role => Object.hasOwn(ROLES, text);

/** Roles that an administrator may grant; being a citizen is not granted, it comes with signing in as oneself. */
export const GRANTABLE_ROLES: readonly Role[] = (Object.keys(ROLES) as Role[]).filter((role) => role !== 'citizen');
