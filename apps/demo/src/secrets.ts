import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { DemoError } from './say';

/** An Ed25519 key pair, PEM. */
export interface KeyPair {
  readonly privateKey: string;
  readonly publicKey: string;
}

/** What the demo's services know each other by; made at the first start and kept with the data. */
export interface DemoSecrets {
  readonly postgres: string;
  readonly app: string;
  readonly worker: string;
  readonly authority: string;
  readonly population: string;
  readonly queue: string;
  /** `id:base64` of 32 bytes, as LUUTRU_MASTER_KEYS wants it. */
  readonly masterKeys: string;
  /** `id:base64` of 32 bytes, as LUUTRU_INDEX_KEYS wants it. */
  readonly indexKeys: string;
  /** `id:base64` of 32 bytes, as LUUTRU_SEAL_KEY wants it. */
  readonly sealKey: string;
  /** `id:base64` of a seed of 32 bytes, as LUUTRU_RECEIPT_KEY wants it. */
  readonly receiptKey: string;
  /** Signs the identity stand-in's tokens. */
  readonly identityServer: KeyPair;
  readonly identityAdminToken: string;
  readonly identityClientSecret: string;
  /** What everybody types at the identity stand-in. */
  readonly identityPasscode: string;
  /** Signs what we send to the population database. */
  readonly populationClient: KeyPair;
  /** Signs what the population database answers. */
  readonly populationServer: KeyPair;
  readonly populationAdminToken: string;
}

/** Null when there are none yet; throws a {@link DemoError} when they cannot be used. */
export const readSecrets = (file: string): DemoSecrets | null => (existsSync(file) ? read(file) : null);

export function writeSecrets(file: string, secrets: DemoSecrets): void {
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
}

export function makeSecrets(): DemoSecrets {
  return {
    postgres: password(),
    app: password(),
    worker: password(),
    authority: password(),
    population: password(),
    queue: password(),
    masterKeys: key(),
    indexKeys: key(),
    sealKey: key(),
    receiptKey: key(),
    identityServer: keyPair(),
    identityAdminToken: password(),
    identityClientSecret: password(),
    identityPasscode: `demo-${randomBytes(3).toString('hex')}`,
    populationClient: keyPair(),
    populationServer: keyPair(),
    populationAdminToken: password(),
  };
}

/** Secrets that came later and that nothing stored depends on: a folder of an earlier version gets them. */
const ADDED_LATER: readonly string[] = [
  'sealKey',
  'receiptKey',
  'identityServer',
  'identityAdminToken',
  'identityClientSecret',
  'identityPasscode',
];

const password = (): string => randomBytes(24).toString('base64url');
const key = (): string => `1:${randomBytes(32).toString('base64')}`;

const keyPair = (): KeyPair =>
  generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

function read(file: string): DemoSecrets {
  const kept = parse(readFileSync(file, 'utf8'));
  const made = makeSecrets();
  const missing = Object.keys(made).filter((name) => !(name in kept));
  if (missing.length === 0) return kept as DemoSecrets;
  if (missing.every((name) => ADDED_LATER.includes(name))) return replace(file, { ...made, ...kept });
  throw new DemoError(
    `${file} thiếu ${missing.join(', ')}: khôi phục tệp này, hoặc chạy lại với --fresh để làm lại từ đầu`,
    `${file} lacks ${missing.join(', ')}: restore it, or run with --fresh to start over`,
  );
}

/** In one step, so that a crash leaves either the old file or the new one. */
function replace(file: string, secrets: DemoSecrets): DemoSecrets {
  const next = `${file}.next`;
  rmSync(next, { force: true });
  writeSecrets(next, secrets);
  renameSync(next, file);
  return secrets;
}

function parse(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
