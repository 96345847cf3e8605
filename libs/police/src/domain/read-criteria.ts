import { daysBetween } from '@luutru/calendar';
import { foldName, normaliseDocumentNumber, normalisePhone } from '@luutru/identity-document';
import {
  CRITERIA,
  pathOf,
  type SearchCriteria,
  type SearchInput,
  type SearchPath,
  type SearchPeriod,
} from './search-criteria';
import { typedNames } from './typed-name';

/** What is wrong with a search, naming the field. */
export interface CriteriaFault {
  readonly code: string;
  readonly pointer: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type ReadCriteria =
  | { readonly ok: true; readonly criteria: SearchCriteria; readonly path: SearchPath }
  | { readonly ok: false; readonly faults: readonly CriteriaFault[] };

/** The most days that a period may cover, by what is searched first. */
export const PERIOD_DAYS: Readonly<Record<SearchPath, number>> = {
  number: 1_200,
  phone: 1_200,
  tail: 1_200,
  name: 1_200,
  trip: 1_200,
  place: 366,
  area: 31,
};
/** Nobody was declared before, and nobody will be after. */
const [FIRST_DAY, LAST_DAY] = ['2000-01-01', '2100-12-31'];
const WILDCARD = /[*%?_]/;
const NUMBER = /^[A-Z0-9]{4,20}$/;
const TAIL = /^[A-Z0-9]{6}$/;
const given = <T>(value: T | undefined): T | null => value ?? null;

/** Brings criteria into the form they are compared in, or says what keeps them from being searched by. */
export function readCriteria(input: SearchInput): ReadCriteria {
  const faults: CriteriaFault[] = [];
  const fault = (code: string, pointer: string, params?: CriteriaFault['params']): null => {
    faults.push({ code, pointer, ...(params && { params }) });
    return null;
  };
  const number = (value: string | undefined, form: RegExp, code: string, pointer: string): string | null => {
    if (value === undefined) return null;
    if (WILDCARD.test(value)) return fault('search-wildcard', pointer);
    const normal = normaliseDocumentNumber(value);
    return form.test(normal) ? normal : fault(code, pointer);
  };
  const criteria: SearchCriteria = {
    documentNumber: number(input.documentNumber, NUMBER, 'search-number-malformed', '/documentNumber'),
    documentTail: number(input.documentTail, TAIL, 'search-tail-malformed', '/documentTail'),
    phone: input.phone === undefined ? null : (normalisePhone(input.phone) ?? fault('phone-malformed', '/phone')),
    names: readName(input.name, fault),
    birthDate: given(input.birthDate),
    birthYear: input.birthYear ?? (input.birthDate === undefined ? null : Number(input.birthDate.slice(0, 4))),
    sex: given(input.sex),
    nationality: given(input.nationality?.toUpperCase()),
    kind: given(input.kind),
    facilityKind: given(input.facilityKind),
    unitId: given(input.unitId),
    facilityId: given(input.facilityId),
    room: given(input.room?.trim()),
    department: given(input.department?.trim()),
    plate: given(input.plate?.toUpperCase().replace(/[\s.-]/g, '')),
    tripId: given(input.tripId?.toLowerCase()),
    period: readPeriod(input.period, fault),
    asked: CRITERIA.filter((criterion) => input[criterion] !== undefined),
  };
  faults.push(...missing(criteria, input));
  const path = pathOf(criteria);
  if (faults.length > 0) return { ok: false, faults };
  if (path === null) return { ok: false, faults: [tooLittle(criteria)] };
  const days = daysOf(criteria.period);
  const limit = PERIOD_DAYS[path];
  if (days > limit) {
    return { ok: false, faults: [{ code: 'search-period-too-long', pointer: '/period/to', params: { days: limit } }] };
  }
  return { ok: true, criteria, path };
}

type Fault = (code: string, pointer: string, params?: CriteriaFault['params']) => null;

function readName(name: string | undefined, fault: Fault): readonly string[] {
  if (name === undefined) return [];
  const code = WILDCARD.test(name) ? 'search-wildcard' : 'search-name-too-short';
  const usable = code !== 'search-wildcard' && /\p{L}{2}|\p{L} \p{L}|[^\u0000-\u024F]/u.test(foldName(name));
  return usable ? typedNames(name) : (fault(code, '/name') ?? []);
}

function readPeriod(period: SearchInput['period'], fault: Fault): SearchPeriod | null {
  if (!period) return null;
  const { event = 'in-house', from, to } = period;
  const now = event === 'in-house' && from === undefined && to === undefined;
  if (!now && from === undefined) return fault('field-required', '/period/from');
  if (!now && to === undefined) return fault('field-required', '/period/to');
  for (const [pointer, day] of Object.entries({ '/period/from': from, '/period/to': to })) {
    if (day !== undefined && (day < FIRST_DAY || day > LAST_DAY)) return fault('search-day-impossible', pointer);
  }
  if (from !== undefined && to !== undefined && from > to) return fault('search-period-reversed', '/period/to');
  return { event, from: given(from), to: given(to) };
}

const daysOf = (period: SearchPeriod | null): number =>
  period?.from && period.to ? daysBetween(period.from, period.to) + 1 : 0;

/** Criteria that mean nothing without another one, or contradict each other. */
function missing(criteria: SearchCriteria, input: SearchInput): CriteriaFault[] {
  const faults: CriteriaFault[] = [];
  if (input.documentTail !== undefined && criteria.birthYear === null) {
    faults.push({ code: 'field-required', pointer: '/birthYear' });
  }
  if (input.birthDate !== undefined && criteria.birthYear !== Number(input.birthDate.slice(0, 4))) {
    faults.push({ code: 'search-birth-contradiction', pointer: '/birthYear' });
  }
  for (const field of ['room', 'department'] as const) {
    if (criteria[field] !== null && criteria.facilityId === null) {
      faults.push({ code: 'search-needs-facility', pointer: `/${field}` });
    }
  }
  return faults;
}

/** Why there is no way to search: a name of one word needs a year, a facility needs days, anything else needs more. */
function tooLittle({ names, facilityId, period }: SearchCriteria): CriteriaFault {
  if (names.length > 0) return { code: 'search-half-name', pointer: '/name' };
  if (facilityId !== null && period === null) return { code: 'field-required', pointer: '/period' };
  return { code: 'search-too-broad', pointer: '' };
}
