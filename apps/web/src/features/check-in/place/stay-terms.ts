import { addDays, atLocalTime, localDate, localTimeOfDay } from '@luutru/calendar';

export type LodgingKind = 'guest' | 'tenant';

/** What the people of one check-in share, as typed. */
export interface StayTerms {
  readonly kind: LodgingKind;
  readonly room: string;
  readonly employer: string;
  /** Nights; 0 for some hours. */
  readonly nights: number;
  /** An exact departure instead of nights: `2026-11-27T12:00`. */
  readonly departure: string;
  /** When not just now: `2026-11-26T21:10`. */
  readonly arrival: string;
  readonly reason: string;
  readonly reasonText: string;
  readonly note: string;
}

const CHECK_OUT_TIME = '12:00';
const HOURS_OF_A_DAY_GUEST = 4;

export const freshTerms = (kind: LodgingKind, reason = '1'): StayTerms => ({
  kind,
  room: '',
  employer: '',
  nights: 1,
  departure: '',
  arrival: '',
  reason,
  reasonText: '',
  note: '',
});

/** Where people work and live by the month, tenants come first; where they stay by the night, guests do. */
export function usualKind({ kind, stayKinds }: { kind: string; stayKinds: readonly string[] }): LodgingKind {
  const byTheMonth = stayKinds.includes('tenant') && (kind === 'nha-o-kcn' || kind === 'ky-tuc-xa');
  return stayKinds.includes('guest') && !byTheMonth ? 'guest' : 'tenant';
}

/** Codes of the table `stay-reason`: tourism, visiting relatives, work, studies. */
export function usualReason(facilityKind: string, kind: LodgingKind): string {
  if (facilityKind === 'ky-tuc-xa') return '3';
  if (kind === 'tenant') return '19';
  return facilityKind === 'ho-gia-dinh' ? '6' : '1';
}

/** `2026-11-27T12:00` in Vietnamese time. */
export const localMoment = (at: Date): string => `${localDate(at)}T${localTimeOfDay(at)}`;

/** The expected departure; undefined for tenants who stay until further notice. */
export function departureOf({ kind, nights, departure, arrival }: StayTerms, now: Date): string | undefined {
  if (departure !== '') return departure;
  if (kind === 'tenant') return undefined;
  const arrivedOn = arrival === '' ? localDate(now) : arrival.slice(0, 10);
  if (nights > 0) return `${addDays(arrivedOn, nights)}T${CHECK_OUT_TIME}`;
  const from = arrival === '' ? now : atLocalTime(arrivedOn, arrival.slice(11, 16));
  return localMoment(new Date(from.getTime() + HOURS_OF_A_DAY_GUEST * 3_600_000));
}
