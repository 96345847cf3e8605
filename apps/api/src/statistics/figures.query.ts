import { addDays } from '@luutru/calendar';
import { AppError, type Issue } from '@luutru/platform';
import { DIMENSION_IDS, type FigureQuery, MEASURE_IDS } from '@luutru/statistics';
import type { With } from '../http/required';
import type { FiguresQuery } from './statistics.dto';

const STAY_KINDS = ['guest', 'tenant', 'patient', 'relative', 'passenger'] as const;
const STARS = ['0', '1', '2', '3', '4', '5'] as const;

/** Reads lists out of a query string; throws `validation-failed` naming each value that is none of those allowed. */
export function readFiguresQuery(query: With<FiguresQuery, 'measures' | 'from' | 'to'>): FigureQuery {
  const issues: Issue[] = [];
  const choice = <T extends string>(text: string | undefined, allowed: readonly T[], pointer: string): T[] | undefined => {
    const given = words(text);
    const known = given?.filter((word): word is T => (allowed as readonly string[]).includes(word));
    if (known?.length !== given?.length) {
      issues.push({ code: 'value-not-allowed', pointer, params: { allowed: allowed.join(', ') } });
    }
    return known;
  };
  const measures = choice(query.measures, MEASURE_IDS, '/measures') ?? [];
  const by = choice(query.by, DIMENSION_IDS, '/by') ?? [];
  const stayKinds = choice(query.stayKind, STAY_KINDS, '/stayKind');
  const stars = choice(query.stars, STARS, '/stars')?.map(Number);
  if (measures.length === 0 && issues.length === 0) issues.push({ code: 'field-required', pointer: '/measures' });
  if (issues.length > 0) throw new AppError('validation-failed', 'invalid', {}, issues);
  const [wards, kinds] = [words(query.ward), words(query.kind)];
  const { formerWard, zone } = query;
  return {
    measures: [...new Set(measures)],
    by,
    period: { from: query.from, until: addDays(query.to, 1) },
    grain: query.grain ?? null,
    filter: {
      ...(wards && { wards }),
      ...(formerWard && { formerWard }),
      ...(zone && { zone }),
      ...(kinds && { kinds }),
      ...(stars && { stars }),
      ...(stayKinds && { stayKinds }),
    },
    compare: query.compare ?? null,
    movingAverage: query.movingAverage ?? null,
  };
}

/** Words of a list; undefined when there are none. */
function words(text: string | undefined): string[] | undefined {
  const list = (text ?? '').split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));
  return list.length === 0 ? undefined : list;
}
