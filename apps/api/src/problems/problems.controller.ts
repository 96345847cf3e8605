import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProperty, ApiTags } from '@nestjs/swagger';
import { AppError } from '@luutru/platform';
import { TextResponse } from '../http/issue.response';
import { ProblemCatalogue } from '../http/problem';
import { ProblemResponses } from '../http/problem-responses';
import { Public } from '../http/route-access';

class ProblemDefinitionResponse {
  @ApiProperty({ example: 'validation-failed' })
  code: string;

  @ApiProperty({ type: TextResponse, description: 'Ý nghĩa / What it means' })
  title: TextResponse;

  @ApiProperty({ type: TextResponse, description: 'Cách xử lý / What to do' })
  detail: TextResponse;
}

@ApiTags('Mã lỗi / Problems')
@Controller('problems')
export class ProblemsController {
  constructor(private readonly catalogue: ProblemCatalogue) {}

  /** Where the `type` of every problem leads. */
  @Get(':code')
  @Public('error codes are documentation')
  @ApiOperation({ operationId: 'explainProblem', summary: 'Giải thích một mã lỗi / Explain a problem code' })
  @ApiParam({ name: 'code', example: 'already-in-house' })
  @ApiOkResponse({ type: ProblemDefinitionResponse })
  @ProblemResponses(404)
  explain(@Param('code') code: string): ProblemDefinitionResponse {
    const definition = this.catalogue.find(code);
    if (!definition) throw new AppError('not-found', 'not-found');
    return 'title' in definition
      ? { code, title: definition.title, detail: definition.detail }
      : { code, title: definition.message, detail: definition.fix };
  }
}
