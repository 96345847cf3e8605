import type { NewFacility, RouteStop } from '@luutru/facility';
import { uuidV7 } from '@luutru/platform';
import type { AdminUnits } from '@luutru/reference-data';
import { personName } from './people';
import type { Random } from './random';

/** Đà Nẵng as it is since July 2025, Quảng Nam included. */
const PROVINCE = 'p48';

export const ZONES = [
  { zoneId: 'KCN-HK', name: 'Khu công nghiệp Hòa Khánh', provinceId: PROVINCE },
  { zoneId: 'KCN-DNDN', name: 'Khu công nghiệp Điện Nam - Điện Ngọc', provinceId: PROVINCE },
  { zoneId: 'KCN-TTHTM', name: 'Khu công nghiệp Tam Thăng', provinceId: PROVINCE },
];

interface Plan {
  readonly kind: string;
  readonly code: string;
  readonly count: number;
  readonly names: readonly string[];
  readonly rooms?: readonly [min: number, max: number];
  readonly stars?: readonly number[];
}

const PLANS: readonly Plan[] = [
  {
    kind: 'khach-san',
    code: 'KS',
    count: 16,
    rooms: [30, 120],
    stars: [2, 3, 3, 4, 4, 5],
    names: [
      'Sông Hoài',
      'Hoa Sứ',
      'Biển Xanh',
      'Cửa Đại',
      'Phố Cổ',
      'An Bàng',
      'Mỹ Khê',
      'Sơn Trà',
      'Thanh Bình',
      'Ngũ Hành',
      'Hương Giang',
      'Bạch Đằng',
      'Lotus',
      'Hải Âu',
      'Trường Sơn',
      'Vĩnh Hưng',
    ],
  },
  {
    kind: 'nha-nghi',
    code: 'NN',
    count: 9,
    rooms: [8, 20],
    names: [
      'Hoàng Anh',
      'Thảo My',
      'Bình Minh',
      'Thanh Thủy',
      'Kim Ngân',
      'Minh Châu',
      'Hồng Phúc',
      'An Phú',
      'Gia Bảo',
    ],
  },
  {
    kind: 'nha-tro',
    code: 'NT',
    count: 7,
    rooms: [10, 30],
    names: ['Cô Ba', 'Anh Tư', 'Tân Lập', 'Hòa Mỹ', 'Thanh Khê', 'Cẩm Lệ', 'Điện Ngọc'],
  },
  { kind: 'nha-khach', code: 'NK', count: 2, rooms: [15, 40], names: ['Công đoàn', 'Tỉnh ủy cũ'] },
  { kind: 'nha-cong-vu', code: 'CV', count: 2, rooms: [12, 24], names: ['Giáo viên Tây Giang', 'Y tế Nam Trà My'] },
  {
    kind: 'nha-cho-thue',
    code: 'CT',
    count: 6,
    names: ['An Thượng', 'Mân Thái', 'Cẩm Thanh', 'Hòa Xuân', 'Nam Việt Á', 'Sơn Phong'],
  },
  {
    kind: 'nha-o-kcn',
    code: 'KCN',
    count: 4,
    rooms: [40, 80],
    names: ['Hòa Khánh 1', 'Hòa Khánh 2', 'Điện Nam', 'Tam Thăng'],
  },
  { kind: 'ky-tuc-xa', code: 'KTX', count: 2, rooms: [60, 100], names: ['Phía Tây', 'Đại học Quảng Nam'] },
  {
    kind: 'ho-gia-dinh',
    code: 'HGD',
    count: 5,
    names: ['Số 1 Trà Quế', 'Số 2 Thanh Hà', 'Số 3 Kim Bồng', 'Số 4 Cẩm Kim', 'Số 5 Duy Hải'],
  },
  {
    kind: 'co-so-kham-chua-benh',
    code: 'BV',
    count: 4,
    names: ['Bệnh viện Đa khoa Hội An', 'Bệnh viện Đà Nẵng', 'Bệnh viện Phụ sản - Nhi', 'Bệnh viện Đa khoa Quảng Nam'],
  },
  { kind: 'nha-xe', code: 'NX', count: 4, names: ['Phương Nam', 'Hải Vân Xanh', 'Thuận Tiến', 'Sao Biển'] },
];

