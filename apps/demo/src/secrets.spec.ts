import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSecrets, readSecrets, writeSecrets } from './secrets';

describe('makeSecrets', () => {
  const secrets = makeSecrets();

  it.each(['masterKeys', 'indexKeys', 'sealKey'] as const)('makes %s of one 256-bit key', (name) => {
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

describe('readSecrets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'luutru-secrets-'));
  const file = join(folder, 'secrets.json');
  afterAll(() => rmSync(folder, { recursive: true }));
  const keep = (secrets: object): void => {
    rmSync(file, { force: true });
    writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  };

  it('reads what was written', () => {
    const secrets = makeSecrets();
    writeSecrets(file, secrets);
    expect(readSecrets(file)).toEqual(secrets);
  });

  it('adds the seal key to the file of an earlier version, once and for its owner only', () => {
    const { sealKey, ...earlier } = makeSecrets();
    keep(earlier);
    const read = readSecrets(file);
    expect(read).toEqual({ ...earlier, sealKey: expect.stringMatching(/^1:/) as string });
    expect(read?.sealKey).not.toBe(sealKey);
    expect([readSecrets(file), JSON.parse(readFileSync(file, 'utf8'))]).toEqual([read, read]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('refuses a file that lacks what data depend on', () => {
    const { masterKeys: _masterKeys, sealKey: _sealKey, ...rest } = makeSecrets();
    keep(rest);
    expect(() => readSecrets(file)).toThrow('masterKeys');
  });
});
