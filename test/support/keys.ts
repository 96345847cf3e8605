import { randomBytes } from 'node:crypto';
import { keySet, type KeySet, type SigningKey, signingKey } from '@luutru/platform';

/** A fresh key set with one key. */
export const randomKeySet = (): KeySet => keySet('test keys')('TEST_KEYS', `1:${randomBytes(32).toString('base64')}`);

/** A fresh key that signs receipts. */
export const randomReceiptKey = (id = 1): SigningKey => signingKey('receipt', id, randomBytes(32));
