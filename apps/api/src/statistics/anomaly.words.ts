import type { Anomaly } from '@luutru/anomaly';
import { type Holiday, HOLIDAYS } from '@luutru/calendar';
import { MEASURES } from '@luutru/statistics';

const number = (value: number, language: 'vi' | 'en'): string =>
  value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-US', { maximumFractionDigits: 1 });

/** The note in a sentence: value, band, and how the band was reckoned. */
export function wordsOf({ measure, value, direction, basis }: Anomaly): { vi: string; en: string } {
  const { method, holiday, days, middle, factor, expected, unit, times, lower, upper } = basis;
  const vi = (one: number): string => number(one, 'vi');
  const en = (one: number): string => number(one, 'en');
  const feast = holiday !== null && Object.hasOwn(HOLIDAYS, holiday) ? HOLIDAYS[holiday as Holiday] : null;
  const ofVi =
    method === 'holiday' ? `cùng ngày dịp ${feast?.vi ?? ''} năm trước` : `trung vị ${days.length} ngày cùng thứ`;
  const ofEn =
    method === 'holiday'
      ? `the same day of ${feast?.en ?? ''} the year before`
      : `the median of ${days.length} like weekdays`;
  return {
    vi: `${MEASURES[measure].vi} ${vi(value)}, ${direction === 'jump' ? 'cao' : 'thấp'} hơn khoảng dự kiến ${vi(lower)}–${vi(upper)}: dự kiến ${vi(expected)} = ${ofVi} (${vi(middle)}) × hệ số mùa ${vi(factor)}; khoảng = ± ${vi(times)} × ${vi(unit)}`,
    en: `${MEASURES[measure].en} ${en(value)}, ${direction === 'jump' ? 'above' : 'below'} the expected band ${en(lower)}–${en(upper)}: expected ${en(expected)} = ${ofEn} (${en(middle)}) × season ${en(factor)}; band = ± ${en(times)} × ${en(unit)}`,
  };
}
