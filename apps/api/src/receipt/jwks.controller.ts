import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Database, type PublicJwk, SigningKeyRepository } from '@luutru/platform';
import { Public } from '../http/route-access';

class JwksResponse {
  @ApiProperty({ type: [Object] })
  keys: PublicJwk[];
}

@ApiTags('Giấy tiếp nhận / Receipts')
@Controller('.well-known')
export class JwksController {
  private readonly keys: SigningKeyRepository;

  constructor(database: Database) {
    this.keys = new SigningKeyRepository(database);
  }

  @Get('jwks.json')
  @Header('Cache-Control', 'public, max-age=300')
  @Public('public keys: with them anyone can check receipts without asking us')
  @ApiOperation({ operationId: 'jwks', summary: 'Khóa công khai để kiểm tra giấy tiếp nhận / Public keys (RFC 7517)' })
  @ApiOkResponse({ type: JwksResponse })
  async jwks(): Promise<JwksResponse> {
    return { keys: await this.keys.list('receipt') };
  }
}
