import type { LocalizedText } from '@luutru/platform';
import type { HiddenCode } from './domain/disclosure/shown-rows';

/** A figure as it is printed: null is one of too few persons, never nothing; `unknown` has no value (nothing to divide by). */
export type PrintedFigure = number | null | 'period-open' | 'not-offered' | 'unknown';

/** What stands in the place of a hidden figure. Not a dash, which in official tables means that there was nothing. */
export const HIDDEN_SIGN = 'x';
/** As official tables mark what has no figure yet. */
export const OPEN_SIGN = '...';

/** Of a scope or period that has no such figure. */
export const CLOSED_SIGN = '*';

export const HIDDEN_FOOTNOTE: LocalizedText = {
  vi: `${HIDDEN_SIGN}: Không công bố, vì số liệu này hoặc số liệu có thể suy ra từ nó chỉ liên quan đến một số ít người.`,
  en: `${HIDDEN_SIGN}: Not shown, because this figure, or one that could be worked out from it, is about few persons only.`,
};

export const OPEN_FOOTNOTE: LocalizedText = {
  vi: `${OPEN_SIGN}: Kỳ chưa khóa sổ, còn nhận khai báo muộn.`,
  en: `${OPEN_SIGN}: The period is not closed yet: late declarations still come in.`,
};

export const CLOSED_FOOTNOTE: LocalizedText = {
  vi: `${CLOSED_SIGN}: Không có số liệu tách riêng: phạm vi này gồm cả cơ sở không phải lưu trú du lịch, hoặc số liệu của kỳ đã được cung cấp từ trước khi chỉ tiêu này được tách riêng.`,
  en: `${CLOSED_SIGN}: Not told apart: this scope holds more than lodging of travellers, or figures of the period were given out before this one was.`,
};

const FORMATS = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') } as const;

/** With the separators of the language, at most three decimals. */
export function printed(figure: PrintedFigure, language: 'vi' | 'en'): string {
  if (typeof figure === 'number') return FORMATS[language].format(figure);
  if (figure === 'unknown') return '';
  if (figure === 'not-offered') return CLOSED_SIGN;
  return figure === null ? HIDDEN_SIGN : OPEN_SIGN;
}

/** A figure and why it is null, as it is printed. */
export function printedFigure(value: number | null | undefined, hidden: HiddenCode | undefined): PrintedFigure {
  if (hidden === 'too-few-persons') return null;
  return hidden ?? value ?? 'unknown';
}

/** What the signs among figures mean, as far as they are there. */
export const footnotesOf = (figures: readonly PrintedFigure[]): readonly LocalizedText[] => [
  ...(figures.includes(null) ? [HIDDEN_FOOTNOTE] : []),
  ...(figures.includes('period-open') ? [OPEN_FOOTNOTE] : []),
  ...(figures.includes('not-offered') ? [CLOSED_FOOTNOTE] : []),
];
