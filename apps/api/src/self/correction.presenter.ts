import { toLocalIso } from '@luutru/calendar';
import type { CorrectionView } from '@luutru/transparency';
import type { CorrectionResponse } from './self.dto';

export const correctionResponse = ({ facilityId: _facility, ...view }: CorrectionView): CorrectionResponse => ({
  ...view,
  requestedAt: toLocalIso(view.requestedAt),
  answeredAt: view.answeredAt && toLocalIso(view.answeredAt),
});
