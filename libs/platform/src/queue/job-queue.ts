import { Queue, Worker, type Job } from 'bullmq';
import { createPostgresBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { AppError } from '../errors/app-error';
import type { Logger } from '../log/logger';

/** Where jobs wait. PostgreSQL serves where no Redis can be had, such as a demo on a bare machine. */
export type QueueConnection =
  | { readonly kind: 'redis'; readonly url: string; readonly prefix?: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** A job to add. `id` makes adding twice harmless; it holds no ':' and is no integer (BullMQ reserves both). */
export interface NewJob<P> {
  readonly id: string;
  readonly name: string;
  readonly payload: P;
}

const ADD_TIMEOUT_MS = 2_000;
const RECONNECT_MAX_MS = 1_000;
const CONNECT_TIMEOUT_MS = 3_000;
/** Waiting for a job is a command that Redis answers within a few seconds, with or without one. */
const WAIT_TIMEOUT_MS = 15_000;

/** The adding side of a queue. It never waits for a lost Redis: adding fails soon and the caller keeps its record. */
export class JobQueue<P extends object> {
  private queue?: Queue;
  private readonly redis?: Redis;

  constructor(name: string, connection: QueueConnection, logger: Logger) {
    const onError = (err: Error): void => logger.debug({ err, queue: name }, 'queue connection');
    const use = (queue: Queue): void => {
      queue.on('error', onError);
      this.queue = queue;
    };
    if (connection.kind === 'redis') {
      this.redis = new Redis(connection.url, {
        enableOfflineQueue: false,
        connectTimeout: CONNECT_TIMEOUT_MS,
        commandTimeout: ADD_TIMEOUT_MS,
        maxRetriesPerRequest: 1,
        retryStrategy: (times) => Math.min(times * 50, RECONNECT_MAX_MS),
      });
      this.redis.on('error', onError);
      // Without an offline queue BullMQ can start only on a connection that is up; afterwards it follows reconnects.
      const { redis } = this;
      redis.once('ready', () =>
        use(new Queue(name, { connection: redis, prefix: connection.prefix, skipWaitingForReady: true })),
      );
    } else {
      const Bound = withBackend(createPostgresBackend);
      use(
        new Bound.Queue(name, { connection: { connectionString: connection.url, migrate: true } }) as unknown as Queue,
      );
    }
  }

  /** Adds jobs; throws `queue-unavailable` when the queue does not answer in time, whether or not it took them. */
  async addAll(jobs: readonly NewJob<P>[]): Promise<void> {
    await this.answered((queue) =>
      queue.addBulk(
        jobs.map(({ id, name, payload }) => ({
          name,
          data: payload,
          opts: { jobId: id, removeOnComplete: true, removeOnFail: true },
        })),
      ),
    );
  }

  /** Jobs that wait for a worker. Throws `queue-unavailable`. */
  async waiting(): Promise<number> {
    return this.answered((queue) => queue.getWaitingCount());
  }

  async close(): Promise<void> {
    await this.queue?.close().catch(() => undefined);
    this.redis?.disconnect();
  }

  private async answered<T>(ask: (queue: Queue) => Promise<T>): Promise<T> {
    if (!this.queue) throw new AppError('queue-unavailable', 'unavailable');
    const asked = ask(this.queue);
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('The queue did not answer in time')), ADD_TIMEOUT_MS);
    });
    try {
      return await Promise.race([asked, tooLate]);
    } catch (cause) {
      asked.catch(() => undefined);
      throw new AppError('queue-unavailable', 'unavailable', {}, [], { cause });
    } finally {
      clearTimeout(timer);
    }
  }
}

/** What a job of one name does. A throw is logged and ends the job: what must not be lost lives in PostgreSQL. */
export type JobHandler<P> = (payload: P) => Promise<void>;

/** The taking side of a queue. */
export class JobWorker<P extends object> {
  private readonly worker: Worker;
  private readonly redis?: Redis;

  constructor(
    name: string,
    connection: QueueConnection,
    options: {
      readonly concurrency: number;
      readonly handlers: ReadonlyMap<string, JobHandler<P>>;
      readonly logger: Logger;
    },
  ) {
    const { logger, handlers, concurrency } = options;
    const process = async (job: Job): Promise<void> => {
      const handle = handlers.get(job.name);
      if (!handle) throw new AppError('job-name-unknown', 'invalid', { name: job.name });
      await handle(job.data as P);
    };
    const settings = { concurrency, lockDuration: 5_000, stalledInterval: 2_500, maxStalledCount: 5 };
    if (connection.kind === 'redis') {
      this.redis = new Redis(connection.url, {
        maxRetriesPerRequest: null,
        connectTimeout: CONNECT_TIMEOUT_MS,
        commandTimeout: WAIT_TIMEOUT_MS,
        keepAlive: WAIT_TIMEOUT_MS,
        retryStrategy: (times) => Math.min(times * 50, RECONNECT_MAX_MS),
      });
      this.redis.on('error', (err) => logger.debug({ err, queue: name }, 'queue connection'));
      this.worker = new Worker(name, process, { ...settings, connection: this.redis, prefix: connection.prefix });
    } else {
      const Bound = withBackend(createPostgresBackend);
      const bound = new Bound.Worker(name, process, {
        ...settings,
        connection: { connectionString: connection.url, migrate: true },
      });
      this.worker = bound as unknown as Worker;
    }
    this.worker.on('error', (err) => logger.debug({ err, queue: name }, 'queue worker'));
    this.worker.on('failed', (job, err) => logger.error({ err, queue: name, job: job?.id }, 'job failed'));
  }

  /** Takes no new jobs and waits for the running ones. */
  async close(): Promise<void> {
    await this.worker.close().catch(() => undefined);
    this.redis?.disconnect();
  }
}
