import { Injectable } from '@nestjs/common';
import type { FacilityProfile } from '@luutru/facility';
import type { Issue } from '@luutru/platform';
import { ContextBuilder } from './context-builder';
import { split } from './declaration-answer';
import type { DeclarationContext } from './domain/declaration-context';
import type { PersonInput } from './domain/declaration-input';
import { readPeriod } from './domain/period';
import { readPerson } from './domain/person';
import type { DeclaredPerson } from './domain/stay-draft';
import { withoutRepeats } from './domain/validate-declaration';

/** People who speak of themselves, and until when they mean to stay. */
export interface PersonsToCheck {
  readonly persons: readonly { readonly input: PersonInput | undefined; readonly shapeIssues: readonly Issue[] }[];
  readonly expectedDepartureAt: string | undefined;
}

/**
 * Holds people against the rules that a declaration of them will be held against, as far as these depend on nothing but what was
 * said: nobody is looked up, so that an answer tells nothing about who is known or in house.
 */
@Injectable()
export class PersonCheck {
  constructor(private readonly contexts: ContextBuilder) {}

  /** Faults with pointers such as `/persons/0/person/birthDate`; doubts are left to the desk. */
  async check(
    facility: FacilityProfile,
    { persons, expectedDepartureAt }: PersonsToCheck,
    now: Date,
  ): Promise<Issue[]> {
    const context = await this.contexts.build(facility, {}, now);
    const issues: Issue[] = departureFaults(expectedDepartureAt, context);
    const seen = new Map<string, number>();
    for (const [at, { input, shapeIssues }] of persons.entries()) {
      const below = (issue: Issue): Issue => ({ ...issue, pointer: `/persons/${at}${issue.pointer}` });
      const { person, findings } = readPerson(input, context);
      const known = shapeIssues.map(({ pointer }) => pointer);
      issues.push(...[...shapeIssues, ...split(withoutRepeats(findings, known)).faults].map(below));
      const paper = person && paperOf(person);
      const other = paper === undefined ? undefined : seen.get(paper);
      if (other !== undefined)
        issues.push(below({ code: 'listed-twice-in-list', pointer: '/person', params: { other: other + 1 } }));
      else if (paper !== undefined) seen.set(paper, at);
    }
    return issues;
  }
}

/** Somebody without a number is not known again. */
const paperOf = ({ documentType, documentNumber }: DeclaredPerson): string | undefined =>
  documentNumber === null ? undefined : `${documentType} ${documentNumber}`;

function departureFaults(expectedDepartureAt: string | undefined, context: DeclarationContext): Issue[] {
  if (expectedDepartureAt === undefined) return [];
  const kind = context.facility.stayKinds.has('guest') ? 'guest' : 'tenant';
  return split(readPeriod({ expectedDepartureAt }, kind, context).findings).faults;
}
