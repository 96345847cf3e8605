/** The bytes of a canonical base64url text: no padding, no foreign characters, no stray bits; null for any other. */
export function base64UrlBytes(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
}
