import type { LocalizedText } from '@luutru/platform';
import type { ReceiptAct, ReceiptClaims, ReceiptKind } from './domain/receipt';

/** What a receipt of each act is called. */
export const receiptTitles: Readonly<Record<ReceiptAct, LocalizedText>> = {
  declared: { vi: 'Giấy tiếp nhận thông báo lưu trú', en: 'Receipt of a residence declaration' },
  corrected: {
    vi: 'Giấy tiếp nhận điều chỉnh thông báo lưu trú',
    en: 'Receipt of a corrected residence declaration',
  },
  cancelled: { vi: 'Giấy tiếp nhận hủy thông báo lưu trú', en: 'Receipt of a cancelled residence declaration' },
};

const KINDS: Readonly<Record<ReceiptKind, LocalizedText>> = {
  guest: { vi: 'Khách lưu trú', en: 'Guest' },
  tenant: { vi: 'Người thuê nhà', en: 'Tenant' },
  patient: { vi: 'Bệnh nhân nội trú', en: 'In-patient' },
  relative: { vi: 'Thân nhân người bệnh', en: "Patient's relative" },
  passenger: { vi: 'Hành khách đi xe qua đêm', en: 'Passenger on an overnight trip' },
};

/** One line of a receipt: what it is about, and what it says. */
export interface ReceiptLine {
  readonly label: LocalizedText;
  readonly value: LocalizedText;
}

/** What a receipt says of the declaration, for people; in the order it is read. */
export function receiptLines(claims: ReceiptClaims): ReceiptLine[] {
  const line = (vi: string, en: string, value: LocalizedText): ReceiptLine => ({ label: { vi, en }, value });
  return [
    line('Đối tượng', 'Kind of stay', KINDS[claims.kind]),
    line('Thời điểm đến', 'Arrived', momentOf(claims.arr)),
    line('Thời điểm khai báo', 'Declared', momentOf(claims.dec)),
    line('Hạn khai báo', 'Deadline', momentOf(claims.due)),
    line('Kết quả', 'Result', punctuality(claims)),
    line('Mã giấy tiếp nhận', 'Receipt id', same(claims.rid)),
    line('Lần ghi nhận', 'Version', same(String(claims.ver))),
  ];
}

/** Whether the declaration came in time. */
export const punctuality = ({ late }: Pick<ReceiptClaims, 'late'>): LocalizedText =>
  late ? { vi: 'Trễ hạn', en: 'Late' } : { vi: 'Đúng hạn', en: 'On time' };

const same = (text: string): LocalizedText => ({ vi: text, en: text });

/** Receipts carry Vietnamese wall-clock time, so its digits are shown as they stand. */
function momentOf(iso: string): LocalizedText {
  const [year, month, day, time] = [iso.slice(0, 4), iso.slice(5, 7), iso.slice(8, 10), iso.slice(11, 16)];
  return { vi: `${time} ngày ${day}/${month}/${year}`, en: `${iso.slice(0, 10)} at ${time} (UTC+7)` };
}
