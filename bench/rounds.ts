import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '@luutru/platform';

/** What one round of load came to. */
export interface Round {
  readonly done: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Does `work` over and over, so many at once, for so long; the milliseconds of each are kept. */
export async function round(concurrency: number, ms: number, work: () => Promise<unknown>): Promise<Round> {
  const took: number[] = [];
  const begin = performance.now();
  const client = async (): Promise<void> => {
    while (performance.now() - begin < ms) {
      const at = performance.now();
      await work();
      took.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, client));
  const seconds = (performance.now() - begin) / 1000;
  return summarise(took, seconds);
}

/** @param took milliseconds of each piece of work done */
export function summarise(took: number[], seconds: number): Round {
  took.sort((a, b) => a - b);
  const rank = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { done: took.length, perSecond: took.length / seconds, p50: rank(0.5), p95: rank(0.95), p99: rank(0.99) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Writes `bench/results/NAME.json`: what was measured, on what and of which commit. */
export function keepResult(name: string, figures: Record<string, number>, rows: readonly object[]): void {
  const folder = join(projectRoot(), 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: projectRoot() }).toString().trim();
  const result = {
    name,
    date: new Date().toISOString(),
    commit: git('rev-parse', '--short', 'HEAD'),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
    figures,
    rows,
  };
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
}
