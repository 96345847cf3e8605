/** A message of the platform, checked. */
export interface WebhookMessage {
  /** The same when a message is repeated: keep it to handle each message once. */
  readonly id: string;
  /** `stay.verified` */
  readonly type: string;
  /** When it happened, ISO 8601. */
  readonly timestamp: string;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}

/** The message is not from the platform, too old, or changed on the way: answer 400. */
export class WebhookRefused extends Error {
  override readonly name = 'WebhookRefused';
}

const TOLERANCE_SECONDS = 300;

/**
 * Checks a message by the Standard Webhooks scheme and reads it.
 * @param body the bytes as they came, before any parsing
 * @param headers of the request; names in any case
 * @param secret `whsec_…`; several while the secret is being changed
 * @throws WebhookRefused
 */
export async function readWebhook(
  body: string | Uint8Array,
  headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>,
  secret: string | readonly string[],
  now: Date = new Date(),
): Promise<WebhookMessage> {
  const given = headers instanceof Headers ? headers : lowerCased(headers);
  const id = given.get('webhook-id') ?? '';
  const timestamp = given.get('webhook-timestamp') ?? '';
  const age = Math.abs(now.getTime() / 1000 - Number(timestamp));
  if (id === '' || !/^\d+$/.test(timestamp))
    throw new WebhookRefused('headers webhook-id or webhook-timestamp missing');
  if (age > TOLERANCE_SECONDS) throw new WebhookRefused('message is too old, or the clock of this machine is wrong');

  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${text}`);
  const signatures = (given.get('webhook-signature') ?? '').split(' ').filter((part) => part.startsWith('v1,'));
  for (const one of typeof secret === 'string' ? [secret] : secret) {
    const key = await crypto.subtle.importKey(
      'raw',
      bytesOf(one.replace(/^whsec_/, '')),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['verify'],
    );
    for (const signature of signatures) {
      // The comparison inside takes the same time wherever the difference is.
      if (await crypto.subtle.verify('HMAC', key, bytesOf(signature.slice(3)), signed)) {
        return { id, ...(JSON.parse(text) as Omit<WebhookMessage, 'id'>) };
      }
    }
  }
  throw new WebhookRefused('no signature fits');
}

function lowerCased(headers: Readonly<Record<string, string | readonly string[] | undefined>>): Headers {
  return new Headers(
    Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, typeof value === 'string' ? value : value.join(' ')]],
    ),
  );
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
