import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { DeliverStayEvent } from '@luutru/delivery';
import { Database, JobQueue, Metrics, METRICS_CONTENT_TYPE, NO_FACILITY } from '@luutru/platform';

/** For orchestrators and Prometheus only: the port carries nothing else. */
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue<DeliverStayEvent>,
    private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('health/ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Record<string, boolean>> {
    const database = await answers(this.database.run(NO_FACILITY, { name: 'health', text: 'SELECT 1', values: [] }));
    const queue = await answers(this.queue.waiting());
    if (!database || !queue) void reply.status(503);
    return { database, queue };
  }

  @Get('metrics')
  async show(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.type(METRICS_CONTENT_TYPE);
    return this.metrics.text();
  }
}

const answers = (asked: Promise<unknown>): Promise<boolean> =>
  asked.then(
    () => true,
    () => false,
  );
