import { isCalendarDate, parseMoment, toLocalIso } from '@luutru/calendar';
import { base64UrlBytes } from './base64-url';

type Check = (value: unknown) => boolean;

/** What each member must be; one that may be absent has a `?` after its name. */
export type Shape = Readonly<Record<string, Check>>;

/** True for an object with every member of the shape, each as it must be, and no other. */
export function fits(shape: Shape, value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const members = new Map<string, unknown>(Object.entries(value));
  for (const [name, check] of Object.entries(shape)) {
    const key = name.replace(/\?$/, '');
    if (!members.has(key)) {
      if (key === name) return false;
    } else if (!check(members.get(key))) return false;
    members.delete(key);
  }
  return members.size === 0;
}

export const isText =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

export const isOneOf =
  (values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value);

/** A whole number from `min` on, within what JSON carries exactly. */
export const isCount =
  (min = 0): Check =>
  (value) =>
    Number.isSafeInteger(value) && (value as number) >= min;

export const isFlag: Check = (value) => typeof value === 'boolean';

export const isDay: Check = (value) => typeof value === 'string' && isCalendarDate(value);

/** A moment in just the spelling of {@link toLocalIso}. */
export const isMoment: Check = (value) => {
  if (typeof value !== 'string') return false;
  const moment = parseMoment(value);
  return moment.ok && toLocalIso(moment.at) === value;
};

/** Canonical base64url of so many bytes. */
export const isBytes =
  (min: number, max = min): Check =>
  (value) => {
    const bytes = typeof value === 'string' ? base64UrlBytes(value) : null;
    return bytes !== null && bytes.length >= min && bytes.length <= max;
  };

/** Seconds since 1970 that a calendar can show. */
export const isNumericDate: Check = (value) => isCount()(value) && (value as number) <= 253_402_300_799;

/** Who issues: an https address or a plain name. */
export const isIssuer = isText(/^[\x21-\x7e]{1,200}$/);
export const isFacilityCode = isText(/^(?=.{1,64}$)[A-Z0-9]+(-[A-Z0-9]+)*$/);
