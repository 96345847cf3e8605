import { readFileSync } from 'node:fs';
import { isObject } from './http/body';
import { Failure } from './http/failure';
import type { IdentityMockClient, IdentityMockOptions } from './options';
import { type Person, readPeople } from './people/person';
import { readSigningKey } from './provider/signing-key';

/** All variables that are missing or wrong, one line each. Values are never repeated. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'ConfigError';
  }
}

export interface IdentityMockConfig extends Omit<IdentityMockOptions, 'logger'> {
  readonly host: string;
  readonly port: number;
}

/** Reads the environment; throws one {@link ConfigError} that names every variable at fault. */
export function readConfig(env: NodeJS.ProcessEnv): IdentityMockConfig {
  const faults: string[] = [];
  const optional = <T>(name: string, parse: (text: string) => T | undefined, wanted: string): T | undefined => {
    const text = env[name];
    const value = text ? parse(text) : undefined;
    if (text && value === undefined) faults.push(`${name} is wrong: give ${wanted}`);
    return value;
  };
  const required = <T>(name: string, parse: (text: string) => T | undefined, wanted: string): T => {
    if (!env[name]) faults.push(`${name} is not set: give ${wanted}`);
    return optional(name, parse, wanted) as T;
  };
  const config = {
    host: env.HOST || '127.0.0.1',
    port: required('PORT', portNumber, 'a port from 0 to 65535 (0 takes any free one)'),
    issuer: optional('IDENTITY_MOCK_ISSUER', origin, 'an http(s) URL without path, such as https://idp.example'),
    clients: required(
      'IDENTITY_MOCK_CLIENTS',
      clients,
      'JSON {"<client id>": {"secret": "<at least 16 characters>", "redirectUris": ["<http(s) URL>"]}}',
    ),
    passcode: required('IDENTITY_MOCK_PASSCODE', secret(6), 'a passcode of at least 6 characters'),
    adminToken: required('IDENTITY_MOCK_ADMIN_TOKEN', secret(16), 'a secret of at least 16 characters'),
    privateKey: optional(
      'IDENTITY_MOCK_PRIVATE_KEY',
      privateKey,
      'a P-256 or Ed25519 private key, PEM or base64 of it',
    ),
    people: optional(
      'IDENTITY_MOCK_PEOPLE_FILE',
      people,
      'a JSON file: [{personalNumber, fullName, birthDate, sex, level}]',
    ),
  };
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}

function portNumber(text: string): number | undefined {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  return value <= 65_535 ? value : undefined;
}

const secret =
  (min: number) =>
  (text: string): string | undefined =>
    text.length >= min ? text : undefined;

const isWebUrl = (text: unknown): text is string =>
  typeof text === 'string' && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

function origin(text: string): string | undefined {
  if (!isWebUrl(text)) return undefined;
  const { href, origin } = new URL(text);
  return href === `${origin}/` ? origin : undefined;
}

/** A PEM fits on one line of an environment file as base64. */
function privateKey(text: string): string | undefined {
  const pem = text.includes('-----BEGIN') ? text : Buffer.from(text, 'base64').toString('utf8');
  return readSigningKey(pem) ? pem : undefined;
}

function clients(text: string): Record<string, IdentityMockClient> | undefined {
  const parsed = parseJson(text);
  if (!isObject(parsed)) return undefined;
  const usable = Object.entries(parsed).every(([id, client]) => id !== '' && isClient(client));
  return usable && Object.keys(parsed).length > 0 ? (parsed as Record<string, IdentityMockClient>) : undefined;
}

const isClient = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.secret === 'string' &&
  value.secret.length >= 16 &&
  Array.isArray(value.redirectUris) &&
  value.redirectUris.length > 0 &&
  value.redirectUris.every(isWebUrl);

function people(path: string): Person[] | undefined {
  try {
    return readPeople(parseJson(readFileSync(path, 'utf8')));
  } catch (error) {
    if (error instanceof Failure || (error as NodeJS.ErrnoException).code) return undefined;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
