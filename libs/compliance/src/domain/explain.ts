import type { JudgedFigure } from './bands';
import { INDICATORS } from './indicators';
import type { Silence, SilenceState } from './silence';

interface Text {
  readonly vi: string;
  readonly en: string;
}

const STATES: Readonly<Record<Exclude<SilenceState, 'silent'>, Text>> = {
  declaring: { vi: 'Đang khai báo như thường lệ', en: 'Declares as usual' },
  rare: { vi: 'Có khách quá thưa để kết luận', en: 'Has guests too seldom to tell' },
  new: { vi: 'Mới đăng ký, chưa đủ thời gian để kết luận', en: 'Registered too recently to tell' },
  full: { vi: 'Không có khai báo mới nhưng đã kín chỗ', en: 'Nothing new, but it is full' },
  seasonal: { vi: 'Năm trước cùng kỳ cũng không có khách', en: 'Was as quiet at this time of last year' },
  suspended: { vi: 'Đang bị đình chỉ', en: 'Is suspended' },
  closed: { vi: 'Đã đóng', en: 'Is closed' },
};

/** The judgement in a sentence, with the numbers it rests on. */
export function explainSilence({ state, since, days, expected, chance, basis, trend }: Silence): Text {
  if (state !== 'silent') return STATES[state];
  const number = Math.round(expected * 10) / 10;
  const against =
    basis === 'rooms'
      ? { vi: 'so với số phòng', en: 'by its rooms' }
      : { vi: 'theo 8 tuần trước đó', en: 'by the eight weeks before' };
  const quieter =
    trend < 1
      ? {
          vi: ` (đã tính xu hướng giảm còn ${percent(trend, 'vi')})`,
          en: ` (allowing for a decline to ${percent(trend, 'en')})`,
        }
      : { vi: '', en: '' };
  return {
    vi: `Không khai báo từ ${dayMonthYear(since)} (${days} ngày); ${against.vi} lẽ ra đã có khoảng ${decimal(number, 'vi')} khai báo${quieter.vi}; ngẫu nhiên chỉ xảy ra ${odds(chance).vi}`,
    en: `Nothing declared since ${since} (${days} days); ${against.en} about ${number} would be expected by now${quieter.en}; chance alone does this ${odds(chance).en}`,
  };
}

/** A figure in a sentence: what was counted, and where its band ends. */
export function explainFigure({ id, count, of, value, position, band }: JudgedFigure): Text {
  if (INDICATORS[id].unit !== 'percent') {
    const { limit } = band;
    return position === 'inside'
      ? { vi: `${count}, trong ngưỡng ${limit}`, en: `${count}, within the limit of ${limit}` }
      : { vi: `${count}, vượt ngưỡng ${limit}`, en: `${count}, over the limit of ${limit}` };
  }
  if (value === null) {
    return {
      vi: `${count} trên ${of}; chưa đủ ${Math.max(1, band.minimum)} để tính tỷ lệ`,
      en: `${count} of ${of}; a share is shown from ${Math.max(1, band.minimum)} on`,
    };
  }
  const over = position !== 'inside';
  return {
    vi: `${count} trên ${of} (${percent(value, 'vi')}), ${over ? 'vượt' : 'trong'} ngưỡng ${percent(band.limit, 'vi')}`,
    en: `${count} of ${of} (${percent(value, 'en')}), ${over ? 'over' : 'within'} the limit of ${percent(band.limit, 'en')}`,
  };
}

type Language = keyof Text;

/** `12,5 %` in Vietnamese, `12.5 %` in English. */
export const percent = (share: number, language: Language): string =>
  `${decimal(Math.round(share * 1000) / 10, language)} %`;
const decimal = (number: number, language: Language): string =>
  language === 'vi' ? String(number).replace('.', ',') : String(number);
const dayMonthYear = (day: string | null): string => (day ?? '').split('-').reverse().join('/');

function odds(chance: number): Text {
  const times = Math.min(1_000_000, Math.round(1 / Math.max(chance, 1e-9)));
  const shown = (locale: string): string => new Intl.NumberFormat(locale).format(times);
  return { vi: `không quá 1 trong ${shown('vi-VN')} lần`, en: `no more than once in ${shown('en-GB')}` };
}
