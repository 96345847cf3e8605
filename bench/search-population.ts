import { nameSearchKeys } from '@luutru/declaration';
import type { BlindIndex } from '@luutru/platform';

/** A name as it was drawn, with whom it belongs to. */
export interface PooledName {
  readonly fullName: string;
  readonly sex: 'M' | 'F';
  readonly nationality: string;
}

export const POOL = 300_000;
const FOREIGN_SHARE = 0.12;
const KNUTH = 2_654_435_761n;

/** Shares of family names in Vietnam as they are commonly given; the rest is spread over the last ones. */
const FAMILY: readonly [string, number][] = [
  ['Nguyễn', 31.5], ['Trần', 10.9], ['Lê', 8.9], ['Phạm', 5.9], ['Hoàng', 2.6], ['Huỳnh', 2.5], ['Vũ', 2], ['Võ', 2.9],
  ['Phan', 2.8], ['Trương', 2.2], ['Bùi', 2.1], ['Đặng', 1.9], ['Đỗ', 1.9], ['Ngô', 1.7], ['Hồ', 1.5], ['Dương', 1.4],
  ['Đinh', 1], ['Lý', 0.9], ['Đoàn', 0.8], ['Mai', 0.7], ['Lâm', 0.7], ['Trịnh', 0.6], ['Cao', 0.6], ['Tạ', 0.5],
]; // prettier-ignore
const MIDDLE_F: readonly [string, number][] = [
  ['Thị', 45], ['Ngọc', 8], ['Thanh', 6], ['Thu', 5], ['Minh', 5], ['Phương', 4], ['Kim', 4], ['Hồng', 3], ['Mỹ', 3], ['Bảo', 3], ['', 3],
]; // prettier-ignore
const MIDDLE_M: readonly [string, number][] = [
  ['Văn', 38], ['Minh', 9], ['Đức', 7], ['Quang', 6], ['Hữu', 6], ['Thanh', 5], ['Quốc', 5], ['Công', 4], ['Anh', 4], ['Xuân', 4], ['', 3],
]; // prettier-ignore
const GIVEN_F =
  'Hương Lan Hoa Hà Linh Trang Thảo Anh Hằng Thủy Nga Mai Phương Hiền Yến Ngọc Oanh Vân Tuyết Thu Bình Dung Hạnh Loan Nhung Trinh My Vy Nhi Quyên Thư Uyên Chi Diệp Giang Hòa Huệ Liên Lệ Ly Mơ Nguyệt Nhàn Phượng Sen Sương Tâm Thắm Thơm Tiên Trâm Xuân Ánh Bích Cúc Duyên Đào Hồng Khánh Kiều'.split(
    ' ',
  );
const GIVEN_M =
  'Hùng Dũng Tuấn Anh Nam Minh Long Hải Sơn Thành Cường Hiếu Đức Trung Kiên Quân Huy Khoa Phong Tùng Thắng Tiến Việt Vinh Bình Bảo Hưng Lâm Khánh Đạt Duy Hậu Hòa Khang Lộc Mạnh Nghĩa Nhân Phúc Phước Quang Quyết Sang Tài Tâm Tân Thái Thiện Thịnh Toàn Trí Trọng Tú Vũ Vương Xuân Ân Công Danh Điền'.split(
    ' ',
  );
const FOREIGN: readonly [string, string, string][] = [
  ['CHN', 'Wei Jing Fang Lei Yan Min Jun Ping Hui Li Xin Hao Yu Na Tao Bo Mei Qiang', 'Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin'],
  ['KOR', 'Minjun Seojun Jiwoo Hayoon Jisoo Eunji Hyun Sungmin Yuna Taehyung Dong Soo', 'Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh'],
  ['USA', 'James Mary John Linda Robert Susan Michael Karen David Emma William Olivia', 'Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Moore Clark'],
  ['RUS', 'Aleksandr Sergey Dmitry Andrey Elena Olga Natalia Irina Tatiana Ivan Mikhail', 'Ivanov Smirnov Kuznetsov Popov Vasiliev Petrov Sokolov Mikhailov Novikov Volkov'],
  ['FRA', 'Jean Marie Pierre Camille Louis Sophie Nicolas Julie Antoine Claire Thomas', 'Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Laurent'],
]; // prettier-ignore

/** A stream of numbers from 0 to 1 that is the same in every run. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Draws so many names, common ones often: what is drawn twice stands twice. */
export function drawNames(count = POOL): PooledName[] {
  const next = random(20_261_125);
  const weighted = (list: readonly [string, number][]): string => {
    let at = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
    return (list.find(([, weight]) => (at -= weight) < 0) ?? list[0])?.[0] ?? '';
  };
  // Given names fall off like 1/rank.
  const given = (list: readonly string[]): string => list[Math.floor(list.length ** next()) - 1] ?? '';
  return Array.from({ length: count }, () => {
    const sex = next() < 0.48 ? 'F' : 'M';
    if (next() < FOREIGN_SHARE) {
      const [nationality, first, last] = FOREIGN[Math.floor(next() * FOREIGN.length)] as [string, string, string];
      const one = (words: string): string => words.split(' ')[Math.floor(next() * words.split(' ').length)] ?? '';
      const middle = next() < 0.3 ? ` ${one(first)}` : '';
      return { fullName: `${one(first)}${middle} ${one(last)}`, sex, nationality };
    }
    const [middles, givens] = sex === 'F' ? [MIDDLE_F, GIVEN_F] : [MIDDLE_M, GIVEN_M];
    const between = [weighted(middles), ...(next() < 0.35 ? [given(givens)] : [])];
    const fullName = [weighted(FAMILY), ...between, given(givens)].filter(Boolean).join(' ');
    return { fullName, sex, nationality: 'VNM' };
  });
}

/** Which name the nth stay has; in SQL the same (NAME_OF_SQL). */
export const nameOf = (n: number): number => Number(((BigInt(n) * KNUTH) % 4_294_967_296n) % BigInt(POOL));
export const NAME_OF_SQL = `((n * ${KNUTH}) % 4294967296 % ${POOL})::integer`;

/** The number and phone of the nth stay's person: all different. */
export const numberOf = (n: number): string => `0${48 + (n % 2)}${String(n).padStart(9, '0')}`;
export const phoneOf = (n: number): string => `09${String(n % 100_000_000).padStart(8, '0')}`;

/** The rows of name_index that a name has: kinds and fingerprints. */
export function indexed(
  index: BlindIndex,
  { fullName, nationality }: PooledName,
): { kinds: number[]; values: Buffer[] } {
  const keys = nameSearchKeys(fullName, nationality);
  return {
    kinds: keys.map(({ kind }) => kind),
    values: keys.map(({ purpose, value }) => index.of(purpose, value).value),
  };
}
