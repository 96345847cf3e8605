import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Database, NO_FACILITY } from '@luutru/platform';

/** For orchestrators only: the port carries nothing else. */
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Record<string, boolean>> {
    const database = await this.database.run(NO_FACILITY, { name: 'health', text: 'SELECT 1', values: [] }).then(
      () => true,
      () => false,
    );
    if (!database) void reply.status(503);
    return { database };
  }
}
