import { randomBytes } from 'node:crypto';
import { keySet, type KeySet } from '@luutru/platform';

/** A fresh key set with one key. */
export const randomKeySet = (): KeySet => keySet('test keys')('TEST_KEYS', `1:${randomBytes(32).toString('base64')}`);
