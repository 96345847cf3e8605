import { parseMoment, toLocalIso } from '@luutru/calendar';
import { Reconciliation } from '@luutru/delivery';
import { type Database, DataKeyRepository, KeyRing, systemClock } from '@luutru/platform';
import { PopulationClient } from '@luutru/population';
import { type ReconcileConfig } from '../cli.config';
import { describeReconciliation, differenceLine } from './sync-words';

export interface ReconcileFlags {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly dryRun: boolean;
  readonly json: boolean;
}

const HOUR_MS = 3_600_000;
/** What is newer may still be on its way. */
const SETTLED_MS = 60_000;
/** Delivered events are kept for 14 days: before that there is nothing of ours to compare with. */
const KEPT_MS = 13 * 24 * HOUR_MS;

/** Compares and repairs a period; throws when differences remain. */
export async function reconcile(database: Database, config: ReconcileConfig, flags: ReconcileFlags): Promise<void> {
  const now = systemClock.now();
  const to = momentOf(flags.to) ?? new Date(now.getTime() - SETTLED_MS);
  const from = momentOf(flags.from) ?? new Date(to.getTime() - 24 * HOUR_MS);
  if (from >= to) throw new Error('--from phải trước --to / --from must be before --to');
  if (now.getTime() - from.getTime() > KEPT_MS)
    throw new Error('Chỉ đối chiếu được 13 ngày gần nhất / Only the last 13 days can be compared');
  const population = new PopulationClient({
    baseUrl: config.POPULATION_URL,
    clientId: config.POPULATION_CLIENT_ID,
    privateKey: config.POPULATION_CLIENT_KEY,
    serverPublicKey: config.POPULATION_SERVER_KEY,
    timeoutMs: config.POPULATION_TIMEOUT_MS,
    maxConnections: 1,
    now: () => systemClock.now(),
  });
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const tell = (line: string): void => void process.stderr.write(`${line}\n`);
  try {
    const reconciliation = new Reconciliation({
      database,
      keyRing: new KeyRing(config.LUUTRU_MASTER_KEYS, new DataKeyRepository(database), systemClock),
      population,
      clock: systemClock,
      actor: { kind: 'system', id: 'cli' },
      report: (difference) => say(flags.json ? JSON.stringify(difference) : differenceLine(difference)),
      reached: (moment) => tell(`Đã đối chiếu đến / compared up to ${toLocalIso(moment)}`),
    });
    const result = await reconciliation.run({ from, to, dryRun: flags.dryRun });
    if (flags.json) say(JSON.stringify({ from, to, dryRun: flags.dryRun, ...result }));
    else describeReconciliation(result).forEach(say);
    if (result.remaining > 0)
      throw new Error(`Còn ${result.remaining} khác biệt / ${result.remaining} differences remain`);
  } finally {
    await population.close();
  }
}

function momentOf(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const moment = parseMoment(text);
  if (!moment.ok) throw new Error(`${text}: không phải thời điểm như / no moment such as 2026-11-23T21:00`);
  return moment.at;
}
