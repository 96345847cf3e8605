import { Controller, Get, HttpCode, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { addDays, localDate } from '@luutru/calendar';
import { CLOCK, type Clock, Database, NO_FACILITY } from '@luutru/platform';
import { Public } from '../http/route-access';

const PUBLIC = 'load balancers and orchestrators ask without credentials';

@ApiExcludeController()
@Controller('health')
export class HealthController {
  private draining = false;

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The process runs. */
  @Get('live')
  @Public(PUBLIC)
  @HttpCode(200)
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** Declarations can be taken: the database answers and has the partitions of today and the coming week. */
  @Get('ready')
  @Public(PUBLIC)
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string }> {
    const ready = !this.draining && (await this.canStore());
    if (!ready) void reply.status(503);
    return { status: ready ? 'ok' : 'unavailable' };
  }

  /** From now on not ready, so that no new connections are sent here while the running ones finish. */
  beforeApplicationShutdown(): void {
    this.draining = true;
  }

  private async canStore(): Promise<boolean> {
    const today = localDate(this.clock.now());
    const partitions = [today, addDays(today, 7)].map((day) => `stay_${day.slice(0, 7).replace('-', '_')}`);
    try {
      const [result] = await this.database.run<{ missing: boolean }>(NO_FACILITY, {
        name: 'health_ready',
        text: `SELECT bool_or(to_regclass('public.' || p) IS NULL) AS missing FROM unnest($1::text[]) AS p`,
        values: [partitions],
      });
      return result?.rows[0]?.missing === false;
    } catch {
      return false;
    }
  }
}
