import { daysBetween, localDate, parseMoment } from '@luutru/calendar';

/** An admission as it comes in: right types, nothing checked. */
export interface AdmissionInput {
  /** The hospital's own number of the case file. */
  readonly recordNumber?: string;
  readonly department?: string;
  readonly room?: string;
  readonly bed?: string;
  /** ISO 8601; without an offset it is Vietnamese time. Absent: now. */
  readonly admittedAt?: string;
}

export interface Admission {
  readonly recordNumber: string;
  readonly department: string;
  readonly room: string | null;
  readonly bed: string | null;
  readonly admittedAt: Date;
}

export interface AdmissionIssue {
  readonly code: string;
  readonly pointer: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface Hospital {
  readonly active: boolean;
  readonly takesPatients: boolean;
  readonly departments: readonly { readonly code: string }[];
}

export type Admitting =
  | { readonly ok: true; readonly admission: Admission; readonly warnings: readonly AdmissionIssue[] }
  | { readonly ok: false; readonly issues: readonly AdmissionIssue[] };

/** Long-term patients are entered when the hospital joins, so an admission may lie far back. */
const MAX_DAYS_BACK = 3_660;

export function admit(input: AdmissionInput, hospital: Hospital, now: Date): Admitting {
  const issues: AdmissionIssue[] = [];
  if (!hospital.active) issues.push({ code: 'facility-not-active', pointer: '/facilityId' });
  if (!hospital.takesPatients)
    issues.push({ code: 'kind-not-for-facility', pointer: '/facilityId', params: { kind: 'patient' } });
  const recordNumber = input.recordNumber?.trim();
  const department = input.department?.trim();
  if (!recordNumber) issues.push({ code: 'field-required', pointer: '/recordNumber' });
  if (!department) issues.push({ code: 'field-required', pointer: '/department' });
  const admittedAt = readAdmission(input.admittedAt, now, issues);
  if (issues.length > 0 || !recordNumber || !department || !admittedAt) return { ok: false, issues };
  const listed = hospital.departments.length === 0 || hospital.departments.some(({ code }) => code === department);
  const admission = {
    recordNumber,
    department,
    room: input.room?.trim() || null,
    bed: input.bed?.trim() || null,
    admittedAt,
  };
  return { ok: true, admission, warnings: listed ? [] : [{ code: 'department-not-listed', pointer: '/department' }] };
}

function readAdmission(text: string | undefined, now: Date, issues: AdmissionIssue[]): Date | undefined {
  if (text === undefined) return now;
  const pointer = '/admittedAt';
  const moment = parseMoment(text);
  if (!moment.ok) {
    issues.push({ code: `moment-${moment.reason}`, pointer });
    return undefined;
  }
  const daysBack = daysBetween(localDate(moment.at), localDate(now));
  if (daysBack < 0) issues.push({ code: 'arrival-in-future', pointer });
  if (daysBack > MAX_DAYS_BACK)
    issues.push({ code: 'arrival-too-long-ago', pointer, params: { maxLateDays: MAX_DAYS_BACK } });
  return moment.at;
}
