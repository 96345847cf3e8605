import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the range that systems take the ports of outgoing connections from: nobody else is handed one of these by chance. */
const LOWEST = 15_000;
const HIGHEST = 32_000;
const ATTEMPTS = 200;

/** Ports this process has given out already; whoever asked may not be listening yet. */
const given = new Set<number>();

/** A TCP port of 127.0.0.1 that is free now: the preferred one if it is, else any. */
export async function findFreePort(preferred = 0): Promise<number> {
  if (preferred !== 0 && (await isFree(preferred))) return preferred;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
  throw new Error('No free port on 127.0.0.1');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
