import type { Output } from '@luutru/client';
import { useTranslation } from 'react-i18next';
import { useCodeNames } from '../../api/code-names';

type Names = Output<'getFigures'>['names'];

const OWN_WORDS: readonly string[] = ['sex', 'age', 'stay-kind', 'length', 'hour', 'weekday'];

/** What the values of a dimension are called: by the answer itself, by a code table, or by words of this page. */
export function useValueName(dimension: string, names: Names | undefined): (value: string | null) => string {
  const { t, i18n } = useTranslation('figures');
  const nationality = useCodeNames('nationality');
  return (value) => {
    if (value === null || value === '' || value === '-') return t('value.unknown');
    const named = names?.[dimension]?.[value];
    if (named !== undefined) return named;
    if (dimension === 'nationality') return nationality.nameOf(value);
    if (dimension === 'stars') return value === '0' ? t('value.noStars') : t('value.stars', { stars: value });
    if (!OWN_WORDS.includes(dimension)) return value;
    if (dimension === 'hour') return t('value.hour', { hour: value.padStart(2, '0') });
    const key = `value.${dimension}.${value}`;
    return i18n.exists(`figures:${key}`) ? t(key) : value;
  };
}
