import type { LocalizedText } from '@luutru/platform';
import {
  type DigestClaims,
  type InclusionProof,
  type ReceiptClaims,
  type ReceiptFault,
  receiptLines,
  receiptRefusals,
  receiptTitles,
} from '@luutru/receipt';

const both = ({ vi, en }: LocalizedText): string => (vi === en ? vi : `${vi} · ${en}`);
const row = (label: LocalizedText, value: string): string => `  ${both(label)}: ${value}\n`;

/** What a genuine receipt says. */
export function receiptVerdict({ claims, keyId }: { claims: ReceiptClaims; keyId: string }): string {
  return [
    'HỢP LỆ · GENUINE\n',
    `${both(receiptTitles[claims.act])}\n`,
    row({ vi: 'Nơi cấp', en: 'Issued by' }, `${claims.iss} (${keyId})`),
    row({ vi: 'Cơ sở', en: 'Facility' }, claims.fac),
    ...receiptLines(claims).map(({ label, value }) => row(label, both(value))),
    'Giấy hợp lệ vẫn có thể đã được thay bằng giấy mới hơn khi khai báo được điều chỉnh hoặc hủy.\n',
    'A genuine receipt may still have been replaced by a newer one, after a correction or a cancellation.\n',
  ].join('');
}

/** What the digest adds that a receipt is proved to be in. */
export function digestVerdict({ day, n, accepted, corrected, cancelled, late }: DigestClaims, proof: InclusionProof) {
  return [
    `Có trong bảng kê ngày ${day} (${proof.index + 1}/${n}) · In the digest of ${day} (${proof.index + 1} of ${n})\n`,
    row({ vi: 'Tiếp nhận', en: 'Accepted' }, `${accepted} (${both({ vi: 'trễ hạn', en: 'late' })}: ${late})`),
    row({ vi: 'Điều chỉnh', en: 'Corrected' }, String(corrected)),
    row({ vi: 'Hủy', en: 'Cancelled' }, String(cancelled)),
  ].join('');
}

/** Why a statement is refused. */
export function refusalVerdict(what: 'receipt' | 'digest', fault: ReceiptFault): string {
  const subject = what === 'receipt' ? { vi: 'giấy tiếp nhận', en: 'receipt' } : { vi: 'bảng kê ngày', en: 'digest' };
  return `TỪ CHỐI · REFUSED (${both(subject)}: ${fault})\n${receiptRefusals[fault].vi}.\n${receiptRefusals[fault].en}.\n`;
}

/** The receipt is genuine, the digest is, and the one is not shown to be in the other. */
export const outsideVerdict = ({ day }: DigestClaims): string =>
  `TỪ CHỐI · REFUSED (not-in-digest)\nKhông chứng minh được giấy này có trong bảng kê ngày ${day}.\nThe receipt is not proved to be in the digest of ${day}.\n`;
