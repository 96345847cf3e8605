import { parseArgs } from 'node:util';
import { keepResult } from '../../bench/rounds';
import { writeReliability } from './reliability';
import { runChaos } from './run';

const USAGE = `npm run chaos -- [--seed 20261124] [--declarations 100000] [--kills 200] [--clients 32]

Declares, corrects, checks out and sends files while everything is killed, frozen and cut; then judges. Long: an hour and more.
Writes bench/results/chaos.json and the figures in docs/reliability.md. Exit code 1 when the judge finds anything.
`;

/** The long form of the ledger test. The naive relay runs first, for the judge has to be one who can say no. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '20261124' },
      declarations: { type: 'string', default: '100000' },
      kills: { type: 'string', default: '200' },
      clients: { type: 'string', default: '32' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const [seed, declarations, kills, clients] = [values.seed, values.declarations, values.kills, values.clients].map(
    (text) => positive(text),
  ) as [number, number, number, number];
  const say = (line: string): void => void process.stdout.write(`${new Date().toISOString()} ${line}\n`);

  say('A relay that marks events when it queues them, which must be found guilty:');
  const naive = await runChaos({
    seed,
    kills: 20,
    seconds: 30,
    clients: 8,
    drainSeconds: 15,
    worker: 'test/chaos/naive-worker.js',
    say,
  });
  say(JSON.stringify(naive.guilty));

  say('Ours:');
  const ours = await runChaos({ seed, kills, seconds: 60, declarations, clients, drainSeconds: 1_800, say });
  const { verdict } = ours;
  const figures = {
    seed,
    seconds: ours.seconds,
    kills: ours.kills,
    faults: Object.values(ours.faults).reduce((sum, times) => sum + times, 0),
    acknowledged: ours.acknowledged,
    versions: ours.versions,
    stays: ours.stays,
    delivered: ours.delivered,
    client_retries: ours.retries,
    put_off: ours.putOff,
    spoilt_connections: ours.spoilt,
    redeliveries: verdict.redelivered,
    absent: verdict.absent.length,
    missing: verdict.missing.length,
    doubled: verdict.doubled.length,
    disordered: verdict.disordered.length,
    wrong: verdict.wrong.length,
    stuck: verdict.stuck.length,
    invented: verdict.invented.length,
    refused: ours.refusals.length,
    naive_acknowledged: naive.acknowledged,
    naive_kills: naive.kills,
    naive_missing: naive.verdict.missing.length,
    naive_disordered: naive.verdict.disordered.length,
  };
  keepResult(
    'chaos',
    figures,
    Object.entries(ours.faults).map(([fault, times]) => ({ fault, times })),
  );
  writeReliability(figures, ours.faults);
  say(JSON.stringify({ ...figures, guilty: ours.guilty, refusals: ours.refusals.slice(0, 10) }, null, 2));
  if (Object.keys(ours.guilty).length > 0 || ours.refusals.length > 0 || figures.naive_missing === 0) {
    process.exitCode = 1;
  }
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`${text} is not a whole number above 0\n\n${USAGE}`);
  return value;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
