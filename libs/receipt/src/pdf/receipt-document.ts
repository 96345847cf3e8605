import type { LocalizedText } from '@luutru/platform';
import type { Content, DocumentDefinition } from 'pdfmake';
import type { ReceiptClaims } from '../domain/receipt';
import { type ReceiptLine, punctuality, receiptLines, receiptTitles } from '../receipt.labels';
import { renderPdf } from './render-pdf';

/** What a printed receipt shows. Name and address are the facility's, never a person's. */
export interface PrintedReceipt {
  readonly claims: ReceiptClaims;
  /** The receipt as it was issued; the QR code carries it. */
  readonly jws: string;
  readonly facility: { readonly name: string; readonly address: string };
  /** A line at the foot, such as which language prevails. */
  readonly note?: LocalizedText;
}

const FOOTNOTE: LocalizedText = {
  vi: 'Giấy này không nêu tên hay thông tin cá nhân của bất kỳ ai. Quét mã QR để kiểm tra chữ ký số; nếu khai báo được điều chỉnh hoặc hủy, giấy mới nhất thay cho giấy này.',
  en: 'This receipt names nobody and holds no personal data. Scan the QR code to check its signature; once the declaration is corrected or cancelled, the newest receipt stands.',
};

const INK = '#1b1f24';
const QUIET = '#5b6570';

/**
 * One A5 page, Vietnamese first with English under it; the same bytes for the same input. The QR code holds
 * `verifyUrl#jws`: a fragment is not sent to a server, so no log sees the receipt.
 */
export function receiptPdf(receipt: PrintedReceipt, verifyUrl: string): Promise<Buffer> {
  return renderPdf(receiptPage(receipt, `${verifyUrl}#${receipt.jws}`));
}

function receiptPage({ claims, jws: _, facility, note }: PrintedReceipt, qr: string): DocumentDefinition {
  const title = receiptTitles[claims.act];
  return {
    pageSize: 'A5',
    pageMargins: [34, 30, 34, 26],
    info: { title: `${title.vi} ${claims.rid}`, creationDate: new Date(claims.iat * 1000) },
    defaultStyle: { font: 'Roboto', fontSize: 9.5, color: INK, lineHeight: 1.1 },
    content: [
      { text: title.vi.toLocaleUpperCase('vi'), fontSize: 14, bold: true, alignment: 'center' },
      { text: title.en, fontSize: 9, color: QUIET, alignment: 'center', margin: [0, 1, 0, 10] },
      { text: facility.name.normalize('NFC'), fontSize: 12, bold: true },
      { text: facility.address.normalize('NFC') },
      { text: `Mã cơ sở · Facility code: ${claims.fac}`, fontSize: 8, color: QUIET, margin: [0, 1, 0, 8] },
      table(receiptLines(claims), claims.late),
      { qr, fit: 168, eccLevel: 'L', alignment: 'center', margin: [0, 10, 0, 8] },
      ...[FOOTNOTE, ...(note ? [note] : [])].flatMap(small),
      { text: `Nơi cấp · Issued by: ${claims.iss}`, fontSize: 7, color: QUIET, alignment: 'center' },
    ],
  };
}

const small = ({ vi, en }: LocalizedText): Content[] => [
  { text: vi, fontSize: 7.5, alignment: 'center' },
  { text: en, fontSize: 7, color: QUIET, alignment: 'center', margin: [0, 0, 0, 3] },
];

function table(lines: readonly ReceiptLine[], late: boolean): Content {
  const outcome = punctuality({ late }).vi;
  return {
    layout: 'lightHorizontalLines',
    table: {
      widths: [118, '*'],
      body: lines.map(({ label, value }) => [
        pair(label),
        { ...pair(value), ...(value.vi === outcome ? { bold: true, color: late ? '#a3320b' : '#13653f' } : {}) },
      ]),
    },
  };
}

/** Vietnamese over English; once when both are the same. */
const pair = ({ vi, en }: LocalizedText) => ({
  stack: vi === en ? [vi] : [vi, { text: en, fontSize: 7.5, color: QUIET, bold: false }],
});
