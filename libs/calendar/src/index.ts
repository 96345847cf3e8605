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
