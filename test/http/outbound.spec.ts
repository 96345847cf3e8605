import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PortalClient } from '@luutru/kbtt-forwarding';
import { NationalIdentityService, type SignInFlow } from '@luutru/national-identity';
import { createLogger, JobQueue, openDatabase } from '@luutru/platform';
import { PopulationClient } from '@luutru/population';
import { SafeSender } from '@luutru/webhook';
import { BAD_MANNERS, type BadManners, BadPeer } from '../support/bad-peer';
import { keyPair, stayEvent } from './population.builders';

const TIMEOUT_MS = 300;
/** What may have been on the way when the answer was given up. */
const MOST_BYTES = 32 * 1024 * 1024;

describe.each(BAD_MANNERS)('a peer that is %s', (manners: BadManners) => {
  let peer: BadPeer;
  beforeEach(async () => {
    peer = await BadPeer.start(manners);
  });
  afterEach(async () => {
    expect(peer.connections).toBeGreaterThan(0);
    expect(peer.sent).toBeLessThan(MOST_BYTES);
    await peer.close();
  });

  it('is given up by the client of the population database', async () => {
    const { privateKey, publicKey } = keyPair();
    const keys = { clientId: 'test', privateKey, serverPublicKey: publicKey };
    const limits = { timeoutMs: TIMEOUT_MS, maxConnections: 2 };
    const client = new PopulationClient({ baseUrl: peer.url(), ...keys, ...limits, now: () => new Date() });
    await expect(client.recordStayEvent(stayEvent())).rejects.toMatchObject({
      name: 'PopulationUnavailable',
      reason: manners === 'endless' ? 'untrusted-response' : 'timeout',
      outcomeUnknown: true,
    });
    await client.close();
  });

  it('is given up by the sender of webhooks', async () => {
    const sender = new SafeSender({ allowHttp: true, allowAddress: () => true, timeoutMs: TIMEOUT_MS });
    const sent = await sender.post(peer.url(), {}, '{}');
    // One that has said that it took the message, and goes on talking, has taken it.
    expect([sent.status, sent.error]).toEqual(manners === 'endless' ? [200, null] : [null, 'timeout']);
  });

  it('is given up by the client of the national portal', async () => {
    const secrets = { clientId: 'a', clientSecret: 'b' };
    const client = new PortalClient({ baseUrl: peer.url(), ...secrets, timeoutMs: TIMEOUT_MS, now: () => new Date() });
    const account = { facilityId: 'f', username: 'u', password: 'p' };
    await expect(client.tell(account, { say: 'change', element: {} } as never)).rejects.toMatchObject({
      reason: 'connection',
      outcomeUnknown: false,
    });
  });

  const unavailable = { code: 'identity-provider-unavailable' };
  const service = (issuer: string): NationalIdentityService =>
    new NationalIdentityService({
      issuer,
      clientId: 'test',
      clientSecret: 'test-client-secret',
      redirectUri: 'http://127.0.0.1/back',
      timeoutMs: TIMEOUT_MS,
    });

  it('is given up as an identity provider that is looked up', async () => {
    await expect(service(peer.url()).begin()).rejects.toMatchObject(unavailable);
  });

  it.each(['token_endpoint', 'jwks_uri'] as const)('is given up as the %s of an identity provider', async (bad) => {
    const flow: SignInFlow = { state: 's', nonce: 'n', codeVerifier: 'v'.repeat(43) };
    const provider = createServer((request, answer) => {
      const issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
      const own = { token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks` };
      const about = { issuer, authorization_endpoint: `${issuer}/auth`, ...own, [bad]: `${peer.url()}/` };
      const isToken = request.url === '/token';
      request.resume();
      answer.setHeader('Content-Type', 'application/json');
      answer.end(JSON.stringify(isToken ? tokens(issuer, flow.nonce) : about));
    });
    provider.listen(0, '127.0.0.1');
    await once(provider, 'listening');
    const issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
    await expect(service(issuer).complete('code=c&state=s', flow)).rejects.toMatchObject(unavailable);
    provider.closeAllConnections();
    provider.close();
  });

  it('is given up as the Redis of the queue', async () => {
    const queue = new JobQueue('test', { kind: 'redis', url: peer.url('redis') }, createLogger('test', 'silent'));
    await expect(queue.addAll([{ id: 'a', name: 'n', payload: {} }])).rejects.toMatchObject({
      code: 'queue-unavailable',
    });
    while (peer.connections === 0) await new Promise(setImmediate);
    await queue.close();
  });

  it('is given up as a PostgreSQL', async () => {
    const limits = { connectMs: TIMEOUT_MS, statementMs: 1_000, lockMs: 1_000 };
    const options = { url: `${peer.url('postgres')}/none`, poolSize: 1, applicationName: 'test', entities: [], limits };
    await expect(openDatabase(options)).rejects.toThrow();
  });
});

describe('a name server that never answers', () => {
  it('keeps nobody waiting for long, and takes no thread from those who sign in', async () => {
    const deaf = createSocket('udp4');
    deaf.bind(0, '127.0.0.1');
    await once(deaf, 'listening');
    const sender = new SafeSender({ nameServers: [`127.0.0.1:${deaf.address().port}`] });
    expect(await sender.fault('https://hooks.example.com/x')).toBe('webhook-url-unresolved');
    deaf.close();
  });
});

/** An answer that is right in all but the signature, which cannot be checked without the keys. */
function tokens(issuer: string, nonce: string): object {
  const now = Math.floor(Date.now() / 1000);
  const part = (content: object): string => Buffer.from(JSON.stringify(content)).toString('base64url');
  const claims = { iss: issuer, aud: 'test', sub: 'x', nonce, iat: now, exp: now + 60, auth_time: now };
  const idToken = `${part({ alg: 'RS256', kid: 'k' })}.${part(claims)}.${'A'.repeat(342)}`;
  return { access_token: 'a', token_type: 'bearer', id_token: idToken };
}
