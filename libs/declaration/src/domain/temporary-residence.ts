import { isCalendarDate, localDate } from '@luutru/calendar';
import type { DeclarationContext } from './declaration-context';
import { fault, type Finding } from './finding';
import { type DeclaredPerson, isForeigner } from './stay-draft';
import type { PlaceField } from './stay-kind';

const POINTER = '/place/temporaryResidenceOn';

/**
 * The day on which the tenant registered temporary residence where they live, as the facility says. Only citizens register
 * (Luật Cư trú 68/2020, Điều 27); of foreigners it is known until when they may stay.
 */
export function checkTemporaryResidence(
  { temporaryResidenceOn: day }: Readonly<Partial<Record<PlaceField, string>>>,
  person: Pick<DeclaredPerson, 'nationality' | 'birthDate'> | undefined,
  { now, saidAt = now }: DeclarationContext,
): Finding[] {
  if (day === undefined) return [];
  if (!isCalendarDate(day)) return [fault('date-malformed', POINTER)];
  if (day > localDate(saidAt)) return [fault('registration-in-future', POINTER)];
  if (person && day < person.birthDate) return [fault('registration-before-birth', POINTER)];
  return person && isForeigner(person) ? [fault('registration-of-foreigner', POINTER)] : [];
}

/** Whether somebody who stays long has to be told to register: not who did, nor a foreigner. */
export const hasToRegister = (
  person: Pick<DeclaredPerson, 'nationality'> | undefined,
  place: Readonly<Partial<Record<PlaceField, string>>>,
): boolean => place.temporaryResidenceOn === undefined && !(person && isForeigner(person));

export const withoutRegistering = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ code }) => code !== 'temporary-residence-needed');
