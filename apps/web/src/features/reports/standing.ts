import type { Input, Output } from '@luutru/client';

export type Subscription = Output<'listSubscriptions'>['subscriptions'][number];

export type Body = Input<'subscribe'>['body'];
export type Kept<Name extends keyof Body> = NonNullable<Body[Name]>;

/** What the form holds. */
export interface Values {
  readonly report: Kept<'report'>;
  readonly policy: string;
  readonly measures: string[];
  readonly by: string;
  readonly period: Kept<'period'>;
  readonly format: Kept<'format'>;
  readonly cadence: Kept<'cadence'>;
  readonly onDay: string;
  readonly hour: string;
  readonly channel: Body['channel'];
  readonly target: string;
}

/** The question as it is kept: measures and dimensions, of which days, under which policy. */
export interface Question {
  readonly report?: string;
  readonly policy?: string;
  readonly period?: string;
  readonly query?: {
    readonly measures?: readonly string[];
    readonly by?: readonly string[];
    readonly grain?: string | null;
    readonly compare?: string | null;
    readonly filter?: object;
  };
}

/** How it is made and when it goes out, as the form holds it. */
export const keptOf = ({ format, cadence, onDay, hour, channel, target }: Subscription): Partial<Values> => ({
  ...{ format, cadence, channel, target },
  ...{ onDay: String(onDay), hour: String(hour) },
});

/**
 * The question as the form holds it. Null for one that it cannot hold, which programs may ask: then it stays as it is.
 * @param form.isDaily whether days are told of it, which the form asks for by itself
 * @param form.offered the measures that the form has for it
 */
export function askedIn(
  asked: Subscription['asked'],
  form: {
    readonly isDaily: (of: Pick<Values, 'period'>) => boolean;
    readonly offered: (of: Pick<Values, 'period' | 'policy' | 'by'>) => readonly string[];
  },
): Partial<Values> | null {
  const { report, policy = '', period, query = {} } = asked as Question;
  if (report === 'form-015n') return { report, policy };
  const { measures = [], by = [], grain, compare, filter = {} } = query;
  const values = { period: period as Values['period'], policy, by: by[0] ?? '' };
  const isGrainOfForm = form.isDaily(values) ? grain === 'day' : !grain;
  if (by.length > 1 || compare || !isGrainOfForm || Object.keys(filter).length > 0) return null;
  const offered = form.offered(values);
  return measures.every((one) => offered.includes(one))
    ? { ...values, report: 'figures', measures: [...measures] }
    : null;
}
