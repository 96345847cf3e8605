import type { Builder } from './builders';

/**
 * A row as whoever holds its bytes may read it: PostgreSQL writes bytea as hex, in which no word would ever be found, so what these
 * bytes are in the usual encodings follows it.
 *
 * @param row the row as PostgreSQL casts it to text
 */
export function legible(row: string): string {
  const bytes = [...row.matchAll(/\\+x([0-9a-f]{2,})/g)].map(([, hex = '']) => Buffer.from(hex, 'hex'));
  const texts = bytes.flatMap((b) => [b.toString('utf8'), b.toString('utf16le'), b.toString('base64url')]);
  return [row, ...texts].join('\n');
}

/** Every row of these tables, as {@link legible}; throws for a table without rows, in which nothing could be found. */
export async function keptIn(build: Builder, ...tables: readonly string[]): Promise<string> {
  const kept: string[] = [];
  for (const table of tables) {
    const rows = await build.rows<{ row: string }>(`SELECT t::text AS row FROM ${table} t`);
    if (rows.length === 0) throw new Error(`${table} is empty`);
    kept.push(...rows.map(({ row }) => legible(row)));
  }
  return kept.join('\n');
}
