import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { DeliverStayEvent } from '@luutru/delivery';
import { Database, JobQueue, NO_FACILITY } from '@luutru/platform';

/** For orchestrators only: the port carries nothing else. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue<DeliverStayEvent>,
  ) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Record<string, boolean>> {
    const database = await answers(this.database.run(NO_FACILITY, { name: 'health', text: 'SELECT 1', values: [] }));
    const queue = await answers(this.queue.waiting());
    if (!database || !queue) void reply.status(503);
    return { database, queue };
  }
}

const answers = (asked: Promise<unknown>): Promise<boolean> =>
  asked.then(
    () => true,
    () => false,
  );
