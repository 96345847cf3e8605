import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class TextResponse {
  @ApiProperty()
  vi: string;

  @ApiProperty()
  en: string;
}

/** A fault or a doubt about one field, with its texts. */
export class IssueResponse {
  @ApiProperty({ description: 'JSON pointer into the request', example: '/place/room' })
  pointer: string;

  @ApiProperty({ description: 'Stable code, explained at /problems/{code}', example: 'room-not-listed' })
  code: string;

  @ApiProperty({ example: 'text' })
  valueClass: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  params?: Record<string, unknown>;

  @ApiProperty({ type: TextResponse })
  message: TextResponse;

  @ApiProperty({ type: TextResponse })
  fix: TextResponse;
}
