import { createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { httpbis } from 'http-message-signatures';
import { AppError, CLOCK, type Clock } from '@luutru/platform';
import type { ApiRequest } from './api-request';

/** How old a signature may be, and how far a client's clock may be off. */
const WINDOW_MS = 5 * 60_000;
/** What has to be signed of every request; of one with a body also its digest, of one with a query also that. */
const COVERED = ['@method', '@path'];
/** At least 64 random bits, however they are written. */
const NONCE = /^[A-Za-z0-9+/=_-]{11,128}$/;

/** Requests signed as RFC 9421 says (Ed25519), with the digest of the body as RFC 9530 says (SHA-256). */
@Injectable()
export class SignedRequest {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /**
   * Throws `signature-missing` or `signature-wrong`.
   * @param keyId what the signature must name as its key
   * @param singleUse whether it must hold a nonce, which is returned
   */
  async assertSigned(request: ApiRequest, keyId: string, publicKey: string, singleUse = false): Promise<string> {
    const { headers } = request;
    if (headers.signature === undefined || headers['signature-input'] === undefined) {
      throw new AppError('signature-missing', 'unauthenticated');
    }
    const held = this.digestHolds(request) ? await this.heldBy(request, keyId, publicKey, singleUse) : null;
    if (!held || (singleUse && !NONCE.test(held.nonce))) throw new AppError('signature-wrong', 'unauthenticated');
    return held.nonce;
  }

  /** The nonce of the signature that holds, empty without one; null when none holds. */
  private async heldBy(
    request: ApiRequest,
    keyId: string,
    publicKey: string,
    singleUse: boolean,
  ): Promise<{ readonly nonce: string } | null> {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    const now = this.clock.now().getTime();
    const url = new URL(request.url, 'http://signed.invalid');
    const fields = [...COVERED, ...(url.search ? ['@query'] : []), ...(request.bodyDigest ? ['content-digest'] : [])];
    let held: { nonce: string } | null = null;
    try {
      const holds = await httpbis.verifyMessage(
        {
          requiredFields: fields,
          requiredParams: ['created', 'keyid', ...(singleUse ? ['nonce'] : [])],
          notAfter: new Date(now + WINDOW_MS),
          keyLookup: async ({ created, keyid, nonce }) => {
            if (keyid !== keyId || !(created instanceof Date) || now - created.getTime() > WINDOW_MS) return null;
            return {
              id: keyId,
              algs: ['ed25519'],
              verify: async (data, signature) => {
                if (!verify(null, data, key, signature)) return false;
                held = { nonce: nonce ?? '' };
                return true;
              },
            };
          },
        },
        { method: request.method, url: url.href, headers: request.headers as Record<string, string | string[]> },
      );
      return holds === true ? held : null;
    } catch {
      // What the library cannot read is no signature.
      return null;
    }
  }

  /** True when there is no body, or its digest is the one the header gives. */
  private digestHolds({ bodyDigest, headers }: ApiRequest): boolean {
    if (!bodyDigest) return true;
    const [, given = ''] = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/=]+):/.exec(String(headers['content-digest'] ?? '')) ?? [];
    const bytes = Buffer.from(given, 'base64');
    const wanted = bodyDigest();
    return bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
  }
}
