import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '@luutru/access';
import { BatchChoices } from '@luutru/batch';
import { type Choices, type Form, FORM_IDS, type FormId, FORMS, writeTemplate } from '@luutru/declaration-file';
import { AppError } from '@luutru/platform';
import { CurrentCaller } from '../http/api-request';
import { CodeParam } from '../http/code.param';
import { FacilityChoice } from '../http/facility-choice';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import { FormColumnsQuery, TemplateQuery } from './batch.dto';
import { FormColumnsResponse } from './mend.dto';
import { sendFile } from './batch-stream.controller';

@ApiTags('Khai báo theo tệp / Batches')
@Controller('v1/templates')
export class TemplateController {
  constructor(
    private readonly choices: BatchChoices,
    private readonly facilities: FacilityChoice,
  ) {}

  @Get(':form/columns')
  @RequirePermission('stay.declare')
  @ApiOperation({
    operationId: 'getFormColumns',
    summary: 'Các cột của mẫu, kèm danh mục chọn / The columns of a form, with what can be chosen',
  })
  @ApiParam({ name: 'form', enum: [...FORM_IDS], example: FORM_IDS[0] })
  @ApiOkResponse({ type: FormColumnsResponse })
  @ProblemResponses(401, 403, 404, 422, 503)
  async columns(
    @CurrentCaller() caller: Caller,
    @Param('form', CodeParam) form: string,
    @Query(new StrictShapePipe(FormColumnsQuery)) { facilityId }: FormColumnsQuery,
  ): Promise<FormColumnsResponse> {
    const { id, columns } = knownForm(form);
    const choices = await this.choicesFor(caller, facilityId);
    const read = columns.filter(({ pointer }) => pointer !== null);
    return {
      form: id,
      columns: read.map(({ key, header, required, type, choices: table }) => {
        const list = table === undefined || table === 'ward' ? [] : choices.list(table);
        return { key, header, required, type, choices: list.length > 0 ? [...list] : null };
      }),
    };
  }

  @Get(':form')
  @RequirePermission('stay.declare')
  @ApiOperation({
    operationId: 'getTemplate',
    summary: 'Tệp Excel mẫu, có danh sách thả xuống và hướng dẫn / An empty form with drop-downs and instructions',
  })
  @ApiParam({ name: 'form', enum: [...FORM_IDS], example: FORM_IDS[0] })
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ProblemResponses(401, 403, 404, 422, 503)
  async template(
    @CurrentCaller() caller: Caller,
    @Param('form', CodeParam) form: string,
    @Query(new StrictShapePipe(TemplateQuery)) { facilityId, language = 'vi' }: TemplateQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const known = knownForm(form);
    const choices = await this.choicesFor(caller, facilityId);
    await sendFile(reply, writeTemplate(known, choices, language), `mau-${form}`, 'xlsx');
  }

  private async choicesFor(caller: Caller, facilityId: string | undefined): Promise<Choices> {
    const chosen = facilityId === undefined ? null : await this.facilities.resolve(caller, 'stay.declare', facilityId);
    return this.choices.of(chosen);
  }
}

function knownForm(id: string): Form {
  if (!(FORM_IDS as readonly string[]).includes(id)) throw new AppError('not-found', 'not-found');
  return FORMS[id as FormId];
}