const PREFIX: Readonly<Record<string, string>> = {
  'khach-san': 'Khách sạn ',
  'nha-nghi': 'Nhà nghỉ ',
  'nha-tro': 'Nhà trọ ',
  'nha-khach': 'Nhà khách ',
  'nha-cong-vu': 'Nhà công vụ ',
  'nha-cho-thue': 'Nhà cho thuê ',
  'nha-o-kcn': 'Nhà ở công nhân ',
  'ky-tuc-xa': 'Ký túc xá ',
  'ho-gia-dinh': 'Hộ gia đình ',
  'co-so-kham-chua-benh': '',
  'nha-xe': 'Nhà xe ',
};

const DEPARTMENTS = [
  ['NOI', 'Khoa Nội tổng hợp'],
  ['NGOAI', 'Khoa Ngoại tổng hợp'],
  ['SAN', 'Khoa Phụ sản'],
  ['NHI', 'Khoa Nhi'],
  ['CC', 'Khoa Cấp cứu'],
] as const;

const stop = (code: string, name: string, afterMinutes: number): RouteStop => ({ code, name, afterMinutes });
const ROUTES = [
  {
    code: 'DN-HN',
    name: 'Đà Nẵng - Hà Nội',
    stops: [
      stop('DN', 'Bến xe Trung tâm Đà Nẵng', 0),
      stop('HUE', 'Bến xe phía Bắc Huế', 150),
      stop('VINH', 'Bến xe Vinh', 540),
      stop('HN', 'Bến xe Nước Ngầm', 900),
    ],
  },
  {
    code: 'DN-SG',
    name: 'Đà Nẵng - TP. Hồ Chí Minh',
    stops: [
      stop('DN', 'Bến xe Trung tâm Đà Nẵng', 0),
      stop('QNG', 'Bến xe Quảng Ngãi', 180),
      stop('NT', 'Bến xe phía Nam Nha Trang', 660),
      stop('SG', 'Bến xe Miền Đông mới', 1_140),
    ],
  },
];

/** The facilities of the seeded province: about sixty, of every kind, in real wards. */
export function inventFacilities(units: AdminUnits, now: Date, random: Random): NewFacility[] {
  const wards = units.children(PROVINCE).filter((unit) => unit.validTo === null);
  const favourite = wards.filter((ward) => /Hội An|Hải Châu|Sơn Trà|Ngũ Hành Sơn|An Hải/.test(ward.name));
  return PLANS.flatMap((plan) =>
    plan.names.slice(0, plan.count).map((name, index): NewFacility => {
      const ward = random.chance(0.6) ? random.pick(favourite) : random.pick(wards);
      const zone = ZONES[index % ZONES.length];
      return {
        facilityId: uuidV7(now),
        code: `DN-${plan.code}-${String(index + 1).padStart(3, '0')}`,
        kind: plan.kind,
        name: `${PREFIX[plan.kind] ?? ''}${name}`,
        stars: plan.stars ? random.pick(plan.stars) : null,
        wardId: ward.unitId,
        addressLine: `${random.int(1, 400)} ${random.pick(['Trần Phú', 'Lê Lợi', 'Nguyễn Tất Thành', 'Hùng Vương', 'Cửa Đại', 'Võ Nguyên Giáp'])}`,
        remoteArea: plan.kind === 'nha-cong-vu',
        industrialZoneId: plan.kind === 'nha-o-kcn' && zone ? zone.zoneId : null,
        status: 'active',
        owner: personName(random.chance(0.5) ? 'M' : 'F', random),
        rooms: plan.rooms ? rooms(random.int(...plan.rooms), random) : [],
        departments:
          plan.kind === 'co-so-kham-chua-benh'
            ? DEPARTMENTS.map(([code, label]) => ({ code, name: label, beds: random.int(20, 60) }))
            : [],
        vehicles:
          plan.kind === 'nha-xe'
            ? Array.from({ length: 3 }, () => ({ plate: `43B-${String(random.int(10_000, 99_999))}`, seats: 34 }))
            : [],
        routes: plan.kind === 'nha-xe' ? ROUTES : [],
      };
    }),
  );
}

function rooms(count: number, random: Random): { code: string; beds: number }[] {
  const perFloor = Math.max(8, Math.ceil(count / 9));
  return Array.from({ length: count }, (_, index) => ({
    code: String((Math.floor(index / perFloor) + 1) * 100 + (index % perFloor) + 1),
    beds: random.pick([1, 2, 2, 3]),
  }));
}
