import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, NumberQuery } from '../http/fields';
import { EntryContentResponse } from './entry.dto';
import { ListFactsResponse } from './list.dto';

const STATES = ['open', 'approved', 'refused', 'cancelled'] as const;

export class ProposalListQuery {
  @ChoiceField({ description: 'Mặc định chỉ đề nghị đang chờ / Default open', choices: STATES })
  state?: (typeof STATES)[number];

  @NumberQuery({ description: 'Số dòng / How many', min: 1, max: 200 })
  limit?: number;
}

export class ProposalPageQuery {
  @NumberQuery({
    description: 'place cuối của trang trước / Last place of the page before',
    min: 0,
    max: 2_147_483_647,
  })
  after?: number;

  @NumberQuery({ description: 'Số mục / Entries', min: 1, max: 200 })
  limit?: number;
}

export class ProposalResponse {
  @ApiProperty({ format: 'uuid' })
  proposalId: string;

  @ApiProperty({ format: 'uuid' })
  listId: string;

  @ApiProperty()
  unitId: string;

  @ApiProperty({ enum: ['list-create', 'list-change', 'list-withdraw', 'entries'] })
  kind: string;

  @ApiProperty({ enum: STATES })
  state: string;

  @ApiProperty()
  listName: string;

  @ApiProperty()
  added: number;

  @ApiProperty()
  changed: number;

  @ApiProperty()
  withdrawn: number;

  @ApiProperty({ format: 'uuid' })
  proposedBy: string;

  @ApiProperty({ type: String, nullable: true })
  proposedByName: string | null;

  @ApiProperty()
  proposedAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  decidedBy: string | null;

  @ApiProperty({ type: String, nullable: true })
  decidedByName: string | null;

  @ApiProperty({ type: String, nullable: true })
  decidedAt: string | null;
}

export class ProposalsResponse {
  @ApiProperty({ type: [ProposalResponse] })
  proposals: ProposalResponse[];
}

class ProposedEntryResponse {
  @ApiProperty()
  place: number;

  @ApiProperty({ enum: ['add', 'change', 'withdraw'] })
  action: string;

  @ApiProperty({ format: 'uuid' })
  entryId: string;

  @ApiProperty({ type: String, nullable: true })
  validUntil: string | null;

  @ApiProperty({ type: EntryContentResponse, nullable: true })
  proposed: EntryContentResponse | null;

  @ApiProperty({ type: EntryContentResponse, nullable: true })
  present: EntryContentResponse | null;

  @ApiProperty({ description: 'Mục đã bị người khác thay đổi / Changed by somebody else meanwhile' })
  outdated: boolean;
}

export class ProposalDetailResponse extends ProposalResponse {
  @ApiProperty({ type: ListFactsResponse, nullable: true })
  proposed: ListFactsResponse | null;

  @ApiProperty({ type: ListFactsResponse, nullable: true })
  present: ListFactsResponse | null;

  @ApiProperty({ type: [ProposedEntryResponse] })
  entries: ProposedEntryResponse[];

  @ApiProperty({ type: Number, nullable: true, description: 'Gửi lại làm after / Send as after for the next page' })
  next: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'Lý do từ chối / Why it was refused' })
  reason: string | null;
}
