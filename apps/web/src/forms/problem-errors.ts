import { type FieldIssue, LuutruProblem } from '@luutru/client';
import type { Language } from '../i18n/language';

/** The path of a form's field: `/persons/0/person/fullName` as `persons.0.person.fullName`. */
export const fieldOf = (pointer: string): string => pointer.slice(1).replaceAll('/', '.');

export const issueText = ({ message, fix }: FieldIssue, language: Language): string =>
  `${sentence(message[language])} ${sentence(fix[language])}`;

/** Some texts of the API end in a full stop, some do not. */
const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

/** The faults of a refused request by field, for `form.setErrors`; a field with several shows them all. */
export function problemErrors(error: unknown, language: Language): Record<string, string> {
  const errors: Record<string, string> = {};
  if (!(error instanceof LuutruProblem)) return errors;
  for (const issue of error.errors) {
    const field = fieldOf(issue.pointer);
    const text = issueText(issue, language);
    errors[field] = errors[field] === undefined ? text : `${errors[field]} ${text}`;
  }
  return errors;
}
