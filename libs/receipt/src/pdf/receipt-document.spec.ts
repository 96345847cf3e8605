import { createRequire } from 'node:module';
import jsQR from 'jsqr';
import { ReceiptSigner } from '../receipt.signer';
import { aReceipt, randomReceiptKey } from '../testing/receipt.builder';
import { receiptPdf } from './receipt-document';
