import { setTimeout as sleep } from 'node:timers/promises';
import type { StatisticsReckoning } from '@luutru/statistics';
import type { BenchDatabase } from './bench-database';
import { declaring, guest, inTurn } from './guests';
import { HttpLoad } from './http-load';
import { Programs } from './programs';
import { summarise } from './rounds';

const PER_SECOND = 100;
const SECONDS = 30;
/** As the worker does. */
const INTERVAL_MS = 1_000;

/** How long after its acknowledgement a declaration is in the figures, at a hundred a second, with all stays there are. */
export async function freshness(bench: BenchDatabase, reckoning: StatisticsReckoning): Promise<Record<string, number>> {
  const programs = new Programs(bench);
  try {
    const key = await programs.apiKey();
    const api = await programs.api();
    const load = new HttpLoad(api.origin, 32);
    const counts: { at: number; counted: number }[] = [];
    let over = false;
    const counting = (async () => {
      while (!over) {
        await reckoning.run();
        const [row] = await bench.rows<{ n: number }>(
          'SELECT count(*)::integer AS n FROM statistic_stay WHERE facility_id = ANY($1::uuid[])',
          [bench.facilityIds],
        );
        counts.push({ at: performance.now(), counted: row?.n ?? 0 });
        await sleep(INTERVAL_MS);
      }
    })();
    const acknowledged: number[] = [];
    const next = inTurn(bench.facilityIds);
    const began = performance.now();
    const sent: Promise<void>[] = [];
    for (let n = 0; n < PER_SECOND * SECONDS; n += 1) {
      const due = began + (n * 1000) / PER_SECOND;
      if (due > performance.now()) await sleep(due - performance.now());
      sent.push(
        load.post('/v1/stays', guest(next()), declaring(key)).then(() => void acknowledged.push(performance.now())),
      );
    }
    await Promise.all(sent);
    if (load.refused > 0) throw new Error(`${load.refused} declarations were not answered 201`);
    while ((counts.at(-1)?.counted ?? 0) < acknowledged.length) await sleep(100);
    over = true;
    await counting;
    load.close();
    // The nth to be acknowledged was counted at the latest when so many were: whose number it was does not matter.
    const lags = acknowledged.map((at, index) => (counts.find(({ counted }) => counted > index)?.at ?? Infinity) - at);
    const { p50, p95, p99 } = summarise(lags, SECONDS);
    return { declared_in_figures_p50_ms: p50, declared_in_figures_p95_ms: p95, declared_in_figures_p99_ms: p99 };
  } finally {
    await programs.close();
  }
}

/** Stays that all changed, as after an outage of the worker: how many are counted in a second. */
export async function backlogOf(bench: BenchDatabase, reckoning: StatisticsReckoning, stays: number): Promise<number> {
  await bench.rows(
    `INSERT INTO name_index (facility_id, stay_id, kind, arrived_on, index_key_id, birth_year, value)
     SELECT facility_id, stay_id, 1, arrived_on, 1, birth_year, '\\x00' FROM stay WHERE arrived_on >= current_date - 20 LIMIT $1
     ON CONFLICT DO NOTHING`,
    [stays],
  );
  await bench.rows(`UPDATE stay SET late = NOT late, reason = 7 FROM name_index i
    WHERE stay.facility_id = i.facility_id AND stay.stay_id = i.stay_id AND stay.arrived_on = i.arrived_on`);
  const [{ due } = { due: 0 }] = await bench.rows<{ due: number }>(
    `WITH due AS (INSERT INTO statistic_due SELECT DISTINCT 'stay', facility_id, stay_id FROM name_index ON CONFLICT DO NOTHING RETURNING 1)
     SELECT count(*)::integer AS due FROM due`,
  );
  const began = performance.now();
  await reckoning.run();
  return due / ((performance.now() - began) / 1000);
}
