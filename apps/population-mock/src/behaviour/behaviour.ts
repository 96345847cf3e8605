import { invalid } from '../http/failure';
import { boolean, integer, nullable, number, object, type TypeOf } from '../shape/shape';

/** How badly the stand-in behaves. Kept in memory only: a restart brings back good manners. */
export interface Behaviour {
  /** How long every operation is held before it is looked at, drawn evenly from the range. */
  readonly latencyMs: { readonly min: number; readonly max: number };
  /** Share of operations answered 500 before anything is committed. */
  readonly errorRate: number;
  /** Share of recordings that are committed and then answered with a broken connection. */
  readonly dropAfterCommitRate: number;
  /** Every operation answers 503. */
  readonly down: boolean;
  /** Operations of all clients together; more answer 429. Null is no limit. */
  readonly rateLimitPerSecond: number | null;
  /** Added to the stand-in's clock. */
  readonly clockSkewMs: number;
}

export const GOOD_BEHAVIOUR: Behaviour = {
  latencyMs: { min: 0, max: 0 },
  errorRate: 0,
  dropAfterCommitRate: 0,
  down: false,
  rateLimitPerSecond: null,
  clockSkewMs: 0,
};

const MAX_LATENCY_MS = 10 * 60_000;
const DAY_MS = 24 * 3_600_000;

const change = object(
  {},
  {
    latencyMs: object({ min: number(0, MAX_LATENCY_MS), max: number(0, MAX_LATENCY_MS) }),
    errorRate: number(0, 1),
    dropAfterCommitRate: number(0, 1),
    down: boolean,
    rateLimitPerSecond: nullable(number(0.01, 1_000_000)),
    clockSkewMs: integer(-DAY_MS, DAY_MS),
  },
);

/** A change of some switches; what is left out stays as it is. */
export function readBehaviourChange(body: unknown): TypeOf<typeof change> {
  const read = change(body, '');
  if (read.latencyMs && read.latencyMs.min > read.latencyMs.max)
    throw invalid('latencyMs.min', 'must not exceed latencyMs.max');
  return read;
}
