import type { Language } from '../../../i18n/language';
import { checkPerson, missingFields } from '../../check-in/person/check-person';
import type { ListedStay } from '../../stays/occupancy';
import type { PassengerDraft } from './passenger';

/** What is wrong with a row, by column; or doubtful. */
export interface RowFaults {
  readonly fields: Readonly<Record<string, string>>;
  readonly doubts: readonly string[];
}

export interface RowTexts {
  readonly missing: string;
  readonly listedTwice: string;
  readonly seatTaken: string;
}

type Leg = { readonly seat: string; readonly from: string; readonly to: string };

/** The faults of each row that can be seen before sending, within the list too. The API has the last word. */
export function checkPassengers(
  rows: readonly PassengerDraft[],
  onBoard: readonly ListedStay[],
  stops: readonly { readonly code: string }[],
  now: Date,
  language: Language,
  texts: RowTexts,
): RowFaults[] {
  const taken = onBoard.map(({ place }): Leg => ({
    seat: place.seat ?? '',
    from: place.boardingStop ?? '',
    to: place.alightingStop ?? '',
  }));
  const at = (stop: string): number => stops.findIndex(({ code }) => code === stop);
  const collide = (one: Leg, other: Leg): boolean =>
    one.seat.trim() !== '' &&
    one.seat.trim().toUpperCase() === other.seat.trim().toUpperCase() &&
    at(one.from) < at(other.to) &&
    at(other.from) < at(one.to);
  return rows.map((row, place) => {
    const fields: Record<string, string> = {};
    const remarks = checkPerson(row.person, now, language);
    for (const { field, text } of remarks.filter(({ severity }) => severity === 'error')) fields[field] ??= text;
    for (const field of missingFields(row.person)) fields[field] ??= texts.missing;
    for (const field of ['seat', 'from', 'to'] as const) if (row[field].trim() === '') fields[field] = texts.missing;
    const { documentNumber } = row.person.fields;
    const others = rows.filter((_, other) => other !== place);
    if (documentNumber !== '' && others.some(({ person }) => person.fields.documentNumber === documentNumber)) {
      fields.documentNumber ??= texts.listedTwice;
    }
    const doubts = remarks.filter(({ severity }) => severity === 'warning').map(({ text }) => text);
    if ([...taken, ...others].some((other) => collide(row, other))) doubts.push(texts.seatTaken);
    return { fields, doubts };
  });
}
