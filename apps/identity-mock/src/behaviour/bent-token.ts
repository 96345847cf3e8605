import { decodeJwt, makeSigningKey, signJwt, type SigningKey, unsignedJwt } from '../provider/signing-key';
import { acrOf, amrOf } from '../provider/assurance';
import { type Behaviour } from './behaviour';

const HOUR_S = 3_600;

/** The ID token with the faults the behaviour asks for; the very same token when it asks for none. */
export function bentToken(token: string, behaviour: Behaviour, key: SigningKey): string {
  const { header, payload } = decodeJwt(token);
  const bent = bentClaims(payload, behaviour);
  if (behaviour.algNone) return unsignedJwt(header, bent);
  if (behaviour.strangersSignature) return signJwt(makeSigningKey(key.algorithm), header, bent);
  return bent === payload ? token : signJwt(key, header, bent);
}

function bentClaims(claims: Record<string, unknown>, behaviour: Behaviour): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  if (behaviour.issueWrongNonce) changes.nonce = 'nonce-of-somebody-else';
  if (behaviour.issueWrongAudience) changes.aud = 'client-of-somebody-else';
  if (behaviour.issueWrongIssuer) changes.iss = 'https://idp.example';
  if (behaviour.expiredIdToken) Object.assign(changes, { iat: earlier(claims.iat), exp: earlier(claims.exp) });
  if (behaviour.weakAcr) Object.assign(changes, { acr: acrOf(1), amr: amrOf(1) });
  return Object.keys(changes).length > 0 ? { ...claims, ...changes } : claims;
}

const earlier = (seconds: unknown): number => Number(seconds) - HOUR_S;
