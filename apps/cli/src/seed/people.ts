import type { Random } from './random';

/** An invented person. The numbers are well-formed and belong to nobody. */
export interface Person {
  readonly fullName: string;
  readonly birthDate: string;
  readonly sex: 'M' | 'F';
  readonly nationality: string;
  /** 12 digits for a citizen, a passport number for a foreigner. */
  readonly number: string;
  readonly address: string;
  readonly phone: string;
}

/** Family names by their share of the population in percent (published counts of Vietnamese surnames). */
const FAMILY_NAMES: readonly (readonly [string, number])[] = [
  ['Nguyễn', 31.5],
  ['Trần', 10.9],
  ['Lê', 8.9],
  ['Phạm', 5.9],
  ['Huỳnh', 4.6],
  ['Hoàng', 1.9],
  ['Võ', 4.4],
  ['Vũ', 1.5],
  ['Phan', 4.5],
  ['Trương', 2.2],
  ['Bùi', 2.1],
  ['Đặng', 2.1],
  ['Đỗ', 1.9],
  ['Ngô', 1.7],
  ['Hồ', 1.5],
  ['Dương', 1.4],
  ['Đinh', 1.0],
  ['Đoàn', 1.0],
  ['Lâm', 0.9],
  ['Mai', 0.8],
  ['Trịnh', 0.8],
  ['Cao', 0.7],
  ['Lý', 0.6],
  ['Tạ', 0.4],
];
const MIDDLE = {
  M: [
    ['Văn', 34],
    ['Hữu', 8],
    ['Đức', 8],
    ['Minh', 8],
    ['Quang', 7],
    ['Công', 5],
    ['Thanh', 5],
    ['Ngọc', 4],
    ['Xuân', 3],
    ['Đình', 4],
    ['Quốc', 5],
    ['', 9],
  ],
  F: [
    ['Thị', 48],
    ['Thanh', 8],
    ['Ngọc', 9],
    ['Thu', 6],
    ['Kim', 5],
    ['Mỹ', 4],
    ['Hồng', 5],
    ['Phương', 4],
    ['Bích', 3],
    ['', 8],
  ],
} as const satisfies Record<string, readonly (readonly [string, number])[]>;
const GIVEN = {
  M: 'An Anh Bảo Bình Châu Cường Danh Duy Dũng Đạt Giang Hải Hào Hiếu Hoà Hùng Huy Hưng Khang Khánh Khoa Kiên Lâm Long Lộc Lợi Luân Minh Nam Nghĩa Nhân Nhật Phát Phong Phú Phúc Quân Quang Sang Sơn Tài Tâm Tân Thành Thắng Thiện Thịnh Tiến Toàn Trí Trung Tuấn Tùng Việt Vinh Vũ'.split(
    ' ',
  ),
  F: 'Ái An Anh Ánh Bình Châu Chi Dung Duyên Đào Giang Hà Hạnh Hằng Hiền Hoa Hoà Hồng Huệ Hương Khánh Lan Lệ Liên Linh Loan Ly Mai My Nga Ngân Ngọc Nhi Nhung Oanh Phương Phượng Quyên Sương Tâm Thảo Thu Thuỷ Thương Tiên Trang Trâm Trinh Tuyết Uyên Vân Vy Xuân Yến'.split(
    ' ',
  ),
};

/** Birth provinces (three digits of the personal number) with addresses as cards print them, mostly from before the merger. */
const HOMES: readonly (readonly [province: string, addresses: readonly string[], weight: number])[] = [
  [
    '049',
    [
      'Phường Minh An, Thành phố Hội An, Quảng Nam',
      'Xã Duy Phước, Huyện Duy Xuyên, Quảng Nam',
      'Phường An Mỹ, Thành phố Tam Kỳ, Quảng Nam',
      'Xã Bình Minh, Huyện Thăng Bình, Quảng Nam',
    ],
    34,
  ],
  [
    '048',
    [
      'Phường Hòa Minh, Quận Liên Chiểu, Đà Nẵng',
      'Phường An Hải Bắc, Quận Sơn Trà, Đà Nẵng',
      'Phường Khuê Mỹ, Quận Ngũ Hành Sơn, Đà Nẵng',
    ],
    22,
  ],
  ['001', ['Phường Hàng Bạc, Quận Hoàn Kiếm, Hà Nội', 'Phường Dịch Vọng, Quận Cầu Giấy, Hà Nội'], 14],
  ['079', ['Phường 12, Quận Gò Vấp, TP. Hồ Chí Minh', 'Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh'], 14],
  ['046', ['Phường Vĩnh Ninh, Thành phố Huế, Thừa Thiên Huế'], 6],
  ['051', ['Phường Nghĩa Lộ, Thành phố Quảng Ngãi, Quảng Ngãi'], 6],
  ['040', ['Phường Hưng Bình, Thành phố Vinh, Nghệ An'], 4],
];

