import { createPrivateKey, createPublicKey } from 'node:crypto';
import { makeSecrets } from './secrets';

describe('makeSecrets', () => {
  const secrets = makeSecrets();

  it.each(['masterKeys', 'indexKeys'] as const)('makes %s of one 256-bit key', (name) => {
    const [, encoded = ''] = /^1:(.+)$/.exec(secrets[name]) ?? [];
    expect(Buffer.from(encoded, 'base64')).toHaveLength(32);
  });

  it.each(['populationClient', 'populationServer'] as const)('makes %s an Ed25519 pair', (name) => {
    const { privateKey, publicKey } = secrets[name];
    expect(createPrivateKey(privateKey).asymmetricKeyType).toBe('ed25519');
    expect(createPublicKey(privateKey).export({ type: 'spki', format: 'pem' })).toBe(publicKey);
  });

  it('makes every secret once', () => {
    const values = Object.values({ ...secrets, ...makeSecrets() }).concat(Object.values(secrets));
    const texts = values.map((value) => JSON.stringify(value));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('makes passwords that need no escaping in a URL', () => {
    const { postgres, app, worker, authority, population, queue } = secrets;
    expect([postgres, app, worker, authority, population, queue].filter((text) => !/^[\w-]{32}$/.test(text))).toEqual(
      [],
    );
  });
});
