/** Signed receipts of declarations, their daily digests, and the means to check both without us (RFC 7515, RFC 8037). */
export { ReceiptModule } from './receipt.module';
export { RECEIPT_SIGNING_KEY, ReceiptSigner } from './receipt.signer';
export { ReceiptVerifier } from './receipt.verifier';
export {
  issuedOn,
  type ReceiptAct,
  receiptClaims,
  type ReceiptClaims,
  type ReceiptFacts,
  receiptHash,
  type ReceiptKind,
} from './domain/receipt';
export {
  digestClaims,
  type DigestClaims,
  digestIncludes,
  type DigestSubject,
  inclusionProof,
  type InclusionProof,
  type IssuedReceipt,
  readProof,
  readReceiptOf,
} from './domain/digest';
export {
  type PublicKeys,
  type ReceiptFault,
  type Verified,
  verifyDigest,
  verifyReceipt,
} from './domain/verify-receipt';
export { readJwks, receiptKeys } from './public-keys';
export { punctuality, type ReceiptLine, receiptLines, receiptTitles } from './receipt.labels';
/** What the reasons of a refusal say. */
export { receiptRefusals } from './receipt.catalogue';
export { type PrintedReceipt, receiptPdf } from './pdf/receipt-document';
/** Any other document to print, with the same fonts. */
export { renderPdf } from './pdf/render-pdf';
