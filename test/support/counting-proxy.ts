import { connect, createServer, type Socket } from 'node:net';

/** Stands between a program and PostgreSQL and counts network round trips. */
export interface CountingProxy {
  readonly url: string;
  /** Round trips since the last call: how often the program spoke and then had to wait for an answer. */
  take(): number;
  close(): Promise<void>;
}

/** For one request at a time: a round trip begins whenever the program speaks after the server did. */
export async function startCountingProxy(target: string): Promise<CountingProxy> {
  const goal = new URL(target);
  const sockets = new Set<Socket>();
  let trips = 0;
  const server = createServer((program) => {
    const database = connect(Number(goal.port), goal.hostname);
    let serverSpokeLast = true;
    program.on('data', (chunk) => {
      if (serverSpokeLast) trips += 1;
      serverSpokeLast = false;
      database.write(chunk);
    });
    database.on('data', (chunk) => {
      serverSpokeLast = true;
      program.write(chunk);
    });
    for (const [from, to] of [
      [program, database],
      [database, program],
    ] as const) {
      sockets.add(from);
      from.setNoDelay(true);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.end();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = new URL(target);
  url.port = String(typeof address === 'object' && address ? address.port : 0);
  return {
    url: url.href,
    take: () => {
      const taken = trips;
      trips = 0;
      return taken;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
