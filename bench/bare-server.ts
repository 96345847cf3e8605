import fastify from 'fastify';
import { Pool } from 'pg';
import { declareStatement } from './declare-statement';

/**
 * The ceiling: the same rows of the same sizes, without authentication, rules, encryption, row security or receipt.
 * `/transaction` inserts one by one between BEGIN and COMMIT, as most software would; `/statement` in one statement.
 */
async function main(): Promise<void> {
  const { PORT = '0', DATABASE_URL = '', FACILITIES = '' } = process.env;
  const facilities = FACILITIES.split(',');
  const pool = new Pool({ connectionString: DATABASE_URL, max: 20 });
  const server = fastify();
  let turn = 0;
  const next = () => declareStatement(facilities[(turn += 1) % facilities.length] ?? '');

  server.post('/transaction', async (_request, reply) => {
    const { values } = next();
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      for (const { name, text, pick } of INSERTS) {
        await client.query({ name, text, values: pick.map((at) => values[at]) });
      }
      await client.query('COMMIT');
    } finally {
      client.release();
    }
    return reply.status(201).send({ ok: true });
  });

  server.post('/statement', async (_request, reply) => {
    const { name, text, values } = next();
    await pool.query({ name, text, values: [...values] });
    return reply.status(201).send({ ok: true });
  });

  server.get('/health/ready', async () => ({ ok: true }));
  await server.listen({ port: Number(PORT), host: '127.0.0.1' });
  process.once('SIGTERM', () => void server.close().then(() => pool.end()));
}

/**
 * The inserts of the declare statement, taken apart: each with the parameters it uses, in the order of that statement. All
 * but the note to the police, which is made of people without papers only: whom the benchmark declares has papers.
 */
const INSERTS = takeApart(declareStatement('00000000-0000-0000-0000-000000000000').text);

function takeApart(text: string): { name: string; text: string; pick: number[] }[] {
  const insert =
    /INSERT INTO (\w+) \(([^)]*)\)\s*SELECT ([\s\S]*?)(?:\s+FROM gate(?:\s+CROSS JOIN (unnest\([^)]*\) AS \w+\([^)]*\)))?|\s+WHERE )/g;
  const inserts = [...text.matchAll(insert)].filter(([, table]) => table !== 'police_notice');
  return inserts.map(([, table = '', columns = '', list = '', rows]) => {
    const pick: number[] = [];
    const renumbered = (rows === undefined ? list : `${list} FROM ${rows}`).replace(
      /\$(\d+)/g,
      (_whole, number: string) => {
        const at = Number(number) - 1;
        if (!pick.includes(at)) pick.push(at);
        return `$${pick.indexOf(at) + 1}`;
      },
    );
    return { name: `bare_${table}`, text: `INSERT INTO ${table} (${columns}) SELECT ${renumbered}`, pick };
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
