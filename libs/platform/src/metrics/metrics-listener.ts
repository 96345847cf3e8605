import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Metrics, METRICS_CONTENT_TYPE } from './metrics';

/** A port of its own for `GET /metrics`, so that no public address ever answers it. */
export class MetricsListener {
  private readonly server: Server;

  constructor(metrics: Metrics) {
    this.server = createServer((request, response) => {
      request.resume();
      if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') {
        response.writeHead(404).end();
        return;
      }
      metrics.text().then(
        (text) => response.writeHead(200, { 'Content-Type': METRICS_CONTENT_TYPE }).end(text),
        () => response.writeHead(503).end(),
      );
    });
  }

  /** @returns the port, which is another one when 0 was asked for */
  async listen(port: number, host: string): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, resolve);
    });
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    if (!this.server.listening) return;
    await new Promise((resolve) => {
      this.server.close(resolve);
      this.server.closeAllConnections();
    });
  }
}
