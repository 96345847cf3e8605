import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import { GuestDeskService } from '@luutru/guest-entry';
import { CurrentCaller } from '../http/api-request';
import { CodeParam } from '../http/code.param';
import { FacilityChoice } from '../http/facility-choice';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import {
  OpenedEntryResponse,
  RefuseGuestsRequest,
  WaitingCountResponse,
  WaitingEntriesResponse,
} from './guest-entry.dto';

/** What the desk does with what guests entered; confirming is declaring them, with the id of the entry (declareGroup). */
@ApiTags('Khách tự khai / Guest entries')
@Controller('v1/facilities/:facility/guest-entries')
export class GuestEntryController {
  constructor(
    private readonly desk: GuestDeskService,
    private readonly facilities: FacilityChoice,
  ) {}

  @Get()
  @RequirePermission('stay.declare')
  @ApiOperation({ operationId: 'listGuestEntries', summary: 'Khách tự khai đang chờ / Entries that wait' })
  @ApiOkResponse({ type: WaitingEntriesResponse })
  @ProblemResponses(401, 403, 404, 503)
  async list(
    @CurrentCaller() caller: Caller,
    @Param('facility', CodeParam) facility: string,
  ): Promise<WaitingEntriesResponse> {
    const entries = await this.desk.list(caller, await this.resolve(caller, facility));
    return {
      entries: entries.map(({ enteredAt, expiresAt, openedAt, ...entry }) => ({
        ...entry,
        enteredAt: toLocalIso(enteredAt),
        expiresAt: toLocalIso(expiresAt),
        openedAt: openedAt && toLocalIso(openedAt),
      })),
    };
  }

  @Get('count')
  @RequirePermission('stay.declare')
  @ApiOperation({ operationId: 'countGuestEntries', summary: 'Bao nhiêu bản tự khai đang chờ / How many wait' })
  @ApiOkResponse({ type: WaitingCountResponse })
  @ProblemResponses(401, 403, 404, 503)
  async count(
    @CurrentCaller() caller: Caller,
    @Param('facility', CodeParam) facility: string,
  ): Promise<WaitingCountResponse> {
    const { waiting, latestAt } = await this.desk.count(await this.resolve(caller, facility));
    return { waiting, latestAt: latestAt && toLocalIso(latestAt) };
  }

  @Post(':entryId/open')
  @HttpCode(200)
  @RequirePermission('stay.declare')
  @ApiOperation({
    operationId: 'openGuestEntry',
    summary: 'Mở để đối chiếu giấy tờ / Open, to compare it with the papers',
    description: 'Ghi vào nhật ký như khi xem một lưu trú. / An entry of the audit trail, as reading a stay is.',
  })
  @ApiOkResponse({ type: OpenedEntryResponse })
  @ProblemResponses(401, 403, 404, 409, 503)
  async open(
    @CurrentCaller() caller: Caller,
    @Param('facility', CodeParam) facility: string,
    @Param('entryId', IdParam) entryId: string,
  ): Promise<OpenedEntryResponse> {
    const opened = await this.desk.open(caller, await this.resolve(caller, facility), entryId);
    return {
      ...opened,
      persons: opened.persons.map((person) => ({ ...person })),
      enteredAt: toLocalIso(opened.enteredAt),
      expiresAt: toLocalIso(opened.expiresAt),
      openedByOtherAt: opened.openedByOtherAt && toLocalIso(opened.openedByOtherAt),
    };
  }

  @Post(':entryId/refuse')
  @HttpCode(204)
  @RequirePermission('stay.declare')
  @ApiOperation({ operationId: 'refuseGuestEntry', summary: 'Trả lại bản tự khai / Send an entry back' })
  @ApiNoContentResponse()
  @ProblemResponses(400, 401, 403, 404, 409, 415, 422, 503)
  async refuse(
    @CurrentCaller() caller: Caller,
    @Param('facility', CodeParam) facility: string,
    @Param('entryId', IdParam) entryId: string,
    @Body(new StrictShapePipe(RefuseGuestsRequest)) body: RefuseGuestsRequest,
  ): Promise<void> {
    const { reason } = withFields(body, ['reason']);
    await this.desk.refuse(caller, await this.resolve(caller, facility), entryId, reason);
  }

  private resolve(caller: Caller, facility: string): Promise<string> {
    return this.facilities.resolve(caller, 'stay.declare', facility);
  }
}
