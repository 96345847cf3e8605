import { Agent, request } from 'node:http';

/** Sends POST requests over kept-alive connections; counts what was not answered with 2xx. */
export class HttpLoad {
  private readonly agent: Agent;
  refused = 0;
  accepted = 0;

  constructor(
    private readonly origin: URL,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  post(path: string, body: string, headers: Record<string, string>): Promise<void> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = this.origin;
      const length = Buffer.byteLength(body);
      const sent = request(
        {
          hostname,
          port,
          path,
          method: 'POST',
          agent: this.agent,
          headers: { 'content-type': 'application/json', 'content-length': length, ...headers },
        },
        (answer) => {
          if (Math.floor((answer.statusCode ?? 0) / 100) === 2) this.accepted += 1;
          else this.refused += 1;
          answer.resume();
          answer.on('end', resolve);
          answer.on('error', reject);
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
