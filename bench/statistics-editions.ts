import { type Caller, ROLES } from '@luutru/access';
import { addDays } from '@luutru/calendar';
import type { Clock, Database } from '@luutru/platform';
import type { ReferenceDataService } from '@luutru/reference-data';
import { type Dimension, EditionMaking, EditionReadModel, type Grain, type Measure } from '@luutru/statistics';
import { median, summarise } from './rounds';

interface Tools {
  readonly app: Database;
  readonly worker: Database;
  readonly reference: ReferenceDataService;
  readonly clock: Clock;
  readonly wards: readonly string[];
  readonly rounds: number;
}

interface Asked {
  readonly question: string;
  readonly measures: readonly Measure[];
  readonly by: readonly Dimension[];
  readonly months: number;
  readonly grain: Grain | null;
  readonly ward?: true;
}

const QUESTIONS: readonly Asked[] = [
  {
    question: 'editions: a year by month',
    measures: ['arrivals', 'international', 'guest-nights'],
    by: [],
    months: 12,
    grain: 'month',
  },
  {
    question: 'editions: a month by ward',
    measures: ['arrivals', 'room-occupancy'],
    by: ['ward'],
    months: 1,
    grain: null,
  },
  {
    question: 'editions: a year by ward and class',
    measures: ['arrivals'],
    by: ['ward', 'class'],
    months: 12,
    grain: null,
  },
  {
    question: 'editions: a year by ward and nationality',
    measures: ['arrivals'],
    by: ['ward', 'nationality'],
    months: 12,
    grain: null,
  },
  {
    question: 'editions: a year by nationality and month',
    measures: ['arrivals'],
    by: ['nationality'],
    months: 12,
    grain: 'month',
  },
  {
    question: 'editions: a ward by origin, a year',
    measures: ['arrivals'],
    by: ['origin'],
    months: 12,
    grain: null,
    ward: true,
  },
];

/** How long it takes to give out a month of the tourism authority, and to answer from what was given out. */
export async function editions({ app, worker, reference, clock, wards, rounds }: Tools) {
  const making = new EditionMaking(worker, reference, clock);
  const times: number[] = [];
  for (;;) {
    const began = performance.now();
    const { looked } = await making.run();
    if (looked === 0) break;
    times.push((performance.now() - began) / looked);
  }
  const area = {
    wardIds: [...wards],
    formerWardIds: [],
    zoneIds: [],
    kinds: ROLES['tourism-analyst'].facilityKinds ?? [],
  };
  const grant = {
    role: 'tourism-analyst',
    permissions: new Set(['statistics.read' as const]),
    reach: { facilityIds: [], areas: [area] },
  } as const;
  const caller: Caller = {
    principal: { kind: 'person', id: 'bench', grants: [grant], ownIndexes: [] },
    requestId: 'bench',
  };
  const figures = new EditionReadModel(app, reference, clock);
  const until = `${addDays(clock.now().toISOString().slice(0, 10), -45).slice(0, 7)}-01`;
  const rows = [];
  for (const { question, measures, by, months, grain, ward } of QUESTIONS) {
    const own: number[] = [];
    for (let at = 0; at < rounds + 3; at += 1) {
      const period = { from: monthsBefore(until, months + (at % 6)), until: monthsBefore(until, at % 6) };
      const filter = ward ? { wards: [wards[at % wards.length] ?? ''] } : {};
      const began = performance.now();
      await figures.figures(caller, { measures, by, period, grain, filter, compare: null, movingAverage: null });
      if (at >= 3) own.push(performance.now() - began);
    }
    const { p50, p95, p99 } = summarise(own, 1);
    const row = { question, p50, p95, p99 };
    process.stdout.write(`${JSON.stringify(row)}\n`);
    rows.push(row);
  }
  return { rows, made_ms: median(times), p95_ms: Math.max(...rows.map(({ p95 }) => p95)) };
}

function monthsBefore(month: string, months: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}
