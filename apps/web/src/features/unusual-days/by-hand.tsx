import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageNow } from '../../i18n/i18n';
import type { Note } from './note';

const exact = (value: number): string =>
  new Intl.NumberFormat(languageNow() === 'en' ? 'en-GB' : 'vi-VN', { maximumFractionDigits: 3 }).format(value);

/** Everything that the sums were made of, in the order in which somebody with a pencil would do them. */
export function ByHand({ note: { basis, value } }: { note: Note }) {
  const { t } = useTranslation('unusual-days');
  const { method, holiday, days, middle, factor, expected, scatter, unit, times, lower, upper } = basis;
  const numbers = Object.fromEntries(
    Object.entries({ middle, factor, expected, scatter, unit, times, lower, upper, value }).map(
      ([name, number]): [string, string] => [name, exact(number)],
    ),
  );
  return (
    <details>
      <summary>{t('byHand.title')}</summary>
      <Text size="sm" mt="xs">
        {t(`byHand.${method}`, { holiday: holiday ?? '' })}
      </Text>
      <List type="ordered" size="sm" mt="xs" spacing={4}>
        <List.Item>
          {t('byHand.middle', numbers)}{' '}
          {days.map((one) => `${one.day.split('-').reverse().join('/')}: ${exact(one.value)}`).join('; ')}
        </List.Item>
        <List.Item>{t('byHand.factor', numbers)}</List.Item>
        <List.Item>{t('byHand.expected', numbers)}</List.Item>
        <List.Item>{t('byHand.unit', numbers)}</List.Item>
        <List.Item>{t('byHand.band', numbers)}</List.Item>
        <List.Item>{t('byHand.outcome', numbers)}</List.Item>
      </List>
    </details>
  );
}
