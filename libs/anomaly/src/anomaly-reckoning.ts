import { setImmediate as nextTurn } from 'node:timers/promises';
import { addDays, localDate, localTimeOfDay } from '@luutru/calendar';
import { type Clock, type Database, NO_FACILITY, type Transaction, uuidV7 } from '@luutru/platform';
import { judge, type Judgement } from './domain/judge';
import { ANOMALY_MEASURES, type AnomalyMeasure } from './domain/measures';
import { type AreaKey, type AreaSeries, readDays } from './day-series.reader';

/** Days that are looked at again for late declarations: who declares later goes to the police of the ward anyway. */
const LOOK_BACK_DAYS = 60;
/** What the band of the first of them is made of: the year before, with the weeks before that. */
const BASIS_DAYS = 480;
/** When a night is over, and with it the day before. */
const NIGHT_OVER = '04:00';
/** Whoever holds it is the one who looks. */
const LOCK = 7_305_049;

/** What one run did. */
export interface AnomalyRun {
  readonly found: number;
  readonly withdrawn: number;
}

interface Change {
  readonly about: { readonly area: AreaKey; readonly measure: AnomalyMeasure; readonly day: string };
  /** The one that stands and does not hold. */
  readonly note: Standing | undefined;
  readonly judgement: Judgement | null;
}

interface Standing {
  readonly noteId: string;
  readonly key: string;
  readonly value: number;
  readonly direction: string;
}

/**
 * Holds each day that is over against what its area is used to, and again what late declarations have changed since. A note is
 * never changed: when its numbers do not hold any more it is withdrawn, with what was found instead, and where the day is still
 * unlike others another one follows. Doing it twice changes nothing.
 */
export class AnomalyReckoning {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** One worker at a time; the others find nothing to do. */
  async run(): Promise<AnomalyRun> {
    const now = this.clock.now();
    const over = addDays(localDate(now), localTimeOfDay(now) >= NIGHT_OVER ? -1 : -2);
    let [found, withdrawn] = [0, 0];
    for (const provinceId of await this.due(over)) {
      const done = await this.alone((tx) => this.province(tx, provinceId, over, now));
      if (!done) return { found, withdrawn };
      found += done.found;
      withdrawn += done.withdrawn;
    }
    await this.alone((tx) =>
      tx.query(
        `UPDATE anomaly_progress SET upto_day = $1, looked_at = coalesce((SELECT counted_at FROM statistic_progress), looked_at)`,
        [over],
      ),
    );
    return { found, withdrawn };
  }

  /** Provinces to look at: none while no day has ended and nothing was counted since. */
  private due(over: string): Promise<readonly string[]> {
    return this.database.transaction(NO_FACILITY, async (tx) => {
      const rows = await tx.query<{ id: string }[]>(
        `SELECT DISTINCT p.province_id AS id FROM statistic_place p, anomaly_progress a, statistic_progress s
         WHERE s.counted_at IS NOT NULL AND (a.upto_day IS DISTINCT FROM $1::date OR a.looked_at IS DISTINCT FROM s.counted_at)
         ORDER BY 1`,
        [over],
      );
      return rows.map(({ id }) => id);
    });
  }

  private async province(tx: Transaction, provinceId: string, over: string, now: Date): Promise<AnomalyRun> {
    const first = addDays(over, 1 - LOOK_BACK_DAYS);
    const from = `${addDays(first, -BASIS_DAYS).slice(0, 7)}-01`;
    const areas = await readDays(tx, provinceId, from, over);
    const standing = await this.standing(tx, [...areas.keys()], first, over);
    const changes: Change[] = [];
    for (const { area, series } of areas.values()) {
      changes.push(...changesOf(area, series, standing, first, over));
      // Other work of the process is let in between one area and the next.
      await nextTurn();
    }
    // All that is written is written at the end: while a transaction that has written runs, nothing younger can be sealed.
    for (const { about, note, judgement } of changes) {
      if (note) await this.withdraw(tx, note, judgement, now);
      if (judgement?.direction) await this.note(tx, about, judgement, now);
    }
    return {
      found: changes.filter(({ judgement }) => judgement?.direction).length,
      withdrawn: changes.filter(({ note }) => note).length,
    };
  }

  private async standing(
    tx: Transaction,
    areaIds: readonly string[],
    from: string,
    until: string,
  ): Promise<ReadonlyMap<string, Standing>> {
    const rows = await tx.query<Standing[]>(
      `SELECT anomaly_id AS "noteId", area_level || ':' || area_id || ':' || measure || ':' || day AS key, value, direction
       FROM anomaly_note WHERE withdrawn_at IS NULL AND area_id = ANY($1) AND day BETWEEN $2 AND $3`,
      [areaIds, from, until],
    );
    return new Map(rows.map((row) => [row.key, row]));
  }

  private async note(
    tx: Transaction,
    { area, measure, day }: Change['about'],
    { value, basis, direction }: Judgement,
    now: Date,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO anomaly_note (anomaly_id, area_level, area_id, measure, day, direction, value, basis, found_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [uuidV7(now), area.level, area.id, measure, day, direction, value, JSON.stringify(basis), now],
    );
  }

  private async withdraw(tx: Transaction, { noteId }: Standing, judgement: Judgement | null, now: Date): Promise<void> {
    await tx.query(
      `UPDATE anomaly_note SET withdrawn_at = $2, withdrawn_value = $3, withdrawn_why = $4 WHERE anomaly_id = $1`,
      [noteId, now, judgement?.value ?? null, judgement?.direction ? 'other-numbers' : 'within-band'],
    );
  }

  private alone<T>(work: (tx: Transaction) => Promise<T>): Promise<T | null> {
    return this.database.transaction(NO_FACILITY, async (tx) => {
      const [lock] = await tx.query<[{ taken: boolean }]>(`SELECT pg_try_advisory_xact_lock(${LOCK}) AS taken`);
      return lock.taken ? work(tx) : null;
    });
  }
}

/** What of an area is not as the notes say. */
function changesOf(
  area: AreaKey,
  series: AreaSeries,
  standing: ReadonlyMap<string, Standing>,
  first: string,
  over: string,
): readonly Change[] {
  const changes: Change[] = [];
  for (const measure of ANOMALY_MEASURES) {
    for (let day = first; day <= over; day = addDays(day, 1)) {
      const judgement = judge((one) => series[measure].get(one), day);
      const note = standing.get(keyOf(area, measure, day));
      const asNoted = note ? holds(note, judgement) : !judgement?.direction;
      if (!asNoted) changes.push({ about: { area, measure, day }, note, judgement });
    }
  }
  return changes;
}

/** A note stands as long as its day is as it says, and still unlike others; that the band moved a little is not worth another. */
const holds = (note: Standing, judgement: Judgement | null): boolean =>
  judgement !== null && judgement.direction === note.direction && judgement.value === note.value;

const keyOf = ({ level, id }: AreaKey, measure: string, day: string): string => `${level}:${id}:${measure}:${day}`;
