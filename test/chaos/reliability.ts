import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@luutru/platform';
import type { Fault } from './plan';

const BEGIN = '<!-- figures of the last long run; npm run chaos writes them -->';
const END = '<!-- end of figures -->';

const ROWS: readonly (readonly [label: string, figure: string])[] = [
  ['Seed', 'seed'],
  ['Seconds', 'seconds'],
  ['Processes killed', 'kills'],
  ['Faults of all kinds', 'faults'],
  ['Declarations acknowledged', 'acknowledged'],
  ['Versions acknowledged (corrections and check-outs included)', 'versions'],
  ['Stays stored', 'stays'],
  ['Events at the receiver', 'delivered'],
  ['Requests that clients sent again', 'client_retries'],
  ['Answers "come back later" (503)', 'put_off'],
  ['Connections spoilt', 'spoilt_connections'],
  ['Events claimed, or received, more than once', 'redeliveries'],
  ['**Acknowledged, but not in our tables**', 'absent'],
  ['**Missing at the receiver**', 'missing'],
  ['**Doubled**', 'doubled'],
  ['**Out of order**', 'disordered'],
  ['**Other content than acknowledged**', 'wrong'],
  ['**Stuck in the outbox**', 'stuck'],
  ['**At the receiver only**', 'invented'],
  ['Refusals no client should get', 'refused'],
  ['Naive relay: acknowledged', 'naive_acknowledged'],
  ['Naive relay: kills', 'naive_kills'],
  ['Naive relay: **missing**', 'naive_missing'],
  ['Naive relay: **out of order**', 'naive_disordered'],
];

/** Puts the figures of a run where docs/reliability.md has room for them. */
export function writeReliability(
  figures: Readonly<Record<string, number>>,
  faults: Readonly<Partial<Record<Fault, number>>>,
): void {
  const file = join(projectRoot(), 'docs', 'reliability.md');
  const text = readFileSync(file, 'utf8');
  const [before, rest] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error(`${file} has no room for figures: ${BEGIN} … ${END}`);
  const table = ROWS.map(([label, figure]) => [label, String(figures[figure] ?? '')] as const);
  const done = Object.entries(faults).map(([fault, times]) => [`\`${fault}\``, String(times)] as const);
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync(
    file,
    `${before}${BEGIN}\n\nRun of ${day}.\n\n${markdown(['What', 'Figure'], table)}\n\n${markdown(['Fault', 'Times'], done)}\n\n${END}${after}`,
  );
}

/** Aligned as the project's formatter does it. */
function markdown(head: readonly [string, string], rows: readonly (readonly [string, string])[]): string {
  const [left, right] = [0, 1].map((at) => Math.max(3, ...[head, ...rows].map((row) => row[at]?.length ?? 0))) as [
    number,
    number,
  ];
  const line = ([a, b]: readonly [string, string]): string => `| ${a.padEnd(left)} | ${b.padEnd(right)} |`;
  return [line(head), `| ${'-'.repeat(left)} | ${'-'.repeat(right)} |`, ...rows.map(line)].join('\n');
}
