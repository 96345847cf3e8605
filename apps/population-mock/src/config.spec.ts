import { generateKeyPairSync } from 'node:crypto';
import { ConfigError, readConfig } from './config';

const { privateKey, publicKey } = generateKeyPairSync('ed25519', {
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const env = {
  PORT: '0',
  POPULATION_MOCK_DATABASE_URL: 'postgres://mock:secret@localhost/mock',
  POPULATION_MOCK_CLIENTS: JSON.stringify({ luutru: publicKey }),
  POPULATION_MOCK_PRIVATE_KEY: privateKey,
  POPULATION_MOCK_ADMIN_TOKEN: 'a-token-of-sixteen',
};
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('readConfig', () => {
  it('reads what is given and defaults the rest', () => {
    expect(readConfig(env)).toMatchObject({ host: '127.0.0.1', port: 0, clients: { luutru: publicKey }, privateKey });
    expect(readConfig({ ...env, POPULATION_MOCK_SEED: '42' }).seed).toBe(42);
  });

  it('takes keys as base64 of their PEM', () => {
    const oneLine = {
      ...env,
      POPULATION_MOCK_CLIENTS: JSON.stringify({ luutru: base64(publicKey) }),
      POPULATION_MOCK_PRIVATE_KEY: base64(privateKey),
    };
    expect(readConfig(oneLine)).toMatchObject({ clients: { luutru: publicKey }, privateKey });
  });

  it('names every variable that is missing', () => {
    const faults = faultsOf({});
    for (const name of Object.keys(env))
      expect(faults.filter((fault) => fault.startsWith(`${name} is not set`))).toHaveLength(1);
    expect(faults).toHaveLength(Object.keys(env).length);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', 'http'],
    ['POPULATION_MOCK_DATABASE_URL', 'mysql://x'],
    ['POPULATION_MOCK_CLIENTS', '{"luutru":'],
    ['POPULATION_MOCK_CLIENTS', '{}'],
    ['POPULATION_MOCK_CLIENTS', '{"luutru":"no key"}'],
    ['POPULATION_MOCK_PRIVATE_KEY', 'no key'],
    ['POPULATION_MOCK_ADMIN_TOKEN', 'short'],
    ['POPULATION_MOCK_SEED', '-1'],
  ])('names %s when it is %s, without repeating it', (name, value) => {
    const faults = faultsOf({ ...env, [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${name} is wrong: give `));
    expect(faults[0]).not.toContain(value);
  });

  it('refuses a key of another kind', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
    expect(faultsOf({ ...env, POPULATION_MOCK_PRIVATE_KEY: rsa.toString() })).toHaveLength(1);
  });
});

function faultsOf(given: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(given);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}
