import { normaliseDocumentNumber, normaliseName } from '@luutru/identity-document';
import { isCalendarDate } from '@luutru/calendar';
import type { PartialDate, PersonDescription } from '@luutru/screening';

/** Whom an entry describes. Stored sealed as JSON; every part but a name may be missing. */
export interface EntryContent {
  /** The real name first, then aliases. */
  readonly names: readonly string[];
  readonly documentNumbers: readonly string[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; several when it is uncertain which one is right. */
  readonly birthDates: readonly string[];
  readonly sex: 'M' | 'F' | null;
  readonly nationality: string | null;
  readonly note: string | null;
  /** Where the police keep the photo; never the photo. */
  readonly photoRef: string | null;
  /** The keepers' own number of the case: what tells a row of an import from a new one. */
  readonly reference: string | null;
}

/** An entry as somebody typed it. */
export type EntryInput = { readonly [K in keyof EntryContent]?: EntryContent[K] | undefined };

/** A fault of an input; `pointer` is relative to it. */
export interface EntryFault {
  readonly code: string;
  readonly pointer: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

const LIMITS = { names: 10, documentNumbers: 10, birthDates: 5 } as const;
const MAX_NAME = 150;
const NUMBER = /^[A-Z0-9]{4,20}$/;
const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of a day that the calendar has; null for anything else. */
export function parsePartialDate(text: string): PartialDate | null {
  const [, year, month, day] = PARTIAL_DATE.exec(text) ?? [];
  if (year === undefined || !isCalendarDate(`${year}-${month ?? '01'}-${day ?? '01'}`)) return null;
  return {
    year: Number(year),
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
  };
}

/** Checks an entry and brings it into the form it is stored in. `today` is a day `YYYY-MM-DD`. */
export function checkEntry(
  input: EntryInput,
  today: string,
): { readonly content: EntryContent; readonly faults: readonly EntryFault[] } {
  const faults: EntryFault[] = [];
  const names = distinct((input.names ?? []).map((name) => normaliseName(name)));
  const documentNumbers = distinct((input.documentNumbers ?? []).map((number) => normaliseDocumentNumber(number)));
  const birthDates = distinct((input.birthDates ?? []).map((date) => date.trim()));
  if (names.length === 0) faults.push({ code: 'watch-name-missing', pointer: '/names' });
  for (const [field, list] of Object.entries({ names, documentNumbers, birthDates })) {
    const max = LIMITS[field as keyof typeof LIMITS];
    if (list.length > max) faults.push({ code: 'list-too-long', pointer: `/${field}`, params: { max } });
  }
  names.forEach((name, at) => {
    const pointer = `/names/${at}`;
    if (name.length > MAX_NAME) faults.push({ code: 'text-too-long', pointer, params: { max: MAX_NAME } });
    else if (!/\p{L}.*\p{L}/u.test(name)) faults.push({ code: 'watch-name-unusable', pointer });
  });
  documentNumbers.forEach((number, at) => {
    if (!NUMBER.test(number)) faults.push({ code: 'watch-number-malformed', pointer: `/documentNumbers/${at}` });
  });
  birthDates.forEach((date, at) => {
    const pointer = `/birthDates/${at}`;
    const parsed = parsePartialDate(date);
    if (!parsed) faults.push({ code: 'watch-birth-date-malformed', pointer });
    else if (parsed.year < 1900 || date > today) faults.push({ code: 'watch-birth-date-impossible', pointer });
  });
  const { sex = null, nationality = null } = input;
  if (nationality !== null && !/^[A-Z]{1,3}$/.test(nationality)) {
    faults.push({ code: 'watch-nationality-unknown', pointer: '/nationality' });
  }
  const content = {
    names,
    documentNumbers,
    birthDates,
    sex,
    nationality,
    note: tidy(input.note),
    photoRef: tidy(input.photoRef),
    reference: tidy(input.reference),
  };
  return { content, faults };
}

/** As the scorer takes it. */
export const describeEntry = (content: EntryContent): PersonDescription => ({
  names: content.names,
  documentNumbers: content.documentNumbers,
  birthDates: content.birthDates.flatMap((date) => parsePartialDate(date) ?? []),
  sex: content.sex,
  nationality: content.nationality,
});

/** Whether two entries say the same, word for word. */
export const sameContent = (a: EntryContent, b: EntryContent): boolean => canonical(a) === canonical(b);

export const canonical = (content: EntryContent): string =>
  JSON.stringify([
    content.names,
    content.documentNumbers,
    content.birthDates,
    content.sex,
    content.nationality,
    content.note,
    content.photoRef,
    content.reference,
  ]);

const distinct = (texts: readonly string[]): string[] => [...new Set(texts.filter((text) => text !== ''))];
const tidy = (text: string | null | undefined): string | null => text?.normalize('NFC').trim() || null;
