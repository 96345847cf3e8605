import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import { NOTICE_KINDS, PoliceNotices } from '@luutru/declaration';
import { CurrentCaller } from '../http/api-request';
import { ChoiceField, NumberQuery } from '../http/fields';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';

class NoticeQuery {
  @ChoiceField({ description: 'Mặc định chỉ các thông báo chưa xem / Default unseen', choices: ['unseen', 'all'] })
  show?: 'unseen' | 'all';

  @NumberQuery({ description: 'Số dòng / How many', min: 1, max: 200 })
  limit?: number;
}

class NoticeResponse {
  @ApiProperty({ format: 'uuid' })
  noticeId: string;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description:
      'Xem người này bằng POST /v1/police/inspections, có lý do; trống khi là về cơ sở / Look at the person for a stated purpose; null when it is about the facility',
  })
  stayId: string | null;

  @ApiProperty({ format: 'uuid' })
  facilityId: string;

  @ApiProperty()
  facilityName: string;

  @ApiProperty({ enum: NOTICE_KINDS })
  kind: string;

  @ApiProperty()
  at: string;

  @ApiProperty({ type: String, nullable: true })
  seenAt: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Cơ sở đã khai báo trở lại lúc nào / When the facility declared again',
  })
  endedAt: string | null;
}

class NoticesResponse {
  @ApiProperty({ type: [NoticeResponse] })
  notices: NoticeResponse[];
}

@ApiTags('Công an / Police')
@RequirePermission('stay.inspect')
@Controller('v1/police/notices')
export class NoticeController {
  constructor(private readonly notices: PoliceNotices) {}

  @Get()
  @ApiOperation({
    operationId: 'listNotices',
    summary:
      'Người không có giấy tờ và cơ sở ngừng khai báo trong địa bàn / People without papers and silent facilities of the area',
  })
  @ApiOkResponse({ type: NoticesResponse })
  @ProblemResponses(401, 403, 422, 503)
  async list(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(NoticeQuery)) { show = 'unseen', limit = 50 }: NoticeQuery,
  ): Promise<NoticesResponse> {
    const found = await this.notices.list(caller, { unseenOnly: show === 'unseen', limit });
    return {
      notices: found.map(({ at, seenAt, endedAt, ...notice }) => ({
        ...notice,
        at: toLocalIso(at),
        seenAt: seenAt && toLocalIso(seenAt),
        endedAt: endedAt && toLocalIso(endedAt),
      })),
    };
  }

  /** The id of a notice; of one about a stay it is the stay's. */
  @Post(':stayId/seen')
  @HttpCode(204)
  @ApiOperation({ operationId: 'seeNotice', summary: 'Đánh dấu đã xem / Mark as seen' })
  @ApiNoContentResponse()
  @ProblemResponses(401, 403, 404, 503)
  async seen(@CurrentCaller() caller: Caller, @Param('stayId', IdParam) stayId: string): Promise<void> {
    await this.notices.see(caller, stayId);
  }
}
