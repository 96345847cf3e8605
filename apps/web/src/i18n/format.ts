import { localDate, localTimeOfDay } from '@luutru/calendar';
import { languageNow } from './i18n';

const locale = (): string => (languageNow() === 'en' ? 'en-GB' : 'vi-VN');
const parts = (moment: string | Date): [day: string, month: string, year: string, time: string] => {
  const at = new Date(moment);
  const [year = '', month = '', day = ''] = localDate(at).split('-');
  return [day, month, year, localTimeOfDay(at)];
};

/** `23/11/2026` */
export function showDate(moment: string | Date): string {
  const [day, month, year] = parts(moment);
  return `${day}/${month}/${year}`;
}

/** `21:56 23/11/2026`: where the day is part of the record. */
export function showDayAndTime(moment: string | Date): string {
  const [day, month, year, time] = parts(moment);
  return `${time} ${day}/${month}/${year}`;
}

/** `21:56` today, `23/11 21:56` on other days: Vietnamese time, whatever the zone of the device. */
export function showMoment(moment: string | Date, now = new Date()): string {
  const [day, month, year, time] = parts(moment);
  const today = localDate(now);
  if (localDate(new Date(moment)) === today) return time;
  return today.startsWith(year) ? `${day}/${month} ${time}` : `${day}/${month}/${year} ${time}`;
}

/** `1990-08-15` as `15/08/1990`; a year alone stays one. */
export const showBirthDate = (date: string): string => (date.length === 4 ? date : date.split('-').reverse().join('/'));

export const showNumber = (value: number): string => new Intl.NumberFormat(locale()).format(value);
