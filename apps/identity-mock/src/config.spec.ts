import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, readConfig } from './config';

const pemOf = (key: ReturnType<typeof generateKeyPairSync>['privateKey'] | string): string =>
  typeof key === 'string' ? key : key.export({ type: 'pkcs8', format: 'pem' }).toString();
const P256 = pemOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
const ED25519 = pemOf(generateKeyPairSync('ed25519').privateKey);

const CLIENTS = { luutru: { secret: 'secret-of-the-client', redirectUris: ['http://127.0.0.1:3000/callback'] } };
const AN = { personalNumber: '001090000001', fullName: 'Nguyễn Văn An', birthDate: '1990-02-28', sex: 'M', level: 2 };
const env = {
  PORT: '0',
  IDENTITY_MOCK_CLIENTS: JSON.stringify(CLIENTS),
  IDENTITY_MOCK_PASSCODE: 'demo-passcode',
  IDENTITY_MOCK_ADMIN_TOKEN: 'a-token-of-sixteen',
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'identity-mock-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('readConfig', () => {
  it('reads what is given and leaves the rest to the stand-in', () => {
    expect(readConfig(env)).toEqual({
      host: '127.0.0.1',
      port: 0,
      issuer: undefined,
      clients: CLIENTS,
      passcode: env.IDENTITY_MOCK_PASSCODE,
      adminToken: env.IDENTITY_MOCK_ADMIN_TOKEN,
      privateKey: undefined,
      people: undefined,
    });
  });

  it.each([
    ['https://idp.example', 'https://idp.example'],
    ['http://127.0.0.1:3300/', 'http://127.0.0.1:3300'],
  ])('takes the issuer %s as %s', (given, issuer) => {
    expect(readConfig({ ...env, IDENTITY_MOCK_ISSUER: given }).issuer).toBe(issuer);
  });

  it.each([
    ['P-256', P256],
    ['Ed25519', ED25519],
  ])('takes a %s key as PEM and as base64 of it', (_kind, pem) => {
    for (const given of [pem, Buffer.from(pem).toString('base64')]) {
      expect(readConfig({ ...env, IDENTITY_MOCK_PRIVATE_KEY: given }).privateKey).toBe(pem);
    }
  });

  it('reads people from a file', () => {
    expect(readConfig({ ...env, IDENTITY_MOCK_PEOPLE_FILE: file([AN]) }).people).toEqual([AN]);
  });

  it('names every variable that is missing', () => {
    const faults = faultsOf({});
    expect(faults).toHaveLength(Object.keys(env).length);
    for (const name of Object.keys(env)) expect(faults.join('\n')).toContain(`${name} is not set: give `);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', 'http'],
    ['IDENTITY_MOCK_ISSUER', 'ftp://idp.example'],
    ['IDENTITY_MOCK_ISSUER', 'https://idp.example/path'],
    ['IDENTITY_MOCK_ISSUER', 'https://idp.example/?query'],
    ['IDENTITY_MOCK_CLIENTS', '{"luutru":'],
    ['IDENTITY_MOCK_CLIENTS', '{}'],
    ['IDENTITY_MOCK_CLIENTS', '[]'],
    ['IDENTITY_MOCK_CLIENTS', JSON.stringify({ luutru: { ...CLIENTS.luutru, secret: 'short' } })],
    ['IDENTITY_MOCK_CLIENTS', JSON.stringify({ luutru: { ...CLIENTS.luutru, redirectUris: [] } })],
    ['IDENTITY_MOCK_CLIENTS', JSON.stringify({ luutru: { ...CLIENTS.luutru, redirectUris: ['/callback'] } })],
    ['IDENTITY_MOCK_PASSCODE', '12345'],
    ['IDENTITY_MOCK_ADMIN_TOKEN', 'fifteen-letters'],
    ['IDENTITY_MOCK_PRIVATE_KEY', 'no key'],
    ['IDENTITY_MOCK_PRIVATE_KEY', pemOf(generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey)],
    ['IDENTITY_MOCK_PEOPLE_FILE', '/nowhere/people.json'],
  ])('names %s when it is %s, without repeating it', (name, value) => {
    const faults = faultsOf({ ...env, [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${name} is wrong: give `));
    expect(faults[0]).not.toContain(value);
  });

  it.each([
    ['no JSON', '[{'],
    ['no list', AN],
    ['a person without a level', [{ ...AN, level: undefined }]],
  ])('names a people file with %s', (_case, content) => {
    expect(faultsOf({ ...env, IDENTITY_MOCK_PEOPLE_FILE: file(content) })).toHaveLength(1);
  });
});

function file(content: unknown): string {
  const path = join(folder, 'people.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function faultsOf(given: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(given);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}
