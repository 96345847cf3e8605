import type { Output } from '@luutru/client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { languageNow } from '../../i18n/i18n';
import { useLanguage } from '../../i18n/use-language';

type Dimension = Output<'listIndicators'>['dimensions'][number];

export type Hidden = 'too-few-persons' | 'period-open' | 'not-offered';

const decimals = (value: number, most: number): string =>
  new Intl.NumberFormat(languageNow() === 'en' ? 'en-GB' : 'vi-VN', { maximumFractionDigits: most }).format(value);

/** A figure as it is written: shares as per cent. */
export const writeFigure = (value: number, unit: string | undefined): string =>
  unit === 'share' ? `${decimals(value * 100, 1)} %` : decimals(value, 2);

/** What the API says of its measures and dimensions, in the language of the page. */
export function useIndicators() {
  const language = useLanguage();
  const { data } = useQuery({ ...ask('listIndicators'), staleTime: Infinity });
  const measures = new Map(data?.measures.map((measure) => [measure.id, measure]));
  const dimensions = new Map<string, Dimension>(data?.dimensions.map((dimension) => [dimension.id, dimension]));
  return {
    nameOf: (measure: string): string => measures.get(measure)?.name[language] ?? measure,
    definitionOf: (measure: string): string => measures.get(measure)?.definition[language] ?? '',
    sourceOf: (measure: string): string => measures.get(measure)?.source ?? '',
    unitOf: (measure: string): string | undefined => measures.get(measure)?.unit,
    dimensionName: (dimension: string): string => dimensions.get(dimension)?.name[language] ?? dimension,
  };
}

/** A figure, or in its place why there is none: never nought, never a dash. */
export function useFigureText() {
  const { t } = useTranslation('figures');
  return (value: number | null | undefined, hidden: Hidden | undefined, unit: string | undefined): string => {
    if (hidden !== undefined) return t(`hidden.${hidden}`);
    return value === null || value === undefined ? t('hidden.unknown') : writeFigure(value, unit);
  };
}

/** By how much a figure differs from another: in per cent, of shares in points. Null where either is not shown. */
export function changeOf(
  value: number | null | undefined,
  before: number | null | undefined,
  unit: string | undefined,
) {
  if (value == null || before == null) return null;
  if (unit === 'share') return { up: value - before, points: true, text: decimals(Math.abs(value - before) * 100, 1) };
  if (before === 0) return value === 0 ? { up: 0, points: false, text: decimals(0, 1) } : null;
  const change = (value - before) / before;
  return { up: change, points: false, text: decimals(Math.abs(change) * 100, 1) };
}
