import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/route-access';
import { ReadinessProbe } from './readiness-probe';

const PUBLIC = 'load balancers and orchestrators ask without credentials';

@ApiExcludeController()
@Controller('health')
export class HealthController {
  private draining = false;

  constructor(private readonly probe: ReadinessProbe) {}

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
    const ready = !this.draining && (await this.probe.canStore());
    if (!ready) void reply.status(503);
    return { status: ready ? 'ok' : 'unavailable' };
  }

  /** From now on not ready, so that no new connections are sent here while the running ones finish. */
  beforeApplicationShutdown(): void {
    this.draining = true;
  }
}
