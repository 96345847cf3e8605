import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** `through` passes everything on; `cut` resets connections old and new; `half-close` ends the way back in mid-answer. */
export type ProxyMode = 'through' | 'cut' | 'delay' | 'half-close';

const DELAY_MS = 900;

/** A network between two programs that can be made bad, and counts how often it was. */
export class FaultyProxy {
  /** Connections cut, delayed or half closed. */
  spoilt = 0;
  private mode: ProxyMode = 'through';
  private server?: Server;
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private port = 0;
  private turn = 0;

  /** @param targets ports on this machine, taken in turn */
  constructor(private readonly targets: readonly number[]) {}

  async start(): Promise<number> {
    this.server = createServer((near) => this.join(near));
    await new Promise<void>((resolve) => this.server?.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
    return this.port;
  }

  set(mode: ProxyMode): void {
    this.mode = mode;
    if (mode !== 'cut') return;
    for (const [near, far] of this.pairs) {
      this.spoilt += 1;
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
  }

  async stop(): Promise<void> {
    const { server } = this;
    for (const pair of this.pairs) for (const socket of pair) socket.destroy();
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }

  private join(near: Socket): void {
    if (this.mode === 'cut') {
      this.spoilt += 1;
      near.resetAndDestroy();
      return;
    }
    this.turn += 1;
    const far = connect(this.targets[this.turn % this.targets.length] ?? 0, '127.0.0.1');
    const pair = [near, far] as const;
    this.pairs.add(pair);
    near.on('data', (chunk) => this.pass(chunk, far));
    far.on('data', (chunk) => this.pass(chunk, near, far));
    for (const [from, to] of [pair, [far, near] as const]) {
      from.setNoDelay(true);
      from.on('end', () => to.end());
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.pairs.delete(pair);
        to.destroy();
      });
    }
  }

  /** @param back set on the way back: an answer may be broken off */
  private pass(chunk: Buffer, to: Socket, back?: Socket): void {
    if (this.mode === 'delay') {
      this.spoilt += 1;
      setTimeout(() => to.writable && to.write(chunk), DELAY_MS);
    } else if (this.mode === 'half-close' && back) {
      this.spoilt += 1;
      to.end(chunk.subarray(0, Math.floor(chunk.length / 2)));
    } else if (to.writable) {
      to.write(chunk);
    }
  }
}
