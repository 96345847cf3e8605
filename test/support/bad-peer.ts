import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** How a peer can fail to be one: takes what it is told and never answers, answers a byte at a time, never stops answering. */
export type BadManners = 'silent' | 'dripping' | 'endless' | 'dripping-head';

export const BAD_MANNERS: readonly BadManners[] = ['silent', 'dripping', 'endless', 'dripping-head'];

const DRIP_MS = 20;
const CHUNK = Buffer.alloc(64 * 1024, ' ');

/** A server that accepts every connection and does not behave on any. */
export class BadPeer {
  /** Bytes it got rid of. */
  sent = 0;
  connections = 0;
  private readonly sockets = new Set<Socket>();
  private readonly timers = new Set<NodeJS.Timeout>();

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async start(manners: BadManners): Promise<BadPeer> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const peer = new BadPeer(server, (server.address() as AddressInfo).port);
    server.on('connection', (socket) => peer.meet(socket, manners));
    return peer;
  }

  /** With a scheme of the caller's choice, for peers that are no web servers. */
  url(scheme = 'http'): string {
    return `${scheme}://127.0.0.1:${this.port}`;
  }

  async close(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private meet(socket: Socket, manners: BadManners): void {
    this.connections += 1;
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
    socket.once('data', () => this.answer(socket, manners));
    socket.resume();
  }

  private answer(socket: Socket, manners: BadManners): void {
    if (manners === 'silent') return;
    if (manners === 'dripping-head') return this.drip(socket, 'HTTP/1.1 200 OK\r\nX-Slow: ', 'x');
    const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n';
    if (manners === 'dripping') this.drip(socket, head, ' ');
    else this.pour(socket.setNoDelay(true), head);
  }

  private drip(socket: Socket, begin: string, text: string): void {
    socket.write(begin);
    const timer = setInterval(() => {
      if (socket.destroyed) return clearInterval(timer);
      this.sent += text.length;
      return socket.write(text);
    }, DRIP_MS);
    this.timers.add(timer);
  }

  /** At 64 MB a second at most, so that what a time-out lets through does not depend on the speed of the machine. */
  private pour(socket: Socket, begin: string): void {
    socket.write(begin);
    const more = (): void => {
      if (socket.destroyed) return;
      this.sent += CHUNK.length;
      if (socket.write(CHUNK)) setTimeout(more, 1);
      else socket.once('drain', () => setTimeout(more, 1));
    };
    more();
  }
}
