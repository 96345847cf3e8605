import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { AnswerTooLong, AppError, boundedFetch } from '@luutru/platform';
import { type IdentityClaims, type ProvenPerson, provenPerson, TWO_FACTORS } from './domain/proven-person';

export interface NationalIdentityOptions {
  /** The provider's issuer; plain http is for the stand-in only. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends the person back to. */
  readonly redirectUri: string;
  /** For one call of the provider as a whole; 5 s unless given. */
  readonly timeoutMs?: number;
}

export const NATIONAL_IDENTITY_OPTIONS = Symbol('NATIONAL_IDENTITY_OPTIONS');

/** What has to be remembered between leaving for the provider and coming back; a secret of the person's browser. */
export interface SignInFlow {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

const TIMEOUT_S = 5;
const MAX_ANSWER_BYTES = 256 * 1024;
/** A sign-in that the provider remembers from long ago is not enough. */
const MAX_AGE_S = 300;

/** Signing in through the national identity provider: OpenID Connect, authorization code with PKCE, state and nonce. */
@Injectable()
export class NationalIdentityService {
  private provider?: Promise<oidc.Configuration>;

  constructor(@Inject(NATIONAL_IDENTITY_OPTIONS) private readonly options: NationalIdentityOptions) {}

  /** Where to send the person, and what to keep until they are back. Throws `identity-provider-unavailable`. */
  async begin(): Promise<{ url: string; flow: SignInFlow }> {
    const provider = await this.discover();
    const flow = { state: oidc.randomState(), nonce: oidc.randomNonce(), codeVerifier: oidc.randomPKCECodeVerifier() };
    const url = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: this.options.redirectUri,
      scope: 'openid',
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(flow.codeVerifier),
      code_challenge_method: 'S256',
      acr_values: TWO_FACTORS,
      max_age: String(MAX_AGE_S),
    });
    return { url: url.href, flow };
  }

  /**
   * Checks what came back and tells who it is.
   * @param query the query string of the way back, as the browser brought it
   * @throws `identity-not-proven` for anything that is not in order, `identity-provider-unavailable`
   */
  async complete(query: string, flow: SignInFlow): Promise<ProvenPerson> {
    const provider = await this.discover();
    const back = new URL(this.options.redirectUri);
    back.search = query;
    const tokens = await this.attempt(() =>
      oidc.authorizationCodeGrant(provider, back, {
        pkceCodeVerifier: flow.codeVerifier,
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        idTokenExpected: true,
        maxAge: MAX_AGE_S,
      }),
    );
    const person = provenPerson((tokens.claims() ?? {}) as IdentityClaims);
    if (!person) throw notProven();
    return person;
  }

  /** The provider's addresses and keys; asked for once, and again after a failure. */
  private async discover(): Promise<oidc.Configuration> {
    this.provider ??= this.load();
    try {
      return await this.provider;
    } catch (cause) {
      this.provider = undefined;
      throw new AppError('identity-provider-unavailable', 'unavailable', {}, [], { cause });
    }
  }

  private load(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.options;
    const insecure = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
    return oidc.discovery(new URL(issuer), clientId, undefined, oidc.ClientSecretBasic(clientSecret), {
      // The signature of the ID token counts, not only the connection it came over.
      execute: [...insecure, oidc.enableNonRepudiationChecks],
      timeout: TIMEOUT_S,
      [oidc.customFetch]: (url, init) =>
        boundedFetch(url, init, {
          timeoutMs: this.options.timeoutMs ?? TIMEOUT_S * 1_000,
          maxBytes: MAX_ANSWER_BYTES,
        }),
    });
  }

  private async attempt<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      throw isOutage(cause)
        ? new AppError('identity-provider-unavailable', 'unavailable', {}, [], { cause })
        : new AppError('identity-not-proven', 'unauthenticated', {}, [], { cause });
    }
  }
}

const notProven = (): AppError => new AppError('identity-not-proven', 'unauthenticated');

/** No answer, or one that says that the provider itself is in trouble. */
function isOutage(error: unknown): boolean {
  const { code, cause, name } = error as { code?: string; cause?: { status?: number; code?: string }; name?: string };
  if (code === 'OAUTH_TIMEOUT' || name === 'TimeoutError') return true;
  if (error instanceof TypeError || error instanceof AnswerTooLong || cause instanceof AnswerTooLong) return true;
  return typeof cause?.status === 'number' && cause.status >= 500;
}