const FOREIGN: readonly (readonly [
  nationality: string,
  names: Readonly<Record<'M' | 'F', readonly string[]>>,
  weight: number,
])[] = [
  ['KOR', { M: ['KIM MINSEOK', 'PARK JUNHO', 'LEE DONGHYUN'], F: ['KIM SOYEON', 'PARK JIWOO', 'CHOI YUNA'] }, 30],
  ['CHN', { M: ['WANG WEI', 'LI QIANG', 'ZHANG LEI'], F: ['WANG FANG', 'LI NA', 'ZHANG MIN'] }, 18],
  ['D', { M: ['MUELLER HANS PETER', 'SCHMIDT LUKAS'], F: ['WEBER ANNA', 'FISCHER LENA'] }, 8],
  ['FRA', { M: ['DUPONT PIERRE', 'MARTIN HUGO'], F: ['BERNARD CLAIRE', 'MOREAU LUCIE'] }, 10],
  ['USA', { M: ['SMITH JOHN', 'JOHNSON MARK'], F: ['BROWN EMILY', 'DAVIS SARAH'] }, 12],
  ['AUS', { M: ['WILSON JACK'], F: ['TAYLOR GRACE'] }, 8],
  ['JPN', { M: ['TANAKA KENJI', 'SATO HIROSHI'], F: ['SUZUKI YUKI'] }, 8],
];

/** The people whom README and demo name; always part of the seeded register. */
export const KNOWN_PEOPLE: readonly Person[] = [
  {
    fullName: 'Trần Thị Bình',
    birthDate: '1990-08-15',
    sex: 'F',
    nationality: 'VNM',
    number: '049190001234',
    address: 'Phường Minh An, Thành phố Hội An, Quảng Nam',
    phone: '0905000111',
  },
  {
    fullName: 'MUELLER HANS PETER',
    birthDate: '1964-08-12',
    sex: 'M',
    nationality: 'D',
    number: 'C01X00T47',
    address: '',
    phone: '',
  },
  {
    fullName: 'Phạm Thị Dung',
    birthDate: '1975-04-02',
    sex: 'F',
    nationality: 'VNM',
    number: '049175002222',
    address: 'Xã Duy Phước, Huyện Duy Xuyên, Quảng Nam',
    phone: '',
  },
  {
    fullName: 'Đỗ Minh Em',
    birthDate: '2001-12-01',
    sex: 'M',
    nationality: 'VNM',
    number: '049201003333',
    address: 'Phường An Mỹ, Thành phố Tam Kỳ, Quảng Nam',
    phone: '',
  },
  {
    fullName: 'Lê Văn Cường',
    birthDate: '1998-03-21',
    sex: 'M',
    nationality: 'VNM',
    number: '048098001111',
    address: 'Phường Hòa Minh, Quận Liên Chiểu, Đà Nẵng',
    phone: '',
  },
];

/** Invents that many people, about one in eight a foreigner. */
export function inventPeople(count: number, random: Random): Person[] {
  const taken = new Set(KNOWN_PEOPLE.map((person) => person.number));
  const people: Person[] = [];
  while (people.length < count) {
    const person = random.chance(0.12) ? foreigner(random) : citizen(random);
    if (taken.has(person.number)) continue;
    taken.add(person.number);
    people.push(person);
  }
  return people;
}

export function personName(sex: 'M' | 'F', random: Random): string {
  const middle = random.weighted<string>(MIDDLE[sex]);
  const given = random.chance(0.25) ? `${random.pick(GIVEN[sex])} ${random.pick(GIVEN[sex])}` : random.pick(GIVEN[sex]);
  return [random.weighted(FAMILY_NAMES), middle, given].filter(Boolean).join(' ');
}

function citizen(random: Random): Person {
  const sex = random.chance(0.5) ? 'M' : 'F';
  const birthDate = date(random, 1948, 2008);
  const [province, addresses] = random.weighted(HOMES.map((home) => [home, home[2]] as const));
  const century = (birthDate < '2000' ? 0 : 2) + (sex === 'M' ? 0 : 1);
  const serial = String(random.int(10_000, 999_999)).padStart(6, '0');
  return {
    fullName: personName(sex, random),
    birthDate,
    sex,
    nationality: 'VNM',
    number: `${province}${century}${birthDate.slice(2, 4)}${serial}`,
    address: random.pick(addresses),
    phone: `09${String(random.int(0, 99_999_999)).padStart(8, '0')}`,
  };
}

function foreigner(random: Random): Person {
  const sex = random.chance(0.5) ? 'M' : 'F';
  const [nationality, names] = random.weighted(FOREIGN.map((entry) => [entry, entry[2]] as const));
  const letters = 'CFGHJKLMNPRTVWXYZ';
  const number = `${random.pick([...letters])}${random.int(1_000_000, 99_999_999)}`;
  return {
    fullName: random.pick(names[sex]),
    birthDate: date(random, 1955, 2004),
    sex,
    nationality,
    number,
    address: '',
    phone: '',
  };
}

function date(random: Random, from: number, to: number): string {
  const at = Date.UTC(from, 0, 1) + random.int(0, (to - from + 1) * 365) * 86_400_000;
  return new Date(at).toISOString().slice(0, 10);
}
