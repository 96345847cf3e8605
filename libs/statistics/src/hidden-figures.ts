import type { LocalizedText } from '@luutru/platform';

/** A figure as it is printed: null is one that is hidden, never nothing. */
export type PrintedFigure = number | null;

/** What stands in the place of a hidden figure. Not a dash, which in official tables means that there was nothing. */
export const HIDDEN_SIGN = 'x';

export const HIDDEN_FOOTNOTE: LocalizedText = {
  vi: `${HIDDEN_SIGN}: Không công bố, vì số liệu này hoặc số liệu có thể suy ra từ nó chỉ liên quan đến một số ít người.`,
  en: `${HIDDEN_SIGN}: Not shown, because this figure, or one that could be worked out from it, is about few persons only.`,
};

const FORMATS = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') } as const;

/** With the separators of the language, at most three decimals. */
export const printed = (figure: PrintedFigure, language: 'vi' | 'en'): string =>
  figure === null ? HIDDEN_SIGN : FORMATS[language].format(figure);
