import { connect, type Socket } from 'node:net';

/** A client that speaks HTTP as badly as a test wants. */
export class RawClient {
  readonly socket: Socket;
  private text = '';
  private readonly ended: Promise<void>;
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.socket = connect(Number(port), hostname);
    this.socket.on('data', (bytes) => (this.text += bytes.toString('utf8')));
    this.socket.on('error', () => undefined);
    this.ended = new Promise((resolve) => this.socket.once('close', () => resolve()));
  }

  send(text: string | Buffer): this {
    this.socket.write(text);
    return this;
  }

  /** Sends the text one character every so often, for as long as the other side listens. */
  drip(text: string, everyMs: number): this {
    let at = 0;
    const timer = setInterval(() => {
      if (this.socket.destroyed) clearInterval(timer);
      else this.socket.write(text.charAt((at += 1) % text.length));
    }, everyMs);
    this.timers.add(timer);
    return this;
  }

  /** Sends the same bytes over and over, as fast as they are taken, until so many are sent or the other side has had enough. */
  async pour(chunk: Buffer, bytes: number): Promise<number> {
    let sent = 0;
    while (sent < bytes && !this.socket.destroyed && this.text === '') {
      sent += chunk.length;
      if (!this.socket.write(chunk)) await this.drained();
      else await new Promise(setImmediate);
    }
    return sent;
  }

  /** All that was answered, once the other side has closed. */
  async closed(): Promise<string> {
    await this.ended;
    this.stop();
    return this.text;
  }

  /** What was answered by the time that `complete` holds of it. */
  async answered(complete: (text: string) => boolean = (text) => text.includes('\r\n\r\n')): Promise<string> {
    while (!complete(this.text) && !this.socket.destroyed) await new Promise(setImmediate);
    return this.text;
  }

  stop(): void {
    for (const timer of this.timers) clearInterval(timer);
    this.socket.destroy();
  }

  private drained(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        this.socket.off('drain', done).off('close', done).off('data', done);
        resolve();
      };
      this.socket.once('drain', done).once('close', done).once('data', done);
    });
  }
}

export const statusOf = (text: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
