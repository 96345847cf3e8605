import type { LocalizedText } from '@luutru/platform';
import type { CompanionReason } from './domain/companion';

/** Why somebody counts as a companion, in words. */
export const companionReasons: Readonly<Record<CompanionReason, LocalizedText>> = {
  'same-room': { vi: 'Ở cùng phòng, cùng thời gian', en: 'In the same room at the same time' },
  'same-group': { vi: 'Cùng một đoàn đặt chỗ', en: 'Of the same booking' },
  'same-patient': {
    vi: 'Cùng một đợt điều trị: bệnh nhân hoặc thân nhân',
    en: 'Patient or relative of the same admission',
  },
  'same-trip': { vi: 'Đi cùng chuyến xe', en: 'On the same trip' },
  'same-minute': { vi: 'Đến cùng cơ sở trong cùng một phút', en: 'Came to the same facility in the same minute' },
};
