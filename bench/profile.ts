import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBenchDatabase } from './bench-database';
import { declaring, guest, inTurn } from './guests';
import { HttpLoad } from './http-load';
import { Programs } from './programs';
import { keepResult, round } from './rounds';

const CONCURRENCY = 16;
const WARM_UP_MS = 4_000;
const ROUND_MS = Number(process.env.BENCH_ROUND_MS ?? 15_000);

interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Where the API's CPU time goes while it declares, by layer: the lib, app or package whose code was running or had called. */
export async function profile(): Promise<void> {
  const database = await startBenchDatabase();
  const programs = new Programs(database);
  const folder = mkdtempSync(join(tmpdir(), 'luutru-profile-'));
  try {
    const key = await programs.apiKey();
    process.env.BENCH_PROFILE = folder;
    const api = await programs.api();
    const next = inTurn(database.facilityIds);
    const load = new HttpLoad(api.origin, CONCURRENCY);
    const declareOnce = (): Promise<unknown> => load.post('/v1/stays', guest(next()), declaring(key));
    await round(CONCURRENCY, WARM_UP_MS, declareOnce);
    await database.rows('ANALYZE');
    const before = api.cpuSeconds();
    const { done } = await round(CONCURRENCY, ROUND_MS, declareOnce);
    const cpuMs = ((api.cpuSeconds() - before) * 1_000) / done;
    load.close();
    await api.process.stop('SIGTERM', 10_000);
    const [file = ''] = readdirSync(folder);
    const layers = byLayer(JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile, ROUND_MS);
    for (const { layer, share } of layers)
      process.stdout.write(`${(share * 100).toFixed(1).padStart(5)} %  ${layer}\n`);
    process.stdout.write(`${done} declarations, ${cpuMs.toFixed(2)} ms CPU each\n`);
    keepResult('declare-profile', { cpu_ms_per_declaration: cpuMs, declarations: done }, layers);
  } finally {
    await programs.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param lastMs only the last so many milliseconds: before that the program starts and warms up */
function byLayer({ nodes, samples, timeDeltas }: CpuProfile, lastMs: number): { layer: string; share: number }[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id] as const)));
  const layerOf = new Map<number, string>();
  const find = (id: number | undefined): string => {
    if (id === undefined) return 'node';
    const known = layerOf.get(id);
    if (known !== undefined) return known;
    const { functionName, url } = byId.get(id)?.callFrame ?? { functionName: '', url: '' };
    const layer = ['(idle)', '(program)', '(garbage collector)'].includes(functionName)
      ? functionName
      : (nameOf(url) ?? find(parents.get(id)));
    layerOf.set(id, layer);
    return layer;
  };
  const micros = new Map<string, number>();
  const end = timeDeltas.reduce((sum, delta) => sum + delta, 0);
  let [at, total] = [0, 0];
  for (const [index, id] of samples.entries()) {
    const delta = timeDeltas[index] ?? 0;
    at += delta;
    const layer = find(id);
    if (at < end - lastMs * 1_000 || layer === '(idle)') continue;
    micros.set(layer, (micros.get(layer) ?? 0) + delta);
    total += delta;
  }
  return [...micros]
    .map(([layer, time]) => ({ layer, share: time / total }))
    .sort((a, b) => b.share - a.share)
    .slice(0, 25);
}

/** The layer of a file; undefined for what Node itself does, which is put down to whoever called it. */
function nameOf(url: string): string | undefined {
  const [, own] = /\/dist\/((?:libs|apps)\/[^/]+)/.exec(url) ?? [];
  const [, dependency] = /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  return own ?? dependency;
}
