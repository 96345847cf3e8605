import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@luutru/access';
import { ComplianceNoteReadModel, ComplianceNoteService, type NoteOrder } from '@luutru/compliance';
import { CurrentCaller } from '../http/api-request';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import {
  NoteListQuery,
  NoteListResponse,
  NoteResponse,
  NoteVersionRequest,
  NoteVersionsResponse,
  ReviseNoteRequest,
  WriteNoteRequest,
} from './compliance-note.dto';
import { presentNote } from './compliance.presenter';

@ApiTags('Chấp hành khai báo / Compliance')
@RequirePermission('compliance.note')
@Controller('v1/compliance/notes')
export class ComplianceNoteController {
  constructor(
    private readonly notes: ComplianceNoteService,
    private readonly views: ComplianceNoteReadModel,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'writeNote',
    summary: 'Ghi chú một lần kiểm tra cơ sở / Write a note on a visit',
    description:
      'Khung tiền phạt chỉ được hiển thị bên cạnh số khách; hệ thống không tự quyết định. / The band of the fine is shown beside the number of guests; the system decides nothing.',
  })
  @ApiCreatedResponse({ type: NoteResponse })
  @ProblemResponses(400, 401, 403, 404, 413, 415, 422, 503)
  async write(
    @CurrentCaller() caller: Caller,
    @Body(new StrictShapePipe(WriteNoteRequest)) body: WriteNoteRequest,
  ): Promise<NoteResponse> {
    const { facilityId, share = false, ...note } = withFields(body, ['facilityId']);
    return presentNote(await this.notes.write(caller, facilityId.toLowerCase(), note, share));
  }

  @Get()
  @ApiOperation({ operationId: 'listNotes', summary: 'Ghi chú kiểm tra trong địa bàn / Notes of the area' })
  @ApiOkResponse({ type: NoteListResponse })
  @ProblemResponses(401, 403, 422, 503)
  async list(
    @CurrentCaller() caller: Caller,
    @Query(new StrictShapePipe(NoteListQuery)) { facilityId, limit = 50 }: NoteListQuery,
  ): Promise<NoteListResponse> {
    const filter = { limit, ...(facilityId !== undefined && { facilityId: facilityId.toLowerCase() }) };
    return { notes: (await this.views.list(caller, filter)).map(presentNote) };
  }

  @Get(':noteId')
  @ApiOperation({ operationId: 'getNote', summary: 'Mọi phiên bản của một ghi chú / Every version of a note' })
  @ApiOkResponse({ type: NoteVersionsResponse })
  @ProblemResponses(401, 403, 404, 503)
  async versions(
    @CurrentCaller() caller: Caller,
    @Param('noteId', IdParam) noteId: string,
  ): Promise<NoteVersionsResponse> {
    return { versions: (await this.views.versions(caller, noteId)).map(presentNote) };
  }

  @Post(':noteId/revise')
  @HttpCode(200)
  @ApiOperation({ operationId: 'reviseNote', summary: 'Viết lại; bản cũ được giữ / Write anew; the old one is kept' })
  @ApiOkResponse({ type: NoteResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 413, 415, 422, 503)
  revise(
    @CurrentCaller() caller: Caller,
    @Param('noteId', IdParam) noteId: string,
    @Body(new StrictShapePipe(ReviseNoteRequest)) body: ReviseNoteRequest,
  ): Promise<NoteResponse> {
    const { version, ...note } = withFields(body, ['version']);
    return this.act(caller, noteId, { action: 'revise', version, note });
  }

  @Post(':noteId/share')
  @HttpCode(200)
  @ApiOperation({ operationId: 'shareNote', summary: 'Cho cơ sở xem / Show it to the facility' })
  @ApiOkResponse({ type: NoteResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 415, 422, 503)
  share(
    @CurrentCaller() caller: Caller,
    @Param('noteId', IdParam) noteId: string,
    @Body(new StrictShapePipe(NoteVersionRequest)) body: NoteVersionRequest,
  ): Promise<NoteResponse> {
    const { version } = withFields(body, ['version']);
    return this.act(caller, noteId, { action: 'share', version });
  }

  @Post(':noteId/withdraw')
  @HttpCode(200)
  @ApiOperation({ operationId: 'withdrawNote', summary: 'Rút lại; vẫn được lưu / Withdraw; it is kept' })
  @ApiOkResponse({ type: NoteResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 415, 422, 503)
  withdraw(
    @CurrentCaller() caller: Caller,
    @Param('noteId', IdParam) noteId: string,
    @Body(new StrictShapePipe(NoteVersionRequest)) body: NoteVersionRequest,
  ): Promise<NoteResponse> {
    const { version } = withFields(body, ['version']);
    return this.act(caller, noteId, { action: 'withdraw', version });
  }

  private async act(caller: Caller, noteId: string, order: NoteOrder): Promise<NoteResponse> {
    return presentNote(await this.notes.act(caller, noteId, order));
  }
}
