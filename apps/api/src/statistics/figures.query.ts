import { addDays } from '@luutru/calendar';
import { AppError, type Issue } from '@luutru/platform';
import { type Dimension, DIMENSION_IDS, type FigureFilter, type FigureQuery, MEASURE_IDS } from '@luutru/statistics';
import type { With } from '../http/required';
import type { FiguresQuery, NowQuery } from './statistics.dto';

const STAY_KINDS = ['guest', 'tenant', 'patient', 'relative', 'passenger'] as const;
const STARS = ['0', '1', '2', '3', '4', '5'] as const;

/** Reads lists out of a query string; throws `validation-failed` naming each value that is none of those allowed. */
export function readFiguresQuery(query: With<FiguresQuery, 'measures' | 'from' | 'to'>): FigureQuery {
  const issues: Issue[] = [];
  const measures = choice(query.measures, MEASURE_IDS, '/measures', issues) ?? [];
  const { by, filter } = placesOf(query, issues);
  if (measures.length === 0 && issues.length === 0) issues.push({ code: 'field-required', pointer: '/measures' });
  refuse(issues);
  return {
    measures: [...new Set(measures)],
    by,
    period: { from: query.from, until: addDays(query.to, 1) },
    grain: query.grain ?? null,
    filter,
    compare: query.compare ?? null,
    movingAverage: query.movingAverage ?? null,
  };
}

/** The same for what is asked of this moment. */
export function readNowQuery(query: NowQuery): { readonly by: readonly Dimension[]; readonly filter: FigureFilter } {
  const issues: Issue[] = [];
  const read = placesOf(query, issues);
  refuse(issues);
  return read;
}

function refuse(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new AppError('validation-failed', 'invalid', {}, issues);
}

function placesOf(query: NowQuery, issues: Issue[]): { by: readonly Dimension[]; filter: FigureFilter } {
  const by = choice(query.by, DIMENSION_IDS, '/by', issues) ?? [];
  const stayKinds = choice(query.stayKind, STAY_KINDS, '/stayKind', issues);
  const stars = choice(query.stars, STARS, '/stars', issues)?.map(Number);
  const [wards, kinds] = [words(query.ward), words(query.kind)];
  const { formerWard, zone } = query;
  const filter = {
    ...(wards && { wards }),
    ...(formerWard && { formerWard }),
    ...(zone && { zone }),
    ...(kinds && { kinds }),
    ...(stars && { stars }),
    ...(stayKinds && { stayKinds }),
  };
  return { by, filter };
}

function choice<T extends string>(
  text: string | undefined,
  allowed: readonly T[],
  pointer: string,
  issues: Issue[],
): T[] | undefined {
  const given = words(text);
  const known = given?.filter((word): word is T => (allowed as readonly string[]).includes(word));
  if (known?.length !== given?.length) {
    issues.push({ code: 'value-not-allowed', pointer, params: { allowed: allowed.join(', ') } });
  }
  return known;
}

/** Words of a list; undefined when there are none. */
function words(text: string | undefined): string[] | undefined {
  const list = (text ?? '').split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));
  return list.length === 0 ? undefined : list;
}
