/** What is personal, as it may lie in the browser. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/**
 * A key that cannot be taken out of the browser: a copy of its files is useless without it, and a script can use the key, as it
 * could read the screen, but not carry it away.
 */
export const makeSealingKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

const bytesOf = (context: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(context);

/** @param context what the box is for: one that is put elsewhere does not open */
export async function sealWith(key: CryptoKey, context: string, content: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(content));
  const algorithm = { name: 'AES-GCM', iv, additionalData: bytesOf(context) };
  return { iv, sealed: await crypto.subtle.encrypt(algorithm, key, text) };
}

/** Throws when the box was tampered with, or belongs elsewhere. */
export async function unsealWith(key: CryptoKey, context: string, { iv, sealed }: Sealed): Promise<unknown> {
  const algorithm = { name: 'AES-GCM', iv, additionalData: bytesOf(context) };
  const text = await crypto.subtle.decrypt(algorithm, key, sealed);
  return JSON.parse(new TextDecoder().decode(text)) as unknown;
}
