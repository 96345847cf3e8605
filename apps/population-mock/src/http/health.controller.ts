import { Controller, Get } from '@nestjs/common';
import { Database } from '../database/database';
import { Failure } from './failure';

/** Open to anyone. Tells of the process, not of the service it plays: the switch `down` does not change it. */
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(): Promise<{ status: string }> {
    await this.database.query({ text: 'SELECT 1' }).catch(() => {
      throw new Failure(503, 'DOWN', 'the database does not answer');
    });
    return { status: 'ok' };
  }
}
