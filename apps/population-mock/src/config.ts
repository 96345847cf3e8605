import { createPrivateKey, createPublicKey, randomInt } from 'node:crypto';
import type { PopulationMockOptions } from './options';

/** All variables that are missing or wrong, one line each. Values are never repeated. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'ConfigError';
  }
}

/** Reads the environment; throws one {@link ConfigError} that names every variable at fault. */
export function readConfig(env: NodeJS.ProcessEnv): Omit<PopulationMockOptions, 'logger'> {
  const faults: string[] = [];
  const read = <T>(
    name: string,
    fallback: T | undefined,
    parse: (text: string) => T | undefined,
    wanted: string,
  ): T => {
    const text = env[name];
    const value = text ? parse(text) : fallback;
    if (value === undefined) faults.push(`${name} ${text ? 'is wrong' : 'is not set'}: give ${wanted}`);
    return value as T;
  };
  const config = {
    host: read('HOST', '127.0.0.1', (text) => text, 'an address to listen on'),
    port: read('PORT', undefined, wholeNumber(0, 65_535), 'a port from 0 to 65535 (0 takes any free one)'),
    databaseUrl: read('POPULATION_MOCK_DATABASE_URL', undefined, postgresUrl, 'a postgres:// URL'),
    clients: read(
      'POPULATION_MOCK_CLIENTS',
      undefined,
      clients,
      'JSON {"<client id>": "<Ed25519 public key, PEM or base64 of it>"}',
    ),
    privateKey: read(
      'POPULATION_MOCK_PRIVATE_KEY',
      undefined,
      privateKey,
      'an Ed25519 private key, PEM or base64 of it',
    ),
    adminToken: read('POPULATION_MOCK_ADMIN_TOKEN', undefined, secret, 'a secret of at least 16 characters'),
    seed: read(
      'POPULATION_MOCK_SEED',
      randomInt(2 ** 32),
      wholeNumber(0, 2 ** 32 - 1),
      'a whole number from 0 to 4294967295',
    ),
  };
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}

const wholeNumber = (min: number, max: number) => (text: string) => {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  return value >= min && value <= max ? value : undefined;
};

const secret = (text: string): string | undefined => (text.length >= 16 ? text : undefined);

const postgresUrl = (text: string): string | undefined =>
  URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol) ? text : undefined;

/** A PEM fits on one line of an environment file as base64. */
const pemText = (text: string): string =>
  text.includes('-----BEGIN') ? text : Buffer.from(text, 'base64').toString('utf8');

const privateKey = (text: string): string | undefined => ed25519(pemText(text), createPrivateKey);

function clients(text: string): Record<string, string> | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
  const entries = Object.entries(parsed).map(
    ([id, key]) => [id, typeof key === 'string' ? publicKey(key) : undefined] as const,
  );
  const usable = entries.length > 0 && entries.every(([id, key]) => id !== '' && key !== undefined);
  return usable ? (Object.fromEntries(entries) as Record<string, string>) : undefined;
}

const publicKey = (text: string): string | undefined => ed25519(pemText(text), createPublicKey);

function ed25519(pem: string, parse: typeof createPublicKey | typeof createPrivateKey): string | undefined {
  try {
    return parse(pem).asymmetricKeyType === 'ed25519' ? pem : undefined;
  } catch {
    return undefined;
  }
}
