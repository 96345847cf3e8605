import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { DataKeyRotation, IndexRotation, Retention, type RotationOptions } from '@luutru/key-rotation';
import {
  AppError,
  BlindIndex,
  type Database,
  DataKeyRepository,
  KeyRing,
  openDatabase,
  SIGNING_USES,
  SigningKeyRepository,
  type SigningUse,
  systemClock,
} from '@luutru/platform';
import { type KeysConfig, readKeysConfig } from './cli.config';

const USAGE = `keys status
keys rotate master                          the new master key first in LUUTRU_MASTER_KEYS, the old one behind it
keys rotate data --scope month:2026-11      or --scope standing
keys rotate index                           the new index key first in LUUTRU_INDEX_KEYS of every process; under the key
                                            in use it makes the search keys that older stays lack
keys rotate signing --use receipt|seal      prints a new key; the programs publish it when they start with it
keys destroy --key N                        a retired data key that nothing needs any more
keys destroy --month YYYY-MM                the end of a month's retention: its stays and its keys
`;

interface Flags {
  readonly scope?: string;
  readonly use?: string;
  readonly key?: string;
  readonly month?: string;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Rotation and destruction of keys. */
export async function keysCommand(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const option = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { scope: option, use: option, key: option, month: option },
  });
  const config = readKeysConfig(env);
  const { database, close } = await openDatabase({
    url: config.MIGRATOR_DATABASE_URL,
    role: 'luutru_keeper',
    poolSize: 2,
    applicationName: 'luutru-keys',
    entities: [],
  });
  try {
    await run(positionals.join(' '), values, database, config);
  } catch (error) {
    if (error instanceof AppError) throw new Error(`${error.code} ${JSON.stringify(error.params)}`);
    throw error;
  } finally {
    await close();
  }
}

async function run(command: string, flags: Flags, database: Database, config: KeysConfig): Promise<void> {
  const keyRing = new KeyRing(config.LUUTRU_MASTER_KEYS, new DataKeyRepository(database));
  const options: RotationOptions = { database, keyRing, clock: systemClock, report: say };
  const keys = new DataKeyRotation(options);
  const master = config.LUUTRU_MASTER_KEYS.active.id;
  switch (command) {
    case 'status':
      return status(keys);
    case 'rotate master':
      say(`${await keys.rotateMaster(master)} data keys wrapped with master key ${master}; older ones may go.`);
      return;
    case 'rotate data':
      say(`${await keys.rotateData(needed(flags.scope))} values sealed again. Run "keys status" in two minutes.`);
      return;
    case 'rotate index': {
      const indexKeyId = config.LUUTRU_INDEX_KEYS.active.id;
      const index = new BlindIndex(config.LUUTRU_INDEX_KEYS);
      const { stays, others } = await new IndexRotation({ ...options, index, indexKeyId }).run();
      say(`${stays} stays and ${others} other records fingerprinted with index key ${indexKeyId}.`);
      return;
    }
    case 'rotate signing':
      return newSigningKey(database, needed(flags.use));
    case 'destroy':
      return destroy(keys, new Retention(options), flags);
    default:
      throw new Error(USAGE);
  }
}

async function status(keys: DataKeyRotation): Promise<void> {
  for (const { keyId, scope, state, masterKeyId } of await keys.list()) {
    const left = state === 'retired' ? `, ${await keys.uses(keyId)} values left` : '';
    say(`${scope}  key ${keyId}  ${state}  master ${masterKeyId}${left}`);
  }
}

async function destroy(keys: DataKeyRotation, retention: Retention, { key, month }: Flags): Promise<void> {
  if (month !== undefined) {
    const ended = await retention.end(month);
    say(`${month}: ${ended.rows} rows and the month's stays deleted, ${ended.keys} keys destroyed.`);
    return;
  }
  if (!/^\d+$/.test(needed(key))) throw new Error(USAGE);
  await keys.destroy(Number(key));
  say(`Key ${key} destroyed.`);
}

/** Old public keys stay published for ever: what they signed stays verifiable. */
async function newSigningKey(database: Database, use: string): Promise<void> {
  if (!(SIGNING_USES as readonly string[]).includes(use)) throw new Error(USAGE);
  const published = await new SigningKeyRepository(database).list(use as SigningUse);
  const next = 1 + Math.max(0, ...published.map(({ kid }) => Number(kid.split('-')[1])));
  say(`LUUTRU_${use.toUpperCase()}_KEY=${next}:${randomBytes(32).toString('base64')}`);
}

function needed(value: string | undefined): string {
  if (value === undefined) throw new Error(USAGE);
  return value;
}
