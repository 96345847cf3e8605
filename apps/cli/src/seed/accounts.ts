import { type AccountService, type Role, type Scope } from '@luutru/access';
import type { NewFacility } from '@luutru/facility';
import type { Person } from './people';

/** Somebody of the demo who signs in, and as what. */
export interface DemoPerson {
  readonly label_vi: string;
  readonly label_en: string;
  readonly fullName: string;
  readonly personalNumber: string;
  readonly birthDate: string;
  readonly sex: 'M' | 'F';
}

/** An account with a user name; the password is to be changed at the first sign-in. */
export interface DemoAccount {
  readonly label_vi: string;
  readonly label_en: string;
  readonly username: string;
  readonly password: string;
}

interface Part {
  readonly label_vi: string;
  readonly label_en: string;
  readonly role: Role | null;
  readonly scope: (hotel: NewFacility) => Scope;
  readonly person: Omit<DemoPerson, 'label_vi' | 'label_en'>;
}

const PROVINCE = 'p48';
const province = (): Scope => ({ kind: 'unit', id: PROVINCE });
const none = (): Scope => ({ kind: 'none', id: null });
const part = (
  label_vi: string,
  label_en: string,
  role: Role | null,
  scope: Part['scope'],
  person: readonly [fullName: string, personalNumber: string, birthDate: string, sex: 'M' | 'F'],
): Part => {
  const [fullName, personalNumber, birthDate, sex] = person;
  return { label_vi, label_en, role, scope, person: { fullName, personalNumber, birthDate, sex } };
};

/** One person for each role; the guest of the first thing to try is among them. */
const PARTS: readonly Part[] = [
  part('Chủ khách sạn', 'Hotel owner', 'facility-owner', ({ facilityId }) => ({ kind: 'facility', id: facilityId }), [
    'Nguyễn Thị Chủ Quán',
    '049185100001',
    '1985-02-11',
    'F',
  ]),
  part('Công an phường', 'Ward police', 'ward-police', ({ wardId }) => ({ kind: 'unit', id: wardId }), [
    'Trần Văn Tuần Tra',
    '049088100002',
    '1988-07-01',
    'M',
  ]),
  part('Công an tỉnh', 'Provincial police', 'provincial-police', province, [
    'Lê Văn Điều Phối',
    '048079100003',
    '1979-11-30',
    'M',
  ]),
  part('Chỉ huy công an', 'Police supervisor', 'police-supervisor', province, [
    'Ngô Văn Giám Sát',
    '048076100008',
    '1976-04-19',
    'M',
  ]),
  part('Cán bộ danh sách theo dõi', 'Watch-list officer', 'watch-list-officer', province, [
    'Đinh Thị Lập Danh',
    '048182100010',
    '1982-06-03',
    'F',
  ]),
  part('Cán bộ danh sách theo dõi, người duyệt', 'Watch-list officer, who approves', 'watch-list-officer', province, [
    'Mai Văn Soát Xét',
    '048084100011',
    '1984-10-25',
    'M',
  ]),
  part('Quản trị hệ thống', 'System administrator', 'system-administrator', none, [
    'Phạm Thị Hệ Thống',
    '048191100004',
    '1991-05-20',
    'F',
  ]),
  part('Quản trị hệ thống, người duyệt', 'System administrator, who approves', 'system-administrator', none, [
    'Trịnh Văn Đối Chiếu',
    '048085100012',
    '1985-07-14',
    'M',
  ]),
  part('Kiểm toán viên', 'Auditor', 'auditor', none, ['Võ Thị Minh Bạch', '048183100005', '1983-09-09', 'F']),
  part('Chuyên viên du lịch', 'Tourism analyst', 'tourism-analyst', province, [
    'Hoàng Văn Lữ Hành',
    '048090100006',
    '1990-01-17',
    'M',
  ]),
  part('Chuyên viên y tế', 'Health analyst', 'health-analyst', province, [
    'Bùi Thị Sức Khỏe',
    '048187100007',
    '1987-03-08',
    'F',
  ]),
  part('Chuyên viên khu công nghiệp', 'Industrial-zone analyst', 'zone-analyst', province, [
    'Tạ Thị Khu Xưởng',
    '048186100013',
    '1986-02-11',
    'F',
  ]),
  part('Chuyên viên giao thông', 'Transport analyst', 'transport-analyst', province, [
    'Cao Văn Bến Bãi',
    '048088100014',
    '1988-09-30',
    'M',
  ]),
  part('Lãnh đạo tỉnh', 'Provincial leader', 'provincial-leader', province, [
    'Đặng Văn Tổng Hợp',
    '048070100008',
    '1970-12-22',
    'M',
  ]),
  part('Công dân (khách lưu trú)', 'Citizen (the guest)', null, none, [
    'Trần Thị Bình',
    '049190001234',
    '1990-08-15',
    'F',
  ]),
];

