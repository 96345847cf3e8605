import type { Input } from '@luutru/client';

/** The criteria of a search, without purpose and case. */
export type Criteria = Omit<Input<'searchPersons'>['body'], 'purpose' | 'caseNumber' | 'breakGlassId' | 'cursor'>;

/** What one box can be understood as. */
export const READINGS = ['number', 'tail', 'phone', 'plate', 'name'] as const;
export type Reading = (typeof READINGS)[number];

export interface Typed {
  readonly reading: Reading;
  readonly criteria: Criteria;
}

const PLATE = /^(\d{2})\s*([A-Z]{1,2}\d?)[\s.-]*(\d{3})[.\s]?(\d{2})$|^(\d{2})\s*([A-Z]{1,2}\d?)[\s.-]*(\d{4})$/i;
const TAIL = /^(?=.*\d)([A-Z0-9]{6})[\s,;/]+((?:19|20)\d{2})$/i;
const DATE_AT_END = /^(.*?)[\s,;]+(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const YEAR_AT_END = /^(.*?)[\s,;]+((?:19|20)\d{2})$/;

const bare = (text: string): string => text.replace(/[\s.\-/()]/g, '');

/**
 * What somebody typed into the one box, as criteria. A number, its end with a year, a phone and a plate have forms of
 * their own; whatever else there is is a name, perhaps with when the person was born. Null: nothing was typed.
 */
export function readTyped(text: string, forced?: Reading): Typed | null {
  const typed = text.normalize('NFC').trim().replace(/\s+/g, ' ');
  if (typed === '') return null;
  const reading = forced ?? readingOf(typed);
  return { reading, criteria: criteriaOf(typed, reading) };
}

function readingOf(typed: string): Reading {
  if (PLATE.test(typed)) return 'plate';
  if (TAIL.test(typed)) return 'tail';
  const packed = bare(typed);
  if (/^(?:\+?84|0)\d{9}$/.test(packed)) return 'phone';
  if (/^\d{6}$/.test(packed)) return 'tail';
  if (/^\d{4,20}$/.test(packed)) return 'number';
  // Of a passport: one word of letters and digits.
  return /^(?=(?:.*\d){2})[A-Z0-9]{4,20}$/i.test(packed) && !typed.includes(' ') ? 'number' : 'name';
}

function criteriaOf(typed: string, reading: Reading): Criteria {
  switch (reading) {
    case 'plate':
      return { plate: typed };
    case 'phone':
      return { phone: typed };
    case 'number':
      return { documentNumber: typed };
    case 'tail': {
      const [, documentTail = bare(typed), year] = TAIL.exec(typed) ?? [];
      return { documentTail, ...(year !== undefined && { birthYear: Number(year) }) };
    }
    case 'name':
      return nameIn(typed);
  }
}

function nameIn(typed: string): Criteria {
  const [, named, day = '', month = '', year = ''] = DATE_AT_END.exec(typed) ?? [];
  if (named !== undefined) {
    return { name: named, birthDate: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
  }
  const [, name, birthYear] = YEAR_AT_END.exec(typed) ?? [];
  return name === undefined ? { name: typed } : { name, birthYear: Number(birthYear) };
}
