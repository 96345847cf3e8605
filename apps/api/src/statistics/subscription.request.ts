import { AppError } from '@luutru/platform';
import type { AskedReport, WantedSubscription } from '@luutru/report-subscription';
import { withFields } from '../http/required';
import { readFiguresQuery } from './figures.query';
import type { ChangeSubscriptionRequest } from './subscription.dto';

/** What a period is by default: what is over since the last report. */
const USUAL_PERIOD = { daily: 'yesterday', weekly: 'last-week', monthly: 'last-month' } as const;

/** What of a subscription the body speaks of; throws `validation-failed`. */
export function readWanted(
  body: ChangeSubscriptionRequest,
  standing: Pick<WantedSubscription, 'cadence' | 'onDay'>,
): Partial<WantedSubscription> {
  const { cadence = standing.cadence, onDay = standing.onDay, hour, format, language } = body;
  if (cadence === 'weekly' && onDay > 7) {
    throw new AppError('validation-failed', 'invalid', {}, [
      { code: 'subscription-day-out-of-range', pointer: '/onDay' },
    ]);
  }
  const asked = readAsked(body, cadence);
  return {
    cadence,
    onDay,
    ...(hour !== undefined && { hour }),
    ...(format !== undefined && { format }),
    ...(language !== undefined && { language }),
    ...(asked && { asked }),
  };
}

/** What makes up a question; whoever changes a part of it gives all of it. */
const QUESTION = [
  ...(['report', 'measures', 'by', 'grain', 'compare', 'period', 'policy'] as const),
  ...(['ward', 'formerWard', 'zone', 'kind', 'stars', 'stayKind'] as const),
];

/** The question, where the body holds one. */
function readAsked(body: ChangeSubscriptionRequest, cadence: WantedSubscription['cadence']): AskedReport | null {
  const policy = body.policy === undefined ? {} : { policy: body.policy };
  if (body.report === 'form-015n') return { report: 'form-015n', ...policy };
  const isAsked = QUESTION.some((field) => body[field] !== undefined);
  if (!isAsked) return null;
  withFields(body, ['measures']);
  const { measures = '', by, grain, compare, ward, formerWard, zone, kind, stars, stayKind } = body;
  const places = { ward, formerWard, zone, kind, stars, stayKind };
  // The days are no part of it; any will do for reading the rest.
  const day = '2000-01-01';
  const { period: _days, ...query } = readFiguresQuery({ measures, from: day, to: day, by, grain, compare, ...places });
  return { report: 'figures', query, period: body.period ?? USUAL_PERIOD[cadence], ...policy };
}
