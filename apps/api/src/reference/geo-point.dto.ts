import { ApiProperty } from '@nestjs/swagger';

/** Where a map shows a province or ward, in degrees of WGS 84. */
export class GeoPointResponse {
  @ApiProperty({ description: 'Vĩ độ / Latitude', example: 15.8697 })
  lat: number;

  @ApiProperty({ description: 'Kinh độ / Longitude', example: 108.33 })
  lon: number;
}
