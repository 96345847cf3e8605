import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export type SigningAlgorithm = 'ES256' | 'EdDSA';

/** The key the stand-in signs with. */
export interface SigningKey {
  readonly algorithm: SigningAlgorithm;
  readonly privateKey: KeyObject;
}

/** Null when the text is no private key of a kind the stand-in signs with. */
export function readSigningKey(pem: string): SigningKey | null {
  try {
    const privateKey = createPrivateKey(pem);
    const algorithm = algorithmOf(privateKey);
    return algorithm && { algorithm, privateKey };
  } catch {
    return null;
  }
}

export const makeSigningKey = (algorithm: SigningAlgorithm = 'ES256'): SigningKey => ({
  algorithm,
  privateKey:
    algorithm === 'ES256'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
      : generateKeyPairSync('ed25519').privateKey,
});

/** The same key in the form in which `oidc-provider` takes it; its id is the same after every start. */
export function toJwk({ algorithm, privateKey }: SigningKey): Record<string, unknown> {
  const publicDer = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const kid = createHash('sha256').update(publicDer).digest('base64url');
  return { ...privateKey.export({ format: 'jwk' }), alg: algorithm, use: 'sig', kid };
}

/** A secret of its own, made from the key, so that there is one secret less to hand over. */
export const subjectKeyOf = ({ privateKey }: SigningKey): Buffer =>
  createHash('sha256')
    .update('identity-mock subject ')
    .update(privateKey.export({ type: 'pkcs8', format: 'der' }))
    .digest();

export function signJwt({ algorithm, privateKey }: SigningKey, header: object, payload: object): string {
  const content = `${encode(header)}.${encode(payload)}`;
  const signature = sign(algorithm === 'ES256' ? 'sha256' : null, Buffer.from(content), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  return `${content}.${signature.toString('base64url')}`;
}

export const unsignedJwt = (header: object, payload: object): string =>
  `${encode({ ...header, alg: 'none' })}.${encode(payload)}.`;

export function decodeJwt(token: string): { header: Record<string, unknown>; payload: Record<string, unknown> } {
  const [header = '', payload = ''] = token.split('.');
  return { header: decode(header), payload: decode(payload) };
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const decode = (part: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>;

function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): SigningAlgorithm | null {
  if (asymmetricKeyType === 'ed25519') return 'EdDSA';
  return asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1' ? 'ES256' : null;
}
