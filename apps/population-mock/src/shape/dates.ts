import { invalid } from '../http/failure';
import { type Shape, text } from './shape';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$/;

/** ISO 8601 date and time with zone. */
export const instant: Shape<string> = (value, path) => {
  const given = text(1, 40, INSTANT, 'must be an ISO 8601 time with zone')(value, path);
  if (Number.isNaN(Date.parse(given))) throw invalid(path, 'must be a real time');
  return given;
};

/** `YYYY-MM-DD`, a day of the calendar, or `YYYY`. */
export const birthDate: Shape<string> = (value, path) => {
  const given = text(4, 10, /^\d{4}(-\d\d-\d\d)?$/, 'must be YYYY-MM-DD or YYYY')(value, path);
  if (given.length > 4 && !isDay(given)) throw invalid(path, 'must be a day of the calendar');
  return given;
};

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
