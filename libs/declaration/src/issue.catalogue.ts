import type { IssueDefinition } from '@luutru/platform';
import { actionIssues } from './issues/action.issues';
import { personIssues } from './issues/person.issues';
import { stayIssues } from './issues/stay.issues';

/** Every fault and doubt the declaration rules report. */
export const declarationIssues: readonly IssueDefinition[] = [...personIssues, ...stayIssues, ...actionIssues];
