import { readFileSync } from 'node:fs';
import type { KeyObject } from 'node:crypto';
import { parseArgs } from 'node:util';
import { AuditVerifier, describeVerification, HeadsFolder } from '@luutru/audit';
import { isCalendarDate } from '@luutru/calendar';
import { openDatabase, type PublicJwk, publicKeyOf, SigningKeyRepository } from '@luutru/platform';
import { readAdministerConfig } from './cli.config';

const USAGE = `audit verify [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--heads DIR] [--jwks FILE]
  --from, --to  only seals made on these days
  --heads       compare with the heads exported to this folder
  --jwks        trust the keys of this file, not those of the database
`;

/** Verifies the seals over the audit trail; fails at the first broken place. */
export async function auditCommand(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      heads: { type: 'string' },
      jwks: { type: 'string' },
    },
  });
  if (positionals.join(' ') !== 'verify') throw new Error(USAGE);
  for (const day of [values.from, values.to]) {
    if (day !== undefined && !isCalendarDate(day)) throw new Error(`${day} is no day such as 2027-12-31\n${USAGE}`);
  }
  const { database, close } = await openDatabase({
    url: readAdministerConfig(env).MIGRATOR_DATABASE_URL,
    role: 'luutru_migrator',
    poolSize: 1,
    applicationName: 'luutru-cli',
    entities: [],
  });
  try {
    const published = values.jwks ? readKeys(values.jwks) : await new SigningKeyRepository(database).list('seal');
    const verification = await new AuditVerifier(database).verify({
      keys: keysOf(published),
      fromDay: values.from,
      toDay: values.to,
      heads: values.heads === undefined ? undefined : new HeadsFolder(values.heads).heads(),
    });
    const text = describeVerification(verification).join('\n');
    if (verification.finding) throw new Error(text);
    process.stdout.write(`${text}\n`);
  } finally {
    await close();
  }
}

/** A key that cannot be read counts as unknown: whoever damaged it gains nothing. */
function keysOf(published: readonly PublicJwk[]): Map<string, KeyObject> {
  const keys = new Map<string, KeyObject>();
  for (const jwk of published) {
    try {
      keys.set(jwk.kid, publicKeyOf(jwk));
    } catch {
      process.stderr.write(`Key ${jwk.kid} cannot be read\n`);
    }
  }
  return keys;
}

/** A JSON Web Key Set (RFC 7517); keys of other uses are left out by their id. */
function readKeys(file: string): PublicJwk[] {
  const { keys } = JSON.parse(readFileSync(file, 'utf8')) as { keys?: PublicJwk[] };
  if (!Array.isArray(keys)) throw new Error(`${file} is no JSON Web Key Set`);
  return keys.filter(({ kid }) => String(kid).startsWith('seal-'));
}
