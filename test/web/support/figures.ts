import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@luutru/platform';
import { keepResult } from '../../../bench/rounds';

/**
 * Keeps what a story measured in bench/results/console.json, together with what other stories measured of the same commit.
 * Only where pictures are taken too (`npm run screenshots`): tests leave no traces.
 */
export function keepFigures(figures: Record<string, number>): void {
  if (!process.env.LUUTRU_GALLERY) return;
  const file = join(projectRoot(), 'bench', 'results', 'console.json');
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: projectRoot() }).toString().trim();
  const before = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { commit: string; figures: Record<string, number> })
    : null;
  keepResult('console', { ...(before?.commit === commit && before.figures), ...figures }, []);
}
