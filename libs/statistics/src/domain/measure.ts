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
export const TOURISM = 'Biểu 015.N (Tổng cục Thống kê); Kế hoạch 43 mô hình Đề án 06, mô hình 9 và 39';
export const RESIDENCE = 'Luật Cư trú 68/2020/QH14, Điều 30; từ 01/7/2026: Luật 118/2025/QH15, Điều 4 khoản 9';
export const DUTY = 'Luật 118/2025/QH15, Điều 4 khoản 9';
export const HEALTH = 'Kế hoạch 43 mô hình Đề án 06, mô hình 11';
export const ROAD = 'Kế hoạch 43 mô hình Đề án 06, mô hình 12';

export const just =
  (base: Base) =>
  (counts: Counts): number | null =>
    counts[base] ?? null;
export const ratio = (part: number | null | undefined, whole: number | null | undefined): number | null =>
  part == null || whole == null || whole === 0 ? null : part / whole;
export const minus = (a: number | null | undefined, b: number | null | undefined): number | null =>
  a == null || b == null ? null : a - b;
