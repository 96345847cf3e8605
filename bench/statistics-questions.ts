import type { Caller } from '@luutru/access';
import { addDays } from '@luutru/calendar';
import {
  type Comparison,
  type Dimension,
  type Figures,
  FORM_MEASURES,
  type Grain,
  type Measure,
  MEASURES,
  NOW_MEASURES,
  type NowReadModel,
  type StatisticsReadModel,
} from '@luutru/statistics';
import { CLASS, rawFigures, rawOccupancy, type RawQuestion } from './statistics-raw';

/** Figures by the text of their keys. */
export type Answer = ReadonlyMap<string, number>;

/** What a page asks, and the same of the stays themselves; each time of another month or ward. */
export interface StatisticsQuestion {
  readonly name: string;
  /** As the page does; this is what is timed. */
  readonly ask: (round: number) => Promise<unknown>;
  readonly ours: (round: number) => Promise<Answer>;
  readonly raw: (round: number) => Promise<Answer>;
}

interface Tools {
  readonly figures: StatisticsReadModel;
  readonly now: NowReadModel;
  readonly caller: Caller;
  readonly wards: readonly string[];
  readonly today: string;
  readonly lastNight: string;
  readonly raw: (sql: string, values: unknown[]) => Promise<Record<string, string | number | null>[]>;
}

interface Span {
  readonly from: string;
  readonly until: string;
}

interface Page {
  readonly measures: readonly Measure[];
  readonly by?: readonly Dimension[];
  readonly span: (round: number) => Span;
  readonly grain?: Grain & ('day' | 'month');
  readonly ward?: (round: number) => string;
  readonly compare?: Comparison;
}

const COLUMNS: Partial<Record<Dimension, string>> = {
  ward: 'f.ward_id',
  kind: 'f.kind',
  stars: 'f.stars::text',
  class: CLASS,
  nationality: 's.nationality',
  origin: 's.origin_province_id',
  age: `(CASE WHEN extract(year FROM s.arrived_on) - s.birth_year < 15 THEN '0-14' WHEN extract(year FROM s.arrived_on) - s.birth_year >= 65 THEN '65+'
         ELSE (div((extract(year FROM s.arrived_on) - s.birth_year - 5)::integer, 10) * 10 + 5)::text || '-' || (div((extract(year FROM s.arrived_on) - s.birth_year - 5)::integer, 10) * 10 + 14)::text END)`,
};
const OF_ROOMS: readonly string[] = [
  'room-occupancy',
  'bed-occupancy',
  'room-nights-used',
  'bed-nights-used',
  'rooms',
  'beds',
];

