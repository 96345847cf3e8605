import type { Base, Counts } from './bases';

/** A figure of the statistics: what it is made of, and what it means. */
export interface MeasureDefinition {
  readonly vi: string;
  readonly en: string;
  readonly definitionVi: string;
  readonly definitionEn: string;
  readonly unit: 'visits' | 'nights' | 'room-nights' | 'bed-nights' | 'rooms' | 'beds' | 'share' | 'trips' | 'people';
  readonly sourceVi: string;
  readonly of: readonly Base[];
  readonly value: (counts: Counts) => number | null;
}

export const define = <K extends string>(table: Record<K, MeasureDefinition>): Readonly<Record<K, MeasureDefinition>> =>
  table;

/** Why authorities may ask. */
export const FORM = 'Biểu 015.N (Tổng cục Thống kê)';
export const TOURISM = 'Luật Du lịch 09/2017/QH14, Điều 10';
export const RESIDENCE = 'Luật Cư trú 68/2020/QH14, Điều 30';
export const DUTY = 'Luật 118/2025/QH15, Điều 4 khoản 9';
export const HEALTH = 'Luật Khám bệnh, chữa bệnh 15/2023/QH15';
export const ROAD = 'Luật Đường bộ 35/2024/QH15';

export const just =
  (base: Base) =>
  (counts: Counts): number | null =>
    counts[base] ?? null;
export const ratio = (part: number | null | undefined, whole: number | null | undefined): number | null =>
  part == null || whole == null || whole === 0 ? null : part / whole;
export const minus = (a: number | null | undefined, b: number | null | undefined): number | null =>
  a == null || b == null ? null : a - b;