const BY = { actor: { kind: 'system', id: 'seed' }, requestId: null } as const;

/** Who declares, at a facility of each kind. */
const CLERKS = [
  ['khach-san', 'letan.demo', 'Lê Thị Lễ Tân', 'Lễ tân khách sạn', 'Hotel front desk'],
  ['co-so-kham-chua-benh', 'benhvien.demo', 'Võ Thị Nhập Viện', 'Tiếp nhận bệnh viện', 'Hospital admissions'],
  ['nha-xe', 'nhaxe.demo', 'Trần Văn Bến Xe', 'Điều hành nhà xe', 'Bus dispatcher'],
  ['nha-o-kcn', 'kcn.demo', 'Phan Thị Cư Xá', 'Quản lý nhà ở khu công nghiệp', 'Industrial-zone housing'],
  ['ho-gia-dinh', 'hogiadinh.demo', 'Hồ Thị Chủ Nhà', 'Hộ gia đình', 'Household'],
] as const;

/**
 * Opens the accounts of the demo: people who come through the identity provider, and clerks with a password. Kinds of
 * facility that the province has none of have no clerk.
 */
export async function openAccounts(
  accounts: AccountService,
  hotel: NewFacility,
  facilities: readonly NewFacility[],
): Promise<{ people: DemoPerson[]; clerks: DemoAccount[]; watchListOfficers: string[] }> {
  const watchListOfficers: string[] = [];
  for (const { role, scope, person } of PARTS) {
    if (role === null) continue;
    const identity = { displayName: person.fullName, username: null, personalNumber: person.personalNumber };
    const { accountId } = await accounts.create(identity, BY, { role, scope: scope(hotel), expiresAt: null });
    if (role === 'watch-list-officer') watchListOfficers.push(accountId);
  }
  const clerks: DemoAccount[] = [];
  for (const [kind, username, displayName, label_vi, label_en] of CLERKS) {
    const facility = kind === hotel.kind ? hotel : facilities.find((one) => one.kind === kind);
    if (!facility) continue;
    const desk = { kind: 'facility', id: facility.facilityId } as const;
    const grant = { role: 'facility-clerk', scope: desk, expiresAt: null } as const;
    const { password } = await accounts.create({ displayName, username, personalNumber: null }, BY, grant);
    clerks.push({ label_vi, label_en, username, password: password ?? '' });
  }
  return {
    people: PARTS.map(({ label_vi, label_en, person }) => ({ label_vi, label_en, ...person })),
    clerks,
    watchListOfficers,
  };
}

/** Whom the stand-in of the identity provider knows: the demo's people first, then citizens of the register. */
export const identityRegister = (people: readonly DemoPerson[], citizens: readonly Person[]): object[] =>
  [
    ...people,
    ...citizens
      .filter(
        ({ nationality, number }) => nationality === 'VNM' && !people.some((one) => one.personalNumber === number),
      )
      .map(({ number, ...citizen }) => ({ ...citizen, personalNumber: number })),
  ].map(({ personalNumber, fullName, birthDate, sex }) => ({ personalNumber, fullName, birthDate, sex, level: 2 }));
