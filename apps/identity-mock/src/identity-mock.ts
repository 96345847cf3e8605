import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { admin } from './admin/admin';
import { BehaviourSwitch } from './behaviour/behaviour-switch';
import { bendTokens } from './behaviour/bend-tokens';
import { beDown } from './behaviour/be-down';
import { answerFailures, logUnexpected } from './http/answer-failures';
import { closeServer } from './http/close-server';
import { health } from './http/health';
import type { IdentityMockOptions } from './options';
import { home } from './pages/home.page';
import { signIn } from './pages/sign-in';
import { People } from './people/people';
import { createProvider } from './provider/provider';
import { makeSigningKey, readSigningKey, type SigningKey, subjectKeyOf } from './provider/signing-key';

/** The stand-in of the national identity provider. */
export interface IdentityMock {
  /** Starts to answer; port 0 takes any free one. Rejects when the port cannot be had or a client makes no sense. */
  listen(port: number, host: string): Promise<void>;
  /** Where it listens, without a trailing slash. Throws before it does. */
  readonly url: string;
  /** How it calls itself in discovery and ID tokens. Throws before it listens. */
  readonly issuer: string;
  /** Lets running calls end, for a while, and stops. */
  close(): Promise<void>;
}

/** Rejects when the key is none the stand-in can sign with. */
export async function createIdentityMock(options: IdentityMockOptions): Promise<IdentityMock> {
  const key = signingKeyOf(options.privateKey);
  const { logger = pino({ level: 'silent' }) } = options;
  const people = new People(subjectKeyOf(key), options.people);
  const behaviour = new BehaviourSwitch();
  const server = createServer();
  let listening: { url: string; issuer: string } | undefined;
  const whereabouts = () => {
    if (!listening) throw new Error('the stand-in does not listen yet');
    return listening;
  };

  return {
    async listen(port, host) {
      server.listen(port, host);
      await once(server, 'listening');
      const url = urlOf(server, host);
      const issuer = options.issuer ?? url;
      try {
        await serve(issuer);
      } catch (error) {
        await closeServer(server);
        throw error;
      }
      listening = { url, issuer };
    },
    get url() {
      return whereabouts().url;
    },
    get issuer() {
      return whereabouts().issuer;
    },
    close: () => closeServer(server),
  };

  /** Only once the server listens is the issuer known, which everything the provider says contains. */
  async function serve(issuer: string): Promise<void> {
    const provider = createProvider(issuer, options.clients, people, key);
    // Koa would print errors itself, with everything in them.
    provider.silent = true;
    provider.use(answerFailures(logger));
    provider.use(health);
    provider.use(admin(people, behaviour, options.adminToken));
    provider.use(beDown(behaviour));
    provider.use(home);
    provider.use(signIn(provider, people, options.passcode));
    provider.use(bendTokens(behaviour, key));
    provider.on('server_error', (_ctx, error) => logUnexpected(logger, error));
    const answer = provider.callback();
    server.on('request', (request, response) => {
      pinOrigin(request, issuer);
      void answer(request, response);
    });
    // The provider reads its clients at their first use; a mistake in them is to show at the start.
    await Promise.all(Object.keys(options.clients).map((id) => provider.Client.find(id)));
  }
}

/** The provider makes addresses from the request's Host, which anybody can choose; they are to be those of the issuer. */
function pinOrigin({ headers }: IncomingMessage, issuer: string): void {
  const { host, protocol } = new URL(issuer);
  headers.host = host;
  headers['x-forwarded-host'] = host;
  headers['x-forwarded-proto'] = protocol.slice(0, -1);
}

function signingKeyOf(pem: string | undefined): SigningKey {
  if (pem === undefined) return makeSigningKey();
  const key = readSigningKey(pem);
  if (!key) throw new Error('the private key must be P-256 or Ed25519, PEM');
  return key;
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
