import { localDate } from '@luutru/calendar';
import { languageNow } from './i18n';

const ZONE = 'Asia/Ho_Chi_Minh';
const locale = (): string => (languageNow() === 'en' ? 'en-GB' : 'vi-VN');
const part = (options: Intl.DateTimeFormatOptions): ((moment: string | Date) => string) => {
  return (moment) => new Intl.DateTimeFormat(locale(), { timeZone: ZONE, ...options }).format(new Date(moment));
};

const timeOf = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const dayOf = part({ day: '2-digit', month: '2-digit' });
const dateOf = part({ day: '2-digit', month: '2-digit', year: 'numeric' });

/** `23/11/2026` */
export const showDate = dateOf;

/** `21:56` today, `23/11 21:56` on other days: Vietnamese time, whatever the zone of the device. */
export function showMoment(moment: string | Date, now = new Date()): string {
  const at = new Date(moment);
  if (localDate(at) === localDate(now)) return timeOf(at);
  return `${at.getFullYear() === now.getFullYear() ? dayOf(at) : dateOf(at)} ${timeOf(at)}`;
}

/** `1990-08-15` as `15/08/1990`; a year alone stays one. */
export const showBirthDate = (date: string): string => (date.length === 4 ? date : date.split('-').reverse().join('/'));

export const showNumber = (value: number): string => new Intl.NumberFormat(locale()).format(value);
