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
/** Points. A receipt makes up to 105 modules a side; two points each print and scan well. */
const QR_SIZE = 212;

/**
 * One A4 page, Vietnamese first with English under it; the same bytes for the same input. The QR code holds
 * `verifyUrl#jws`: a fragment is not sent to a server, so no log sees the receipt.
 */
export function receiptPdf(receipt: PrintedReceipt, verifyUrl: string): Promise<Buffer> {
  return renderPdf(receiptPage(receipt, `${verifyUrl}#${receipt.jws}`));
}

function receiptPage({ claims, jws: _, facility, note }: PrintedReceipt, qr: string): DocumentDefinition {
  const title = receiptTitles[claims.act];
  return {
    pageSize: 'A4',
    pageMargins: [64, 56, 64, 48],
    info: { title: `${title.vi} ${claims.rid}`, creationDate: new Date(claims.iat * 1000) },
    defaultStyle: { font: 'Roboto', fontSize: 11.5, color: INK, lineHeight: 1.1 },
    content: [
      { text: title.vi.toLocaleUpperCase('vi'), fontSize: 18, bold: true, alignment: 'center' },
      { text: title.en, fontSize: 11, color: QUIET, alignment: 'center', margin: [0, 2, 0, 20] },
      { text: facility.name.normalize('NFC'), fontSize: 14, bold: true },
      { text: facility.address.normalize('NFC') },
      { text: `Mã cơ sở · Facility code: ${claims.fac}`, fontSize: 9.5, color: QUIET, margin: [0, 2, 0, 14] },
      table(receiptLines(claims), claims.late),
      { qr, fit: QR_SIZE, eccLevel: 'L', alignment: 'center', margin: [0, 20, 0, 12] },
      ...[FOOTNOTE, ...(note ? [note] : [])].flatMap(small),
      {
        text: `Nơi cấp · Issued by: ${claims.iss}`,
        fontSize: 8.5,
        color: QUIET,
        alignment: 'center',
        margin: [0, 4, 0, 0],
      },
    ],
  };
}

const small = ({ vi, en }: LocalizedText): Content[] => [
  { text: vi, fontSize: 9, alignment: 'center' },
  { text: en, fontSize: 8.5, color: QUIET, alignment: 'center', margin: [0, 0, 0, 4] },
];

function table(lines: readonly ReceiptLine[], late: boolean): Content {
  const outcome = punctuality({ late }).vi;
  return {
    layout: 'lightHorizontalLines',
    table: {
      headerRows: 0,
      widths: [160, '*'],
      body: lines.map(({ label, value }) => [
        pair(label),
        { ...pair(value), ...(value.vi === outcome ? { bold: true, color: late ? '#a3320b' : '#13653f' } : {}) },
      ]),
    },
  };
}

/** Vietnamese over English; once when both are the same. */
const pair = ({ vi, en }: LocalizedText) => ({
  stack: vi === en ? [vi] : [vi, { text: en, fontSize: 9, color: QUIET, bold: false }],
});
