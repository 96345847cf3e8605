import { Resolver } from 'node:dns/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress, urlFault } from './address-rules';

export interface Sent {
  /** The HTTP status; null when there was no answer. */
  readonly status: number | null;
  /** A class of failure, never a text of the other side. */
  readonly error: string | null;
  readonly ms: number;
}

export interface SenderOptions {
  /** Besides addresses of the public Internet; for development and tests. */
  readonly allowAddress?: (address: string) => boolean;
  readonly allowHttp?: boolean;
  readonly timeoutMs?: number;
  /** Instead of those of the system. */
  readonly nameServers?: readonly string[];
}

const TIMEOUT_MS = 10_000;
const DNS_TIMEOUT_MS = 1_000;
const ANSWER_BYTES = 64 * 1024;

/** Posts to addresses that strangers chose: only to the public Internet, to the very address that was checked, once, briefly. */
export class SafeSender {
  /** Asks name servers itself, with an end to it: the system's own resolver would take up a thread for as long as they like. */
  private readonly resolver: Resolver;

  constructor(private readonly options: SenderOptions = {}) {
    this.resolver = new Resolver({ timeout: DNS_TIMEOUT_MS, tries: 2 });
    if (options.nameServers) this.resolver.setServers(options.nameServers);
  }

  /** Why the URL cannot be told anything; null: it may be. Asks the DNS. */
  async fault(url: string): Promise<string | null> {
    const fault = urlFault(url, this.options.allowHttp === true);
    if (fault) return fault;
    const addresses = await this.resolve(new URL(url).hostname);
    if (addresses.length === 0) return 'webhook-url-unresolved';
    return addresses.every((address) => this.isAllowed(address)) ? null : 'webhook-url-internal';
  }

  async post(target: string, headers: Readonly<Record<string, string>>, body: string): Promise<Sent> {
    const begin = performance.now();
    const ms = (): number => Math.round(performance.now() - begin);
    const fault = urlFault(target, this.options.allowHttp === true);
    if (fault) return { status: null, error: fault, ms: ms() };
    const url = new URL(target);
    const addresses = await this.resolve(url.hostname);
    const [address] = addresses;
    if (address === undefined) return { status: null, error: 'webhook-url-unresolved', ms: ms() };
    // One forbidden address among several is an attempt to be let through by the others.
    if (!addresses.every((one) => this.isAllowed(one)))
      return { status: null, error: 'webhook-url-internal', ms: ms() };
    const { timeoutMs = TIMEOUT_MS } = this.options;
    return new Promise((resolve) => {
      const end = (status: number | null, error: string | null): void => resolve({ status, error, ms: ms() });
      const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
      const outgoing = send(
        url,
        {
          method: 'POST',
          agent: false,
          lookup: pinned(address),
          headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
          signal: AbortSignal.timeout(timeoutMs),
        },
        (answer) => {
          let bytes = 0;
          answer.on('data', (chunk: Buffer) => {
            bytes += chunk.length;
            if (bytes > ANSWER_BYTES) answer.destroy();
          });
          answer.on('error', () => end(answer.statusCode ?? null, null));
          answer.on('close', () => end(answer.statusCode ?? null, null));
        },
      );
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        end(
          null,
          error.name === 'TimeoutError' || error.name === 'AbortError' ? 'timeout' : (error.code ?? 'connection'),
        );
      });
      outgoing.end(body);
    });
  }

  private isAllowed(address: string): boolean {
    return isPublicAddress(address) || this.options.allowAddress?.(address) === true;
  }

  private async resolve(hostname: string): Promise<string[]> {
    const host = hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0) return [host];
    if (/(^|\.)localhost$/i.test(host)) return ['127.0.0.1'];
    const found = await Promise.allSettled([this.resolver.resolve4(host), this.resolver.resolve6(host)]);
    return found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  }
}

/** Connects to the address that was checked, whatever the name resolves to by now. */
const pinned =
  (address: string): LookupFunction =>
  (_hostname, options, callback) => {
    const family = isIP(address);
    if (options.all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
