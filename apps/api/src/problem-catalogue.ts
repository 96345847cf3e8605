import { auditErrors } from '@luutru/audit';
import { declarationErrors, declarationIssues } from '@luutru/declaration';
import { findingCatalogue } from '@luutru/identity-document';
import { patientErrors } from '@luutru/patient';
import { platformErrors } from '@luutru/platform';
import { tripIssues } from '@luutru/trip';
import { httpErrors } from './http/http.errors';
import { ProblemCatalogue } from './http/problem';
import { shapeIssues } from './http/shape.catalogue';

/** Every code the API can answer with (docs/errors.md is made from these). */
export const errorDefinitions = [
  ...platformErrors,
  ...httpErrors,
  ...declarationErrors,
  ...patientErrors,
  ...auditErrors,
];
export const issueDefinitions = [...shapeIssues, ...declarationIssues, ...tripIssues, ...findingCatalogue];

export const problemCatalogue = new ProblemCatalogue(errorDefinitions, issueDefinitions);
