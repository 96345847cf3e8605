import type { Server, ServerResponse } from 'node:http';

const DRAIN_MS = 10_000;

/** Takes no new calls, lets running ones end for a while, and resolves when the last connection is gone. */
export async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  // Otherwise a kept-alive connection whose last answer is still to come would hold the stop up.
  server.prependListener('request', (_request, response: ServerResponse) => response.setHeader('Connection', 'close'));
  const closed = new Promise<void>((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
  });
  const deadline = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  try {
    await closed;
  } finally {
    clearTimeout(deadline);
  }
}