/** The pages of a dashboard, the form, and what may be asked beside them. */
export function questionsOf(tools: Tools): readonly StatisticsQuestion[] {
  const { figures, now, caller, wards, today, lastNight, raw } = tools;
  const month = (back: number): string => {
    const index = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - back;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  };
  const months =
    (many: number, rounds = 12) =>
    (round: number): Span => ({ from: month(many + 1 + (round % rounds)), until: month(1 + (round % rounds)) });
  const wardOf = (round: number): string => wards[(round * 7) % wards.length] ?? '';
  const scan = async (
    measures: readonly string[],
    keys: readonly string[],
    sql: string,
    values: unknown[],
  ): Promise<Answer> =>
    new Map(
      (await raw(sql, values)).flatMap((row) =>
        measures.map(
          (measure) => [[...keys.map((key) => row[key]), measure].join('|'), Number(row[measure] ?? 0)] as const,
        ),
      ),
    );
  const nightsUntil = (until: string): string => (addDays(lastNight, 1) < until ? addDays(lastNight, 1) : until);

  const page = (name: string, { measures, by = [], span, grain, ward, compare }: Page): StatisticsQuestion => {
    const ask = (round: number): Promise<Figures> => {
      const filter = ward === undefined ? {} : { wards: [ward(round)] };
      const query = {
        measures,
        by,
        period: span(round),
        grain: grain ?? null,
        filter,
        compare: compare ?? null,
        movingAverage: null,
      };
      return figures.figures(caller, query);
    };
    const ours = async (round: number): Promise<Answer> => {
      const { table } = await ask(round);
      return new Map(
        table.rows.flatMap(({ keys, period, counts, compared }) => {
          const key = [...keys, ...(grain === undefined ? [] : [period.from])];
          return measures.flatMap((measure) => [
            [[...key, measure].join('|'), MEASURES[measure].value(counts) ?? 0] as const,
            ...(compared
              ? [[[...key, 'before', measure].join('|'), MEASURES[measure].value(compared) ?? 0] as const]
              : []),
          ]);
        }),
      );
    };
    const read = async ({ from, until }: Span, where: string): Promise<Answer> => {
      const keys = Object.fromEntries(by.map((dimension) => [dimension, COLUMNS[dimension] ?? '']));
      const question: RawQuestion = { keys, where, ...(grain && { grain }) };
      const ofStays = measures.filter((measure) => !OF_ROOMS.includes(measure));
      const shown = [...by, ...(grain === undefined ? [] : ['part'])];
      const stays = await scan(ofStays, shown, rawFigures(question), [from, until, nightsUntil(until)]);
      const rooms = measures.filter((measure) => OF_ROOMS.includes(measure));
      if (rooms.length === 0) return stays;
      return new Map([...stays, ...(await scan(rooms, by, rawOccupancy(question), [from, nightsUntil(until)]))]);
    };
    return {
      name,
      ask,
      ours,
      raw: async (round) => {
        const asked = span(round);
        const noOrigin = by.includes('origin') ? 's.origin_province_id IS NOT NULL' : 'true';
        const where = ward === undefined ? noOrigin : `${noOrigin} AND f.ward_id = '${ward(round)}'`;
        const main = await read(asked, where);
        if (compare === undefined) return main;
        const before = await read({ from: yearBefore(asked.from), until: yearBefore(asked.until) }, where);
        return new Map([...main, ...[...before].map(([key, value]) => [`before|${key}`, value] as const)]);
      },
    };
  };

  const stays = ['arrivals', 'overnight', 'international', 'departures', 'guest-nights'] as const;
  return [
    page('overview of a month beside the year before', {
      measures: [...stays, 'room-nights-used'],
      span: months(1, 20),
      compare: 'year',
    }),
    page('a year by day', { measures: ['arrivals', 'departures', 'guest-nights'], span: months(12), grain: 'day' }),
    page('a year by month by nationality', {
      measures: ['arrivals', 'overnight', 'guest-nights'],
      by: ['nationality'],
      span: months(12),
      grain: 'month',
    }),
    page('nationalities of a quarter', { measures: [...stays], by: ['nationality'], span: months(3, 24) }),
    page('origins of a year', { measures: ['arrivals'], by: ['origin'], span: months(12) }),
    page('ages by kind of a year', { measures: ['arrivals'], by: ['kind', 'age'], span: months(12) }),
    page('stars of a year', {
      measures: ['arrivals', 'international', 'guest-nights'],
      by: ['stars'],
      span: months(12),
      grain: 'month',
    }),
    page('occupancy by class of a quarter', {
      measures: ['room-occupancy', 'bed-occupancy'],
      by: ['class'],
      span: months(3, 15),
    }),
    page('wards of a year', {
      measures: ['arrivals', 'guest-nights'],
      by: ['ward'],
      span: (round) => ({ ...months(12)(round), from: addDays(months(12)(round).from, 9) }),
    }),
    page('wards by kind of a month', {
      measures: ['arrivals', 'guest-nights'],
      by: ['ward', 'kind'],
      span: months(1, 20),
    }),
    page('wards by nationality of a quarter', {
      measures: ['arrivals'],
      by: ['ward', 'nationality'],
      span: months(3, 24),
    }),
    page('one ward by day of a month', {
      measures: ['arrivals', 'departures', 'guest-nights'],
      span: months(1, 20),
      grain: 'day',
      ward: wardOf,
    }),
    page('nationalities of one ward, from a tenth to a tenth', {
      measures: ['arrivals', 'guest-nights'],
      by: ['nationality'],
      span: (round) => ({ from: addDays(month(4 + (round % 15)), 9), until: addDays(month(1 + (round % 15)), 9) }),
      ward: wardOf,
    }),
    {
      name: 'in house now by kind',
      ask: () => now.now(caller, ['kind'], {}, undefined),
      ours: async () => {
        const { table } = await now.now(caller, ['kind'], {}, undefined);
        return new Map(
          table.rows.map(({ keys, counts }) => [`${keys[0]}|in-house`, NOW_MEASURES['in-house'].value(counts) ?? 0]),
        );
      },
      raw: () =>
        scan(
          ['in-house'],
          ['kind'],
          `SELECT f.kind, count(*)::integer AS "in-house" FROM stay s JOIN facility f USING (facility_id)
           WHERE s.state IN ('in_house', 'overdue') GROUP BY 1`,
          [],
        ),
    },
    form(tools, scan),
  ];
}

/** Form 015.N of the year before, of guests and of the rooms that they have. */
function form(
  { figures, caller, today }: Tools,
  scan: (measures: readonly string[], keys: readonly string[], sql: string, values: unknown[]) => Promise<Answer>,
): StatisticsQuestion {
  const year = Number(today.slice(0, 4)) - 1;
  const keys = { class: CLASS };
  const where = `${CLASS} IS NOT NULL`;
  const days = [`${year}-01-01`, `${year + 1}-01-01`];
  const ofRooms = FORM_MEASURES.filter((measure) => OF_ROOMS.includes(measure) && !measure.startsWith('bed-'));
  return {
    name: 'form 015.N of a year',
    ask: () => figures.form015n(caller, year),
    ours: async () => {
      const { lines } = await figures.form015n(caller, year);
      return new Map(
        lines.flatMap(({ class: id, values }) =>
          id === null
            ? []
            : [...ofRooms, 'overnight' as const, 'international' as const].map((measure) => {
                const value = measure === 'international' ? values['international-overnight'] : values[measure];
                return [[id, measure].join('|'), value ?? 0] as const;
              }),
        ),
      );
    },
    raw: async () => {
      const stays = await scan(['overnight'], ['class'], rawFigures({ keys, where: `${where} AND s.kind = 'guest'` }), [
        ...days,
        days[1],
      ]);
      const foreign = `${where} AND s.kind = 'guest' AND s.nationality <> 'VNM'`;
      const international = await scan(['overnight'], ['class'], rawFigures({ keys, where: foreign }), [
        ...days,
        days[1],
      ]);
      return new Map([
        ...stays,
        ...[...international].map(([key, value]) => [key.replace('overnight', 'international'), value] as const),
        ...(await scan(ofRooms, ['class'], rawOccupancy({ keys, where }), days)),
      ]);
    },
  };
}

const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
