export type DateReading =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly code: 'date-malformed' | 'date-not-in-calendar' };

const MALFORMED: DateReading = { ok: false, code: 'date-malformed' };

/** Reads `YYYY-MM-DD`, or `YYYY` where only the year is known. */
export function parseBirthDate(value: string): DateReading {
  const text = value.trim();
  if (/^\d{4}$/.test(text)) return { ok: true, value: text };
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year && month && day ? fromParts(year, month, day) : MALFORMED;
}

/** Reads what cards print: ddMMyyyy or dd/MM/yyyy; day and month 00 mean that only the year is known. */
export function parseCardDate(value: string): DateReading {
  const text = value.trim();
  const [, day, month, year] =
    /^(\d{2})[/.-]?(\d{2})[/.-]?(\d{4})$/.exec(text) ?? /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (year && month && day) {
    const yearOnly = Number(month) === 0 || (Number(day) === 0 && Number(month) === 0);
    return yearOnly ? { ok: true, value: year } : fromParts(year, month.padStart(2, '0'), day.padStart(2, '0'));
  }
  return /^\d{4}$/.test(text) ? { ok: true, value: text } : MALFORMED;
}

function fromParts(year: string, month: string, day: string): DateReading {
  const value = `${year}-${month}-${day}`;
  const time = Date.parse(`${value}T00:00:00Z`);
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
  return exists ? { ok: true, value } : { ok: false, code: 'date-not-in-calendar' };
}
