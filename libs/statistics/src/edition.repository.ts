import type { Transaction } from '@luutru/platform';
import { type EditionCell, type EditionContent, StoredEdition } from './domain/editions/edition-cells';
import { OFFERS } from './domain/editions/month-counts';
import type { EditionShape, ReleaseScope } from './domain/editions/release-scope';

/** An edition that was given out. */
export interface GivenOut {
  readonly number: number;
  readonly withheld: boolean;
  readonly digest: Buffer;
  readonly shape: EditionShape;
}

const CELL_COLUMNS = [
  ['breakdown', 'text'],
  ['area', 'text'],
  ['kind', 'text'],
  ['value', 'text'],
  ['persons', 'integer'],
  ['hidden', 'boolean'],
  ['arrivals', 'integer'],
  ['overnight', 'integer'],
  ['departures', 'integer'],
  ['late', 'integer'],
  ['cancelled', 'integer'],
  ['nights', 'integer'],
  ['room_nights_used', 'integer'],
  ['facilities', 'integer'],
  ['rooms', 'integer'],
  ['beds', 'integer'],
  ['room_nights', 'integer'],
  ['bed_nights', 'integer'],
  ['trips', 'integer'],
] as const;

const NAMES = CELL_COLUMNS.map(([name]) => name).join(', ');
const INSERT_CELLS = `
  INSERT INTO statistic_edition_cell (scope_id, month, number, ${NAMES})
  SELECT $1, $2::date, $3, ${NAMES}
  FROM unnest(${CELL_COLUMNS.map(([, type], at) => `$${at + 4}::${type}[]`).join(', ')}) AS u(${NAMES})`;

/** Rows sent at once. */
const CHUNK = 5_000;

/**
 * Until the transaction ends nobody else makes or revises the edition. Whoever waited sees what the other has made only in a
 * statement of its own.
 */
export async function lockEdition(tx: Transaction, { scopeId }: ReleaseScope, month: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`edition ${scopeId} ${month}`]);
}

/** Remembers the scope, whose editions are made from now on. */
export async function keepScope(tx: Transaction, scope: ReleaseScope, now: Date): Promise<void> {
  await tx.query(
    `INSERT INTO statistic_scope (scope_id, policy_id, areas, threshold, asked_at) VALUES ($1, $2, $3::jsonb, $4, $5)
     ON CONFLICT DO NOTHING`,
    [scope.scopeId, scope.policyId, JSON.stringify(scope.areas), scope.threshold, now],
  );
}

/** Whether there is an edition; for the API, which may not see what editions were made of. */
export async function hasEdition(tx: Transaction, { scopeId }: ReleaseScope, month: string): Promise<boolean> {
  const found = await tx.query<object[]>(
    'SELECT 1 FROM statistic_edition WHERE scope_id = $1 AND month = $2::date LIMIT 1',
    [scopeId, month],
  );
  return found.length > 0;
}

/** All editions of a month, the newest first; for the worker. */
export async function editionsOf(
  tx: Transaction,
  { scopeId }: Pick<ReleaseScope, 'scopeId'>,
  month: string,
): Promise<readonly GivenOut[]> {
  return tx.query<GivenOut[]>(
    `SELECT number, withheld, digest, shape FROM statistic_edition WHERE scope_id = $1 AND month = $2::date ORDER BY number DESC`,
    [scopeId, month],
  );
}

/** What was given out, with how many persons are in each cell; for the worker. */
export async function readEdition(
  tx: Transaction,
  { scopeId }: Pick<ReleaseScope, 'scopeId'>,
  month: string,
  { number, withheld }: Pick<GivenOut, 'number' | 'withheld'>,
): Promise<StoredEdition> {
  const rows = await tx.query<(EditionCell['cell'] & { persons: number; hidden: boolean })[]>(
    `SELECT breakdown, area, kind, value, persons, hidden FROM statistic_edition_cell
     WHERE scope_id = $1 AND month = $2::date AND number = $3`,
    [scopeId, month, number],
  );
  const cells = rows.map(({ persons, hidden, ...cell }) => ({ cell, persons, hidden }));
  return new StoredEdition(withheld, cells);
}

/** Stores an edition as the next of its month. */
export async function storeEdition(
  tx: Transaction,
  { scopeId }: Pick<ReleaseScope, 'scopeId'>,
  month: string,
  edition: EditionContent & {
    readonly number: number;
    readonly shape: EditionShape;
    readonly digest: Buffer;
    readonly at: Date;
    readonly day: string;
  },
): Promise<void> {
  const { number, shape, withheld, digest, at, day, cells } = edition;
  await tx.query(
    `INSERT INTO statistic_edition (scope_id, month, number, shape, made_at, withheld, digest, checked_on)
     VALUES ($1, $2::date, $3, $4, $5, $6, $7, $8::date)`,
    [scopeId, month, number, shape, at, withheld, digest, day],
  );
  for (let from = 0; from < cells.length; from += CHUNK) {
    const rows = cells.slice(from, from + CHUNK).map(rowOf);
    const columns = CELL_COLUMNS.map((_, at_) => rows.map((row) => row[at_]));
    await tx.query(INSERT_CELLS, [scopeId, month, number, ...columns]);
  }
}

function rowOf({ cell, persons, hidden, people, offers }: EditionCell): (string | number | boolean | null)[] {
  const { breakdown, area, kind, value } = cell;
  const counted = people && [
    people.arrivals,
    people.overnight,
    people.departures,
    people.late,
    people.cancelled,
    people.nights,
    people.roomNightsUsed,
  ];
  return [
    ...[breakdown, area, kind, value, persons, hidden],
    ...(counted ?? Array.from({ length: 7 }, () => null)),
    ...OFFERS.map((offer) => offers?.[offer] ?? 0),
  ];
}

/** The first month that anything is counted of, as far as the transaction sees. */
export async function firstMonth(tx: Transaction): Promise<string | null> {
  const [found] = await tx.query<[{ month: string | null }]>(
    `SELECT min(month)::text AS month FROM statistic_month WHERE dimension = 'all' AND (arrivals > 0 OR cancelled > 0)`,
  );
  return found.month;
}
