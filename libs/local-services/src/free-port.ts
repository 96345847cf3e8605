import { createServer } from 'node:net';

/** A TCP port of 127.0.0.1 that is free now: the preferred one if it is, else any. */
export async function findFreePort(preferred = 0): Promise<number> {
  const port = await tryListen(preferred);
  if (port !== null) return port;
  const other = await tryListen(0);
  if (other === null) throw new Error('No free port on 127.0.0.1');
  return other;
}

function tryListen(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}
