/** Why a header is refused. */
export type HeaderFault =
  | 'header-not-json'
  | 'algorithm-none'
  | 'algorithm-refused'
  | 'key-embedded'
  | 'header-member-unknown'
  | 'type-wrong'
  | 'key-unknown'
  | 'header-not-canonical';

type HeaderResult = { readonly ok: true; readonly keyId: string } | { readonly ok: false; readonly fault: HeaderFault };

/** Members by which a header would bring its own key (RFC 7515 sections 4.1.2 to 4.1.8); trusting one is forgery made easy. */
const KEY_BEARING = ['jwk', 'jku', 'x5u', 'x5c', 'x5t', 'x5t#S256'];
const MEMBERS = ['alg', 'kid', 'typ'];

/** Takes the header {"alg":"EdDSA","kid":…,"typ":…} in just this spelling, and tells apart why any other is refused. */
export function readHeader(header: Buffer, typ: string): HeaderResult {
  const refuse = (fault: HeaderFault): HeaderResult => ({ ok: false, fault });
  const members = objectOf(header.toString());
  if (!members) return refuse('header-not-json');
  const { alg, kid } = members;
  if (typeof alg === 'string' && alg.toLowerCase() === 'none') return refuse('algorithm-none');
  if (alg !== 'EdDSA') return refuse('algorithm-refused');
  if (KEY_BEARING.some((name) => name in members)) return refuse('key-embedded');
  if (Object.keys(members).some((name) => !MEMBERS.includes(name))) return refuse('header-member-unknown');
  if (members.typ !== typ) return refuse('type-wrong');
  if (typeof kid !== 'string' || kid === '') return refuse('key-unknown');
  // A member said twice, other spacing or other escapes: one reader could see what another does not.
  if (!header.equals(Buffer.from(JSON.stringify({ alg, kid, typ })))) return refuse('header-not-canonical');
  return { ok: true, keyId: kid };
}

function objectOf(text: string): Record<string, unknown> | null {
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return Object.assign(Object.create(null) as Record<string, unknown>, value);
  } catch {
    return null;
  }
}
