import type { SqlValue, Statement } from './statement';

/**
 * Turns `:name` parameters into PostgreSQL's numbered ones, once. The function it returns fills them per call; a name used
 * twice is sent once, and a value for every name is required.
 */
export function namedStatement<K extends string>(
  statementName: string,
  sql: string,
): (values: Readonly<Record<K, SqlValue>>) => Statement {
  const names: K[] = [];
  const text = sql.replace(/(?<![:\w]):([a-z_]\w*)/g, (_match, name: K) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return (values) => ({
    name: statementName,
    text,
    values: names.map((name) => {
      const value = values[name];
      if (value === undefined) throw new Error(`Statement ${statementName}: no value for :${name}`);
      return value;
    }),
  });
}
