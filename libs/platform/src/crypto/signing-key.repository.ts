import { createPublicKey } from 'node:crypto';
import { NO_FACILITY } from '../database/access-scope';
import type { Database } from '../database/database';
import { AppError } from '../errors/app-error';
import type { SigningKey, SigningUse } from './signing-key';

/** A public key as a JSON Web Key (RFC 8037). */
export interface PublicJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'EdDSA';
}

/** Every public key that ever signed: what was signed years ago stays verifiable after any number of rotations. */
export class SigningKeyRepository {
  constructor(private readonly database: Database) {}

  /** Makes a key known before it signs. Throws `signing-key-reused` when its id belongs to another key. */
  async publish(use: SigningUse, key: SigningKey): Promise<void> {
    const { x = '' } = key.publicKey.export({ format: 'jwk' });
    const [, result] = await this.database.run<{ publicKey: string }>(
      NO_FACILITY,
      {
        name: 'signing_key_publish',
        text: 'INSERT INTO signing_key (key_id, use, public_key) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        values: [key.keyId, use, x],
      },
      {
        name: 'signing_key_find',
        text: 'SELECT public_key AS "publicKey" FROM signing_key WHERE key_id = $1',
        values: [key.keyId],
      },
    );
    if (result?.rows[0]?.publicKey !== x) throw new AppError('signing-key-reused', 'conflict', { keyId: key.keyId });
  }

  /** The public keys of a use, oldest first. */
  async list(use: SigningUse): Promise<PublicJwk[]> {
    const [result] = await this.database.run<{ keyId: string; publicKey: string }>(NO_FACILITY, {
      name: 'signing_key_list',
      text: 'SELECT key_id AS "keyId", public_key AS "publicKey" FROM signing_key WHERE use = $1 ORDER BY created_at, key_id',
      values: [use],
    });
    return (result?.rows ?? []).map(({ keyId, publicKey }) => ({
      kty: 'OKP',
      crv: 'Ed25519',
      x: publicKey,
      kid: keyId,
      use: 'sig',
      alg: 'EdDSA',
    }));
  }
}

/** The key object of a published key. */
export const publicKeyOf = (jwk: PublicJwk) => createPublicKey({ key: { ...jwk }, format: 'jwk' });
