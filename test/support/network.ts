import { createServer, request as forward, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What befalls a request: lost on the way there, lost on the way back, turned away, never answered. */
export type Fault = 'pass' | 'cut' | 'cut-after' | '503' | '429' | 'hang';

/** A network between client and API that fails as it is told to, then works. */
export class Network {
  readonly seen: { method: string; path: string; key: string | undefined; auth: string | undefined }[] = [];
  url = '';
  private faults: Fault[] = [];
  private server?: Server;

  async start(target: string): Promise<string> {
    const { hostname, port } = new URL(target);
    this.server = createServer((incoming, answer) => {
      const { method = '', url: path = '', headers } = incoming;
      this.seen.push({ method, path, key: headers['idempotency-key'] as string, auth: headers.authorization });
      const fault = this.faults.shift();
      if (fault === 'cut') return incoming.socket.destroy();
      if (fault === 'hang') return incoming.resume();
      if (fault === '503' || fault === '429') return turnAway(answer, Number(fault));
      const onward = forward({ hostname, port, method, path, headers }, (response) => {
        if (fault === 'cut-after') return response.resume().on('end', () => incoming.socket.destroy());
        answer.writeHead(response.statusCode ?? 500, response.headers);
        return response.pipe(answer);
      });
      onward.on('error', () => answer.destroy());
      return incoming.pipe(onward);
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
    return this.url;
  }

  next(...faults: Fault[]): void {
    this.faults = faults;
    this.seen.length = 0;
  }

  async stop(): Promise<void> {
    const { server } = this;
    server?.closeAllConnections();
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }
}

function turnAway(answer: ServerResponse, status: number): void {
  answer.writeHead(status, { 'retry-after': '7', 'content-type': 'application/problem+json' });
  answer.end(JSON.stringify({ code: 'turned-away', title: 'Later' }));
}
