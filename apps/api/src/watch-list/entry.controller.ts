import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '@luutru/access';
import { AppError, type Issue } from '@luutru/platform';
import { type EntryChange, EntryImport, EntryService, MOST_BYTES, writeEntryTemplate } from '@luutru/watch-list';
import { sendFile } from '../batch/batch-stream.controller';
import { FILE_TYPES } from '../batch/file-body';
import { CurrentCaller } from '../http/api-request';
import { IdParam } from '../http/id.param';
import { ProblemResponses } from '../http/problem-responses';
import { withFields } from '../http/required';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import {
  EntriesResponse,
  EntryDetailResponse,
  EntryListQuery,
  ImportQuery,
  ImportResponse,
  ProposeEntriesRequest,
  TemplateLanguageQuery,
} from './entry.dto';
import { ProposedResponse } from './list.dto';
import { WatchListPresenter } from './watch-list.presenter';

@ApiTags('Danh sách theo dõi / Watch-lists')
@RequirePermission('watch-list.manage')
@Controller('v1/watch-lists')
export class WatchListEntryController {
  constructor(
    private readonly entries: EntryService,
    private readonly imports: EntryImport,
    private readonly presenter: WatchListPresenter,
  ) {}

  @Get('entry-template')
  @ApiOperation({
    operationId: 'getWatchListTemplate',
    summary: 'Tệp Excel mẫu để nhập mục / An empty form for entries',
  })
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ProblemResponses(401, 403, 422, 503)
  async template(
    @Query(new StrictShapePipe(TemplateLanguageQuery)) { language = 'vi' }: TemplateLanguageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, writeEntryTemplate(language), 'mau-danh-sach', 'xlsx');
  }

  @Get(':listId/entries')
  @ApiOperation({ operationId: 'listWatchListEntries', summary: 'Các mục của danh sách / The entries of a list' })
  @ApiOkResponse({ type: EntriesResponse })
  @ProblemResponses(401, 403, 404, 422, 503)
  async list(
    @CurrentCaller() caller: Caller,
    @Param('listId', IdParam) listId: string,
    @Query(new StrictShapePipe(EntryListQuery)) { state = 'active', after, limit = 50 }: EntryListQuery,
  ): Promise<EntriesResponse> {
    const filter = { state, after: after ?? null, limit: limit + 1 };
    const found = await this.entries.list(caller, listId, filter);
    const shown = found.slice(0, limit);
    return {
      entries: shown.map((entry) => this.presenter.entry(entry)),
      next: found.length > limit ? (shown.at(-1)?.entryId ?? null) : null,
    };
  }

  @Get(':listId/entries/:entryId')
  @ApiOperation({ operationId: 'getWatchListEntry', summary: 'Một mục, mọi phiên bản / An entry with its versions' })
  @ApiOkResponse({ type: EntryDetailResponse })
  @ProblemResponses(401, 403, 404, 503)
  async get(
    @CurrentCaller() caller: Caller,
    @Param('listId', IdParam) listId: string,
    @Param('entryId', IdParam) entryId: string,
  ): Promise<EntryDetailResponse> {
    const { entry, versions } = await this.entries.get(caller, listId, entryId);
    return this.presenter.entryDetail(entry, versions);
  }

  @Post(':listId/entries')
  @ApiOperation({
    operationId: 'proposeWatchListEntries',
    summary: 'Đề nghị thêm, sửa, rút mục / Propose to add, change or withdraw entries',
  })
  @ApiCreatedResponse({ type: ProposedResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 415, 422, 503)
  async propose(
    @CurrentCaller() caller: Caller,
    @Param('listId', IdParam) listId: string,
    @Body(new StrictShapePipe(ProposeEntriesRequest)) body: ProposeEntriesRequest,
  ): Promise<ProposedResponse> {
    const { changes } = withFields(body, ['changes']);
    return { ...(await this.entries.propose(caller, listId, changesOf(changes))), listId };
  }

  @Post(':listId/import')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'importWatchListEntries',
    summary: 'Nhập mục từ Excel, CSV: xem trước, rồi đề nghị / Entries from Excel or CSV: preview, then propose',
    description:
      'Nội dung yêu cầu là chính tệp, tối đa 10.000 dòng. / The body is the file itself, 10,000 rows at most.',
  })
  @ApiConsumes(...FILE_TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: ImportResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async import(
    @CurrentCaller() caller: Caller,
    @Param('listId', IdParam) listId: string,
    @Query(new StrictShapePipe(ImportQuery)) { mode = 'preview', complete = 'false' }: ImportQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportResponse> {
    if (!(request.body instanceof Readable)) throw new AppError('media-type-unsupported', 'invalid');
    const file = await wholeFile(request.body);
    const result = await this.imports.run(caller, { listId, file, complete: complete === 'true', mode });
    return this.presenter.imported(result);
  }
}

async function wholeFile(body: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_BYTES)
      throw new AppError('watch-file-too-large', 'invalid', { megabytes: MOST_BYTES / 1024 / 1024 });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** What each action needs is there, and nothing it has no use for is passed over in silence. */
function changesOf(changes: NonNullable<ProposeEntriesRequest['changes']>): EntryChange[] {
  const issues: Issue[] = [];
  const made = changes.flatMap(({ action, entryId, version, entry, validUntil }, at): EntryChange[] => {
    const needed = {
      action,
      ...(action !== 'add' && { entryId, version }),
      ...(action !== 'withdraw' && { entry }),
    };
    const missing = Object.entries(needed).filter(([, value]) => value === undefined);
    issues.push(...missing.map(([field]) => ({ code: 'field-required', pointer: `/changes/${at}/${field}` })));
    const until = validUntil ?? null;
    if (action === 'add' && entry) return [{ action, entry, validUntil: until }];
    const which = entryId !== undefined && version !== undefined ? { entryId: entryId.toLowerCase(), version } : null;
    if (action === 'withdraw' && which) return [{ action, ...which }];
    return action === 'change' && which && entry ? [{ action, ...which, entry, validUntil: until }] : [];
  });
  if (changes.length === 0) issues.push({ code: 'field-required', pointer: '/changes/0' });
  if (issues.length > 0) throw new AppError('validation-failed', 'invalid', {}, issues);
  return made;
}
