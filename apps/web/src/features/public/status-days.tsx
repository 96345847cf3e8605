import { addDays, atLocalTime, localDate } from '@luutru/calendar';
import { useTranslation } from 'react-i18next';
import { showDate } from '../../i18n/format';
import { counted, type Outage } from './outage-time';
import classes from './status-days.module.css';

const DAYS = 90;

/** A bar a day, at a glance; the table below it says the same in words. */
export function StatusDays({ outages }: { outages: readonly Outage[] }) {
  const { t } = useTranslation('public');
  const today = localDate(new Date());
  const days = Array.from({ length: DAYS }, (_, index) => addDays(today, index - DAYS + 1));
  return (
    <div className={classes.days} role="img" aria-label={t('status.days')}>
      {days.map((day) => {
        const [start, end] = [atLocalTime(day, '00:00').getTime(), atLocalTime(addDays(day, 1), '00:00').getTime()];
        const touched = counted(outages).some(({ from, until }) => Date.parse(from) < end && Date.parse(until) > start);
        return (
          <span key={day} className={classes.day} title={showDate(day)} {...(touched && { 'data-minutes': 'some' })} />
        );
      })}
    </div>
  );
}
