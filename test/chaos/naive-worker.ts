import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DeliverableRepository, DeliveryModule, OutboxRepository } from '@luutru/delivery';
import { createLogger, Database, FrameworkLogger, KeyRing, NO_FACILITY, stopOnSignal } from '@luutru/platform';
import { workerOptions } from '../../apps/worker/src/worker-options';
import { readWorkerConfig } from '../../apps/worker/src/worker.config';
import { WorkerModule } from '../../apps/worker/src/worker.module';

/**
 * The negative control: a relay as it is often written, which marks an event done once it is in the queue. Whatever the queue
 * then loses is lost. The judge must find it guilty, or the judge is worth nothing.
 */
class NaiveOutbox extends OutboxRepository {
  constructor(private readonly db: Database) {
    super(db);
  }

  override async claim(...given: Parameters<OutboxRepository['claim']>): ReturnType<OutboxRepository['claim']> {
    const jobs = await super.claim(...given);
    await mark(
      this.db,
      jobs.map(({ outboxId }) => outboxId),
      'done',
    );
    return jobs;
  }
}

/** Reads an event that is marked already; it is open for that moment only. */
class NaiveDeliverables extends DeliverableRepository {
  constructor(
    private readonly db: Database,
    outbox: OutboxRepository,
    keyRing: KeyRing,
  ) {
    super(db, outbox, keyRing);
  }

  override async lease(
    ...given: Parameters<DeliverableRepository['lease']>
  ): ReturnType<DeliverableRepository['lease']> {
    const [{ outboxId }] = given;
    await mark(this.db, [outboxId], 'pending');
    const found = await super.lease(...given);
    await mark(this.db, [outboxId], 'done');
    return found;
  }
}

async function mark(database: Database, outboxIds: readonly string[], state: 'pending' | 'done'): Promise<void> {
  await database.run(NO_FACILITY, {
    name: `naive_${state}`,
    text: 'UPDATE outbox SET state = $2, finished_at = now() WHERE outbox_id = ANY($1)',
    values: [outboxIds, state],
  });
}

async function main(): Promise<void> {
  const config = readWorkerConfig(process.env);
  const logger = createLogger('worker', config.LOG_LEVEL);
  const module = WorkerModule.forRoot(workerOptions(config, logger));
  for (const imported of module.imports ?? []) {
    if (!('module' in imported) || imported.module !== DeliveryModule) continue;
    imported.providers = (imported.providers ?? []).map((provider) => {
      if (provider === OutboxRepository)
        return { provide: OutboxRepository, useFactory: (db: Database) => new NaiveOutbox(db), inject: [Database] };
      if (provider === DeliverableRepository)
        return {
          provide: DeliverableRepository,
          useFactory: (db: Database, outbox: OutboxRepository, keys: KeyRing) =>
            new NaiveDeliverables(db, outbox, keys),
          inject: [Database, OutboxRepository, KeyRing],
        };
      return provider;
    });
  }
  const app = await NestFactory.create(module, new FastifyAdapter(), {
    logger: new FrameworkLogger(logger),
    abortOnError: false,
  });
  stopOnSignal(app, logger);
  await app.listen(config.HEALTH_PORT, config.HOST);
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
