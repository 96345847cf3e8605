/** Days and times of day as Vietnamese law means them. Pure functions: the moment is always an argument. */
export {
  addDays,
  atLocalTime,
  daysBetween,
  isCalendarDate,
  localDate,
  type LocalDate,
  localTimeOfDay,
  type MomentResult,
  parseMoment,
  toLocalIso,
} from './vietnam-time';
/** Tết and the other times of the year in which people travel otherwise. */
export { type Holiday, HOLIDAYS, holidayOn, type HolidayTime, holidayTimeOf, sameHolidayBefore } from './holidays';
export { lunarNewYear } from './lunar-new-year';
