import { parseArgs } from 'node:util';
import { DELIVERY_TOPICS, DeliveryAdmin, DeliveryReadModel, POPULATION_TOPIC } from '@luutru/delivery';
import { AppError, type Database, NO_FACILITY, openDatabase, systemClock } from '@luutru/platform';
import { readReconcileConfig, readSyncConfig } from '../cli.config';
import { reconcile } from './reconcile';
import { describeStatus } from './sync-words';

const USAGE = `sync status [--json]
sync replay (--all | --event ID | --stay ID | --facility CODE | --code CODE) [--topic kbtt]
sync pause --reason TEXT [--topic kbtt]
sync resume --reason TEXT [--topic kbtt]
sync reconcile [--from MOMENT] [--to MOMENT] [--dry-run] [--json]     the last day, up to a minute ago, unless given
`;
const BY = { actor: { kind: 'system', id: 'cli' }, requestId: null } as const;
const LETTERS_SHOWN = 20;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Looking at the delivery to the population database and steering it; runs as the worker does. */
export async function syncCommand(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const { values, positionals } = parse(args);
  const config = readSyncConfig(env);
  const [command = '', ...rest] = positionals;
  if (rest.length > 0) throw new Error(USAGE);
  const { database, close } = await openDatabase({
    url: config.DATABASE_URL,
    poolSize: 2,
    applicationName: 'luutru-sync',
    entities: [],
  });
  try {
    if (command === 'reconcile') {
      const { from, to, json = false, 'dry-run': dryRun = false } = values;
      await reconcile(database, readReconcileConfig(env), { from, to, json, dryRun });
    } else {
      await steer(command, values, database);
    }
  } catch (error) {
    if (error instanceof AppError) throw new Error(`${error.code} ${JSON.stringify(error.params)}`);
    throw error;
  } finally {
    await close();
  }
}

type Flags = ReturnType<typeof parse>['values'];

async function steer(command: string, flags: Flags, database: Database): Promise<void> {
  const topic = flags.topic ?? POPULATION_TOPIC;
  if (!(DELIVERY_TOPICS as readonly string[]).includes(topic)) throw new Error(USAGE);
  const admin = new DeliveryAdmin(database, systemClock);
  switch (command) {
    case 'status':
      return status(new DeliveryReadModel(database, systemClock), flags.json ?? false);
    case 'replay': {
      const { event: outboxId, stay: stayId, facility, code, all = false } = flags;
      const narrowed = [outboxId, stayId, facility, code].some((value) => value !== undefined);
      if (all === narrowed || [outboxId, stayId].some((id) => id !== undefined && !UUID.test(id)))
        throw new Error(USAGE);
      const facilityId = facility === undefined ? undefined : await facilityIdOf(database, facility);
      const { events, stays } = await admin.replay(BY, { topic, outboxId, stayId, facilityId, code });
      say(
        `${events} sự kiện của ${stays} lưu trú được gửi lại / ${events} events of ${stays} stays will be sent again`,
      );
      return;
    }
    case 'pause':
      say(
        (await admin.pause(BY, topic, needed(flags.reason)))
          ? `${topic}: đã tạm dừng; khai báo vẫn được nhận / paused; declarations are accepted as before`
          : `${topic}: đã tạm dừng từ trước / was paused already`,
      );
      return;
    case 'resume':
      say(
        (await admin.resume(BY, topic, needed(flags.reason)))
          ? `${topic}: gửi tiếp / goes on`
          : `${topic}: không bị tạm dừng / was not paused`,
      );
      return;
    default:
      throw new Error(USAGE);
  }
}

async function status(delivery: DeliveryReadModel, json: boolean): Promise<void> {
  const found = await delivery.status(DELIVERY_TOPICS);
  const pages = await Promise.all(
    DELIVERY_TOPICS.map((topic) => delivery.deadLetters({ topic, limit: LETTERS_SHOWN })),
  );
  const letters = pages.flatMap((page) => page.letters);
  if (json) say(JSON.stringify({ ...found, letters }));
  else describeStatus(found, letters).forEach(say);
}

async function facilityIdOf(database: Database, code: string): Promise<string> {
  const [found] = await database.run<{ id: string }>(NO_FACILITY, {
    name: 'sync_facility',
    text: 'SELECT facility_id AS id FROM facility WHERE code = $1',
    values: [code],
  });
  const [facility] = found?.rows ?? [];
  if (!facility) throw new Error(`Không có cơ sở ${code} / There is no facility ${code}`);
  return facility.id;
}

function needed(reason: string | undefined): string {
  if (reason === undefined || reason.trim() === '') throw new Error(USAGE);
  return reason.trim();
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      topic: text,
      event: text,
      stay: text,
      facility: text,
      code: text,
      all: flag,
      reason: text,
      from: text,
      to: text,
      'dry-run': flag,
      json: flag,
    },
  });
}
