import type { FastifyReply } from 'fastify';
import type { StayReceiptView } from '@luutru/declaration';
import { receiptLines, receiptPdf } from '@luutru/receipt';
import type { StayReceiptResponse } from './receipt.dto';

export const presentReceipt = ({ receipt, claims }: StayReceiptView): StayReceiptResponse => ({
  receipt,
  lines: receiptLines(claims).map((line) => ({ ...line })),
});

/** The receipt to print; its QR code opens the page that checks it, below `publicUrl`. */
export async function sendReceiptPdf(reply: FastifyReply, view: StayReceiptView, publicUrl: string): Promise<void> {
  const { receipt, claims, facility } = view;
  const printed = { claims, jws: receipt, facility: { name: facility.name, address: facility.addressLine } };
  const pdf = await receiptPdf(printed, new URL('/v1/receipts/verify', publicUrl).href);
  await reply
    .header('Content-Type', 'application/pdf')
    .header('Content-Disposition', `inline; filename="${claims.rid}.pdf"`)
    .send(pdf);
}
