import { type Caller, ROLES } from '@luutru/access';
import { addDays } from '@luutru/calendar';
import type { Clock, Database } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { type Dimension, EditionMaking, EditionReadModel, type Grain, type Measure } from '@luutru/statistics';
import type { BenchDatabase } from './bench-database';
import { keepResult, median, summarise } from './rounds';

interface Tools {
  readonly app: Database;
  readonly worker: Database;
  readonly bench: BenchDatabase;
  readonly clock: Clock;
  readonly stays: number;
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
export async function editions({ bench, app, worker, clock, stays, rounds }: Tools): Promise<void> {
  const reference = new ReferenceDataService(app);
  await reference.reload();
  const wards = reference.adminUnits.children('p48').map(({ unitId }) => unitId);
  const making = new EditionMaking(worker, reference, clock);
  const times: number[] = [];
  for (;;) {
    const began = performance.now();
    const { looked } = await making.run();
    if (looked === 0) break;
    const each = (performance.now() - began) / looked;
    times.push(...Array.from({ length: looked }, () => each));
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
  const model = new EditionReadModel(app, reference, clock);
  const until = `${addDays(clock.now().toISOString().slice(0, 10), -45).slice(0, 7)}-01`;
  const rows = [];
  for (const { question, measures, by, months, grain, ward } of QUESTIONS) {
    const own: number[] = [];
    for (let at = 0; at < rounds + 3; at += 1) {
      const period = { from: monthsBefore(until, months + (at % 6)), until: monthsBefore(until, at % 6) };
      const filter = ward ? { wards: [wards[at % wards.length] ?? ''] } : {};
      const began = performance.now();
      await model.figures(caller, { measures, by, period, grain, filter, compare: null, movingAverage: null });
      if (at >= 3) own.push(performance.now() - began);
    }
    const { p50, p95, p99 } = summarise(own, 1);
    const row = { question, p50, p95, p99 };
    process.stdout.write(`${JSON.stringify(row)}\n`);
    rows.push(row);
  }
  const [{ cells, mb } = { cells: 0, mb: 0 }] = await bench.rows<{ cells: number; mb: number }>(
    `SELECT count(*)::integer AS cells, (pg_total_relation_size('statistic_edition_cell') / 1048576)::integer AS mb
     FROM statistic_edition_cell`,
  );
  const p95_ms = Math.max(...rows.map(({ p95 }) => p95));
  const figures = { stays, months: times.length, made_and_published_ms: median(times), cells, cells_mb: mb, p95_ms };
  keepResult('statistics-editions', figures, rows);
}

function monthsBefore(month: string, months: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}
