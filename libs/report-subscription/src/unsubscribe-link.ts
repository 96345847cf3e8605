import { createHmac, timingSafeEqual } from 'node:crypto';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const signatureOf = (subscriptionId: string, secret: string): string =>
  createHmac('sha256', secret).update(`unsubscribe\0${subscriptionId}`).digest('base64url');

/** What the link of a mail carries: which subscription it ends, signed under the secret of that subscription. */
export const unsubscribeToken = (subscriptionId: string, secret: string): string =>
  `${subscriptionId}.${signatureOf(subscriptionId, secret)}`;

/** The subscription that a token speaks of; whether it may is for {@link isSigned} to say. */
export function subscriptionOf(token: string): string | null {
  const [id = ''] = token.split('.');
  return UUID.test(id) ? id : null;
}

export function isSigned(token: string, subscriptionId: string, secret: string): boolean {
  const given = Buffer.from(token);
  const wanted = Buffer.from(unsubscribeToken(subscriptionId, secret));
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
