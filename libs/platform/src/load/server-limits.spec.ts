import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { limitConnections, SERVER_LIMITS, serverOptions, type ServerLimits } from './server-limits';

describe('limits of a server', () => {
  let server: Server;
  const sockets: Socket[] = [];
  async function serve(limits: Partial<ServerLimits>): Promise<void> {
    const all = { ...SERVER_LIMITS, ...limits };
    server = createServer(serverOptions(all).http, (_request, response) => response.end('ok'));
    limitConnections(server, all);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  }
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  async function open(): Promise<Socket> {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    sockets.push(socket.on('error', () => undefined));
    await once(socket, 'connect');
    return socket;
  }
  /** True when the socket is answered, false when it is closed. */
  const isServed = (socket: Socket): Promise<boolean> =>
    new Promise((resolve) => {
      if (socket.destroyed) resolve(false);
      socket.once('data', () => resolve(true));
      socket.once('close', () => resolve(false));
      socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    });

  it('one address has so many connections, and gets them back', async () => {
    await serve({ connectionsPerAddress: 2 });
    const [first, second, third] = [await open(), await open(), await open()];
    expect([await isServed(first), await isServed(second), await isServed(third)]).toEqual([true, true, false]);
    first.destroy();
    await once(first, 'close');
    let served = false;
    while (!served) served = await isServed(await open());
    expect(served).toBe(true);
  });

  it('when all are taken, those that wait for another request make room', async () => {
    await serve({ connections: 2, connectionsPerAddress: 0 });
    const [first, second] = [await open(), await open()];
    expect([await isServed(first), await isServed(second)]).toEqual([true, true]);
    const closed = Promise.all([once(first, 'close'), once(second, 'close')]);
    expect(await isServed(await open())).toBe(false);
    await closed;
    expect(await isServed(await open())).toBe(true);
  });
});
