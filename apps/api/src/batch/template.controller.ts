import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '@luutru/access';
import { BatchChoices } from '@luutru/batch';
import { FORM_IDS, type FormId, FORMS, writeTemplate } from '@luutru/declaration-file';
import { AppError } from '@luutru/platform';
import { CurrentCaller } from '../http/api-request';
import { CodeParam } from '../http/code.param';
import { FacilityChoice } from '../http/facility-choice';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { StrictShapePipe } from '../http/shape';
import { TemplateQuery } from './batch.dto';
import { sendFile } from './batch-stream.controller';

@ApiTags('Khai báo theo tệp / Batches')
@Controller('v1/templates')
export class TemplateController {
  constructor(
    private readonly choices: BatchChoices,
    private readonly facilities: FacilityChoice,
  ) {}

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
    if (!(FORM_IDS as readonly string[]).includes(form)) throw new AppError('not-found', 'not-found');
    const chosen = facilityId === undefined ? null : await this.facilities.resolve(caller, 'stay.declare', facilityId);
    const choices = await this.choices.of(chosen);
    await sendFile(reply, writeTemplate(FORMS[form as FormId], choices, language), `mau-${form}`, 'xlsx');
  }
}
