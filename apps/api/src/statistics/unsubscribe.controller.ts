import { Controller, Get, Header, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiConsumes, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { UnsubscribeService } from '@luutru/report-subscription';
import { TextField } from '../http/fields';
import { plainPage } from '../http/plain-page';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { Public } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';

/** Takes forms: mail programs that unsubscribe for their user send one (RFC 8058). */
export const UNSUBSCRIBE_ROUTE = '/v1/statistics/subscriptions/unsubscribe';

class TokenQuery {
  @TextField({ description: 'Từ liên kết trong thư / From the link of the mail', max: 120, required: true })
  token?: string;
}

const page = (vi: string, en: string, rest: string): string => plainPage('Báo cáo định kỳ', { vi, en, rest });
const BUTTON = '<form method="post"><button>Ngừng nhận · <span lang="en">Unsubscribe</span></button></form>';

/** The link in mails. Opening it changes nothing, as mail programs open links by themselves; the button and RFC 8058 do. */
@ApiTags('Thống kê / Statistics')
@Controller(UNSUBSCRIBE_ROUTE.slice(1))
export class UnsubscribeController {
  constructor(private readonly subscriptions: UnsubscribeService) {}

  @Get()
  @Public('the link of a mail: its signature says which subscription it ends; a page with a button')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Referrer-Policy', 'no-referrer')
  @ApiOperation({ operationId: 'unsubscribePage', summary: 'Trang ngừng nhận / The page to unsubscribe' })
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ProblemResponses(422)
  ask(@Query(new StrictShapePipe(TokenQuery)) query: TokenQuery): string {
    withFields(query, ['token']);
    return page('Bạn muốn ngừng nhận báo cáo này?', 'Stop this report?', BUTTON);
  }

  @Post()
  @HttpCode(200)
  @Public('the link of a mail: its signature says which subscription it ends')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @ApiOperation({
    operationId: 'unsubscribeByLink',
    summary: 'Ngừng nhận theo liên kết trong thư / Unsubscribe by the link of a mail',
  })
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ProblemResponses(404, 422, 503)
  async end(
    @Query(new StrictShapePipe(TokenQuery)) query: TokenQuery,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    await this.subscriptions.unsubscribe(withFields(query, ['token']).token, request.id);
    return page(
      'Đã ngừng. Bạn có thể mở lại trong mục báo cáo định kỳ.',
      'Stopped. You can resume it in the console.',
      '',
    );
  }
}
