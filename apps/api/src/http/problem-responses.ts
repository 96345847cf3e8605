import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, ApiPropertyOptional, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { IssueResponse } from './issue.response';

export class ProblemResponse {
  @ApiProperty({ example: '/problems/validation-failed' })
  type: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  status: number;

  @ApiProperty()
  detail: string;

  @ApiProperty()
  instance: string;

  @ApiProperty()
  code: string;

  @ApiProperty()
  traceId: string;

  @ApiPropertyOptional({ type: [IssueResponse] })
  errors?: IssueResponse[];
}

const MEANING: Readonly<Record<number, string>> = {
  400: 'Yêu cầu không đọc được / The request cannot be read',
  401: 'Chưa xác thực / Not authenticated',
  403: 'Không có quyền / Not permitted',
  404: 'Không tìm thấy / Not found',
  409: 'Xung đột với dữ liệu đã có / Conflict with what is recorded',
  413: 'Quá lớn / Too large',
  415: 'Kiểu nội dung không hỗ trợ / Unsupported content type',
  422: 'Dữ liệu chưa hợp lệ, xem errors / Invalid data, see errors',
  503: 'Tạm thời chưa phục vụ được, gửi lại sau / Unavailable, send again later',
};

/** Documents the problem answers of a route. */
export const ProblemResponses = (...statuses: readonly number[]): MethodDecorator & ClassDecorator =>
  applyDecorators(
    ApiExtraModels(ProblemResponse),
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: MEANING[status],
        content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemResponse) } } },
      }),
    ),
  );
