import { createHmac } from 'node:crypto';

/** Begins the text of a secret, as the Standard Webhooks specification has it. */
export const SECRET_PREFIX = 'whsec_';

/**
 * The headers of a message (Standard Webhooks): HMAC-SHA-256 over id, timestamp and body, joined by dots. While a secret is
 * being changed the message carries a signature under each.
 * @param secrets `whsec_` and base64 of 24 to 64 bytes
 * @see https://www.standardwebhooks.com
 */
export function signedHeaders(
  secrets: readonly string[],
  message: { readonly id: string; readonly at: Date; readonly body: string },
): Record<string, string> {
  const timestamp = String(Math.floor(message.at.getTime() / 1000));
  const content = `${message.id}.${timestamp}.${message.body}`;
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
  });
  return { 'webhook-id': message.id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
