import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { GRANTABLE_ROLES, ROLES, type Role } from '@luutru/access';
import { TextResponse } from '../http/issue.response';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';

class RoleResponse {
  @ApiProperty({ enum: GRANTABLE_ROLES })
  role: Role;

  @ApiProperty({ type: TextResponse })
  name: TextResponse;

  @ApiProperty({ type: [String], description: 'Phạm vi có thể gắn / What a grant of it may be bound to' })
  scopes: string[];

  @ApiProperty({ type: [String] })
  permissions: string[];

  @ApiProperty({ description: 'Bắt buộc xác thực hai lớp / A second factor is mandatory' })
  secondFactor: boolean;
}

class RoleListResponse {
  @ApiProperty({ type: [RoleResponse] })
  roles: RoleResponse[];
}

@ApiTags('Tài khoản / Accounts')
@Controller('v1/roles')
export class RoleController {
  @Get()
  @RequirePermission('account.read')
  @Header('Cache-Control', 'private, max-age=3600')
  @ApiOperation({ operationId: 'listRoles', summary: 'Các vai trò có thể cấp / The roles that can be granted' })
  @ApiOkResponse({ type: RoleListResponse })
  @ProblemResponses(401, 403, 503)
  list(): RoleListResponse {
    return {
      roles: GRANTABLE_ROLES.map((role) => {
        const { vi, en, scopes, permissions, secondFactor } = ROLES[role];
        return { role, name: { vi, en }, scopes: [...scopes], permissions: [...permissions], secondFactor };
      }),
    };
  }
}
