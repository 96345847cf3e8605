import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { SqlValue, Statement } from '@luutru/platform';
import { type Round, summarise } from './rounds';

/** True where the program is on PATH. */
export function hasPgbench(): boolean {
  try {
    execFileSync('pgbench', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * A statement as a script of pgbench. Values that must differ each time are made of one random number, in SQL, so that PostgreSQL
 * does that little work too; all others are written out.
 * @param example the same statement twice, with values as they come: what differs between them has to differ each time
 */
export function asScript(example: readonly [Statement, Statement], facilityIds: readonly string[]): string {
  const [one, other] = example;
  const now = Math.min(...one.values.filter((value) => value instanceof Date).map(Number));
  const values = one.values.map((value, at) => {
    if (value instanceof Date) return `now() + interval '${Number(value) - now} milliseconds'`;
    return same(value, other.values[at]) ? literal(value) : fresh(value, String(at), facilityIds);
  });
  const text = one.text
    .replace(/\$(\d+)/g, (_whole, number: string) => `(${values[Number(number) - 1] ?? 'NULL'})`)
    .replace(/\s+/g, ' ');
  return `\\set r random(1, 9000000000000000)\n\\set f random(1, ${facilityIds.length})\n${text};\n`;
}

/** One round of the script; the milliseconds of each transaction are those that pgbench logs. */
export async function pgbenchRound(url: string, script: string, clients: number, ms: number): Promise<Round> {
  const folder = mkdtempSync(join(tmpdir(), 'luutru-pgbench-'));
  try {
    writeFileSync(join(folder, 'declare.sql'), script);
    const seconds = Math.max(1, Math.round(ms / 1_000));
    const options = ['-n', '-M', 'prepared', '-c', String(clients), '-j', String(Math.min(2, clients))];
    const log = ['-l', '--log-prefix', join(folder, 'log'), '-f', join(folder, 'declare.sql')];
    await promisify(execFile)('pgbench', [...options, '-T', String(seconds), ...log, url], { cwd: folder });
    const took = readdirSync(folder)
      .filter((name) => name.startsWith('log'))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
      .filter((line) => line !== '')
      .map((line) => Number(line.split(' ')[2]) / 1_000);
    return summarise(took, seconds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param place of the value in the statement, which makes it another one than its neighbours */
function fresh(value: SqlValue, place: string, facilityIds: readonly string[]): string {
  if (Buffer.isBuffer(value)) return bytes(value.length, place);
  if (Array.isArray(value))
    return `ARRAY[${value.map((element, nth) => fresh(element as SqlValue, `${place}.${nth}`, facilityIds)).join(', ')}]`;
  if (typeof value === 'string' && facilityIds.includes(value)) {
    return `(ARRAY[${facilityIds.map((id) => `'${id}'`).join(', ')}])[:f]`;
  }
  if (typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value)) return `md5('${place} ' || (:r)::text)::uuid`;
  return `('{"r":"' || repeat(md5((:r)::text), ${Math.ceil(String(value).length / 32)}) || '"}')`;
}

const bytes = (length: number, place: string): string =>
  `decode(left(repeat(md5('${place} ' || (:r)::text), ${Math.ceil(length / 16)}), ${length * 2}), 'hex')`;

function literal(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`;
  if (Array.isArray(value))
    return value.length === 0 ? `'{}'` : `ARRAY[${value.map((v) => literal(v as SqlValue)).join(', ')}]`;
  return typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : `'${String(value).replaceAll("'", "''")}'`;
}

const same = (one: SqlValue, other: SqlValue | undefined): boolean => literal(one) === literal(other ?? null);
