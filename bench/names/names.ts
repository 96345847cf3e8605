import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareNames } from '@luutru/screening';
import { keepResult, median } from '../rounds';
import { cpuMs, measureAlerts, measureScreening } from './alerts';
import { BASELINES, type Similarity } from './baselines';
import { DATA } from './generate';
import { fromCsv, type NamePair } from './name-pair';
import { bestThreshold, byCategory, quality, type Quality, scoreAll } from './quality';

const CHECK_INS = Number(process.env.BENCH_CHECK_INS ?? 100_000);
const ours: Similarity = (asked, found) => compareNames(asked, found).score;

interface Outcome extends Quality {
  readonly method: string;
  readonly threshold: number;
}

/**
 * Pairs of names of the test halves, judged by compareNames and by what is usually done instead, each at the threshold that
 * is best on the dev half; false alerts of screening; and what it all costs. bench/names/README.md says what the data are.
 */
export async function names(): Promise<void> {
  const rows: object[] = [];
  const vietnamese = judge('vietnamese.csv', rows);
  const foreign = judge('foreign.csv', rows);
  const alerts = measureAlerts(CHECK_INS);
  const [small, large] = [measureScreening(5_000, alerts.threshold), measureScreening(50_000, alerts.threshold)];
  const best = Math.max(...vietnamese.slice(1).map(({ f1 }) => f1));
  const bestGeneral = Math.max(...foreign.slice(1).map(({ f1 }) => f1));
  const round = (value: number | undefined, digits = 4): number => Number((value ?? 0).toFixed(digits));
  const figures = {
    f1_vi_test: round(vietnamese[0]?.f1),
    precision_vi_test: round(vietnamese[0]?.precision),
    recall_vi_test: round(vietnamese[0]?.recall),
    f1_best_baseline_vi_test: round(best),
    f1_general_test: round(foreign[0]?.f1),
    f1_best_baseline_general_test: round(bestGeneral),
    false_alerts_per_100k_at_recall_95: alerts.falseAlertsPer100k,
    false_alerts_per_100k_full_birth_date: alerts.falseAlertsPer100kFullDate,
    threshold_at_recall_95: round(alerts.threshold),
    compare_names_us: round(compareCost(), 2),
    screen_ms_5k: round(small.mean, 3),
    screen_p99_ms_5k: round(small.p99, 3),
    screen_ms_50k: round(large.mean, 3),
    screen_p99_ms_50k: round(large.p99, 3),
    build_ms_50k: round(large.buildMs, 0),
  };
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  keepResult('names', figures, rows);
}

function judge(file: string, rows: object[]): Outcome[] {
  const pairs = pairsOf(file);
  const [dev, test] = (['dev', 'test'] as const).map((half) => pairs.filter(({ split }) => split === half));
  return Object.entries({ ours, ...BASELINES }).map(([method, similarity]) => {
    const threshold = bestThreshold(scoreAll(dev ?? [], similarity));
    const scored = scoreAll(test ?? [], similarity);
    const outcome = { method, threshold: Number(threshold.toFixed(3)), ...quality(scored, threshold) };
    const shown = Object.fromEntries(
      Object.entries(outcome).map(([key, value]) => [
        key,
        typeof value === 'number' ? Number(value.toFixed(4)) : value,
      ]),
    );
    rows.push({ file, ...shown, byCategory: method === 'ours' ? byCategory(scored, threshold) : undefined });
    process.stdout.write(`${file} ${JSON.stringify(shown)}\n`);
    return outcome;
  });
}

const pairsOf = (file: string): NamePair[] => fromCsv(readFileSync(join(DATA, file), 'utf8'));

/** Microseconds of one comparison of two Vietnamese names, reasons and all. */
function compareCost(): number {
  const pairs = pairsOf('vietnamese.csv');
  const rounds = Array.from({ length: 9 }, () => {
    const ms = cpuMs(() => pairs.forEach(({ asked, found }) => compareNames(asked, found)));
    return (ms * 1000) / pairs.length;
  });
  return median(rounds);
}
