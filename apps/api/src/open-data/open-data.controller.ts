import { createHash } from 'node:crypto';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '@luutru/platform';
import { OpenDataReadModel } from '@luutru/statistics';
import { ProblemResponses } from '../http/problem-responses';
import { Public } from '../http/route-access';
import { PUBLIC_URL } from '../http/session-cookie';
import { OpenMonthResponse } from './open-data.dto';
import { csvOfMonth, presentCatalogue, presentMonth, presentSchema } from './open-data.presenter';

const OPEN = 'open data: monthly figures of closed months in which nobody can be found';
/** A month may get another edition, at most once a day. */
const CACHE = 'public, max-age=3600';
const FILE = /^(\d{4}-\d{2})\.(csv|json)$/;

@ApiTags('Dữ liệu mở / Open data')
@Controller('open-data')
export class OpenDataController {
  constructor(
    private readonly data: OpenDataReadModel,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  @Get()
  @Public(OPEN)
  @ApiOperation({
    operationId: 'getOpenDataCatalogue',
    summary: 'Danh mục dữ liệu mở (DCAT-AP, JSON-LD) / The catalogue of open data',
  })
  @ApiProduces('application/ld+json')
  @ApiOkResponse({ schema: { type: 'object' } })
  async catalogue(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const body = JSON.stringify(presentCatalogue(await this.data.series(), this.publicUrl));
    await answer(request, reply, 'application/ld+json; charset=utf-8', digest(body), () => Promise.resolve(body));
  }

  @Get('lodging-monthly/schema')
  @Public(OPEN)
  @ApiOperation({
    operationId: 'getOpenDataSchema',
    summary: 'Ý nghĩa các cột (CSV on the Web) / What the columns mean',
  })
  @ApiProduces('application/csvm+json')
  @ApiOkResponse({ schema: { type: 'object' } })
  async schema(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const body = JSON.stringify(presentSchema(this.publicUrl));
    await answer(request, reply, 'application/csvm+json; charset=utf-8', digest(body), () => Promise.resolve(body));
  }

  @Get('lodging-monthly/:province/:file')
  @Public(OPEN)
  @ApiOperation({
    operationId: 'getOpenDataMonth',
    summary: 'Số liệu lưu trú của một tháng, CSV hoặc JSON / Figures of lodging of one month, CSV or JSON',
  })
  @ApiParam({ name: 'province', description: 'Mã tỉnh, thành phố / Code of the province', example: '48' })
  @ApiParam({ name: 'file', example: '2026-10.csv' })
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse({ type: OpenMonthResponse })
  @ProblemResponses(404, 503)
  async month(
    @Param('province') province: string,
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [, month, format] = FILE.exec(file) ?? [];
    if (month === undefined) throw new AppError('not-found', 'not-found');
    const found = await this.data.edition(province, month);
    const tag = digest([province, month, format, found.edition.number, found.edition.madeAt.toISOString()].join('|'));
    const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8';
    await answer(request, reply, type, tag, async () => {
      const whole = await this.data.month(found);
      return format === 'csv' ? csvOfMonth(whole) : JSON.stringify(presentMonth(whole));
    });
  }
}

const digest = (text: string): string => `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"`;

/** Whoever has it already is told so, and nothing is made (RFC 9110, 13.1.2). */
async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  tag: string,
  body: () => Promise<string>,
): Promise<void> {
  void reply.header('Cache-Control', CACHE).header('ETag', tag).header('Access-Control-Allow-Origin', '*');
  const known = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (known.includes(tag) || known.includes('*')) return void (await reply.status(304).send());
  await reply.header('Content-Type', type).send(await body());
}
