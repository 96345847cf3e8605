import { ApiProperty } from '@nestjs/swagger';

class OpenProvinceResponse {
  @ApiProperty({ example: '48' })
  code: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  nameEn: string;
}

export class OpenMonthResponse {
  @ApiProperty()
  province: OpenProvinceResponse;

  @ApiProperty({ example: '2026-10' })
  month: string;

  @ApiProperty({ description: 'Lần công bố / Edition' })
  edition: number;

  @ApiProperty({ format: 'date-time' })
  madeAt: string;

  @ApiProperty({ format: 'uri' })
  licence: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: { type: 'string', nullable: true } },
    description: 'Các cột: xem /open-data/lodging-monthly/schema / Columns: see the schema',
  })
  rows: Record<string, string | number | null>[];
}
