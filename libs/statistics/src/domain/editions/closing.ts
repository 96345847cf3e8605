import { addDays } from '@luutru/calendar';
import { monthOf } from '../periods';

/** Days after its end that declarations of a month are still waited for before its figures are given out. */
export const GRACE_DAYS = 10;

/** The first month that is still open on a day: figures of all before it are given out. */
export const openFrom = (today: string): string => monthOf(addDays(today, -GRACE_DAYS));
