import { startPostgres, startRedis } from '@luutru/local-services';
import { DemoError } from './say';
import { type RunningService, SupervisedService } from './supervised-service';

const POSTGRES_PORT = 54_329;
const REDIS_PORT = 63_799;

type Log = (line: string) => void;
type GiveUp = (error: DemoError) => void;

interface Server {
  /** Null when there is none. */
  readonly url: string | null;
  readonly service: SupervisedService;
}

/** Our own PostgreSQL. Started again after a crash on the same port, because its users know it by that. */
export async function superviseRunningPostgres(
  dataDir: string,
  password: string,
  log: Log,
  giveUp: GiveUp,
): Promise<Server> {
  let known: { port: number; url: string } | null = null;
  const service = new SupervisedService(
    'postgres',
    async () => {
      const postgres = await startPostgres({
        dataDir,
        password,
        durable: true,
        port: known?.port ?? POSTGRES_PORT,
        log,
      });
      if (known && known.port !== postgres.port) {
        await postgres.stop();
        throw portTaken('PostgreSQL', known.port);
      }
      known = { port: postgres.port, url: postgres.url };
      return postgres;
    },
    giveUp,
  );
  await service.start();
  return { url: (known as { url: string } | null)?.url ?? null, service };
}

/** Redis, ours or that of REDIS_URL; `url` is null when there is none to be had. */
export async function superviseRunningRedis(log: Log, giveUp: GiveUp): Promise<Server> {
  let known: string | null = null;
  const service = new SupervisedService(
    'redis',
    async (): Promise<RunningService> => {
      const port = known ? Number(new URL(known).port) : REDIS_PORT;
      const redis = await startRedis({ port, install: known === null, log });
      if (redis.kind === 'none') {
        if (known) throw new Error(redis.reason);
        log(redis.reason);
        return absent;
      }
      if (known && known !== redis.url) {
        await redis.stop();
        throw portTaken('Redis', port);
      }
      known = redis.url;
      return {
        exited: redis.exited,
        get lastLines() {
          return redis.lastLines;
        },
        stop: () => redis.stop(),
        kill: () => void redis.kill(),
      };
    },
    giveUp,
  );
  await service.start();
  return { url: known, service };
}

const absent: RunningService = {
  exited: new Promise(() => undefined),
  lastLines: '',
  stop: async () => undefined,
  kill: () => undefined,
};

const portTaken = (what: string, port: number): DemoError =>
  new DemoError(
    `Cổng ${port} của ${what} đã bị chương trình khác chiếm`,
    `Port ${port} of ${what} was taken by another program`,
  );
