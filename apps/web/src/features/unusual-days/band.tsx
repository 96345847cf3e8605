import { useTranslation } from 'react-i18next';
import { showNumber } from '../../i18n/format';
import type { Note } from './note';
import classes from './band.module.css';

const round = (value: number): string => showNumber(Math.round(value));

/** What came beside what was expected, along a line. */
export function Band({ value, basis: { lower, upper, expected } }: Pick<Note, 'value' | 'basis'>) {
  const { t } = useTranslation('unusual-days');
  const from = Math.max(0, lower);
  const end = Math.max(value, upper) * 1.1 || 1;
  const at = (number: number): string => `${(Math.max(0, number) / end) * 100}%`;
  const label = t('band', { value: round(value), lower: round(from), upper: round(upper), expected: round(expected) });
  return (
    <div role="img" aria-label={label} className={classes.line}>
      <span className={classes.band} style={{ left: at(from), width: at(upper - from) }} />
      <span className={classes.expected} style={{ left: at(expected) }} />
      <span className={classes.value} style={{ left: at(value) }} />
    </div>
  );
}
