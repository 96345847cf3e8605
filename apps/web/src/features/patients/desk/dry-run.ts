import { type FieldIssue, LuutruProblem } from '@luutru/client';
import { api } from '../../../api/client';
import { i18n } from '../../../i18n/i18n';
import type { GroupBody } from '../../check-in/declaration';

/** Attempts that were found in order. Asked again after a half-way failure, what got through would look like a double. */
const inOrder = new Set<string>();

/**
 * Asks the API about every person before anything is recorded: an admission, the patient and the relatives are three requests,
 * and a slip in the last should not be found when the first is done. Throws what a refusal would be, with pointers such as
 * `/persons/1/person/fullName` over all people at the desk.
 */
export async function dryRun(attempt: string, groups: readonly GroupBody[]): Promise<void> {
  if (inOrder.has(attempt)) return;
  const stays = groups.flatMap(({ persons = [], place, ...shared }) =>
    persons.map((member) => ({ ...shared, ...member, place: { ...place, ...member.place } })),
  );
  const answers = await Promise.all(stays.map((body) => api.validateStay({ body })));
  const errors = answers.flatMap((answer, at) =>
    answer.errors
      // The admission that gives it is recorded only when all is well.
      .filter(({ pointer }) => pointer !== '/place/patientId' || stays[at]?.place.patientId !== undefined)
      .map((issue): FieldIssue => ({ ...issue, pointer: `/persons/${at}${issue.pointer}` })),
  );
  if (errors.length === 0) return void inOrder.add(attempt);
  const title = i18n.t('patients:desk.faults');
  throw new LuutruProblem('validateStay', 422, { code: 'validation-failed', title, detail: title, errors });
}
