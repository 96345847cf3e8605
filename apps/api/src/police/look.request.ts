import { TextField, UuidField } from '../http/fields';

/** What every look at people states. */
export class LookRequest {
  @TextField({
    description: 'Mục đích, danh mục look-purpose / Purpose',
    max: 40,
    required: true,
    example: 'kiem-tra-luu-tru',
  })
  purpose?: string;

  @TextField({ description: 'Mã vụ việc / Case number', max: 64, example: 'VA-2026/118' })
  caseNumber?: string;

  @UuidField({ description: 'Lần tra cứu khẩn cấp đang mở của mình / An open break-glass of one’s own' })
  breakGlassId?: string;
}

/** The purpose of a request that has one. */
export const statedIn = ({ purpose, caseNumber }: { purpose: string; caseNumber?: string | undefined }) => ({
  purpose,
  ...(caseNumber !== undefined && { caseNumber }),
});
