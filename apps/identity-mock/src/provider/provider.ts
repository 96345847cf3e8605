import { randomBytes } from 'node:crypto';
import { type Configuration, Provider } from 'oidc-provider';
import type { IdentityMockClient } from '../options';
import { sendErrorPage } from '../pages/error.page';
import type { People } from '../people/people';
import { ACR_VALUES } from './assurance';
import { claimsOf, CLAIMS } from './claims';
import { memoryAdapters } from './memory-adapter';
import { type SigningKey, toJwk } from './signing-key';

const CODE_S = 60;
const TOKEN_S = 300;
const SIGN_IN_S = 600;

type Clients = Readonly<Record<string, IdentityMockClient>>;

/** Authorization code flow with PKCE and nothing else; nobody stays signed in. */
export function createProvider(issuer: string, clients: Clients, people: People, key: SigningKey): Provider {
  const provider = new Provider(issuer, {
    adapter: memoryAdapters(),
    clients: clientsOf(clients, key),
    jwks: { keys: [toJwk(key)] },
    clientAuthMethods: ['client_secret_basic'],
    responseTypes: ['code'],
    scopes: ['openid'],
    claims: { openid: CLAIMS },
    acrValues: ACR_VALUES,
    pkce: { required: () => true },
    allowOmittingSingleRegisteredRedirectUri: false,
    clockTolerance: 0,
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    enabledJWA: { idTokenSigningAlgValues: [key.algorithm] },
    cookies: {
      names: { session: 'identity_mock_session', interaction: 'identity_mock', resume: 'identity_mock_resume' },
      keys: [randomBytes(32)],
    },
    ttl: {
      AuthorizationCode: CODE_S,
      IdToken: TOKEN_S,
      AccessToken: TOKEN_S,
      Interaction: SIGN_IN_S,
      Session: SIGN_IN_S,
      Grant: SIGN_IN_S,
    },
    expiresWithSession: () => false,
    clientBasedCORS: () => false,
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, subject) => {
      const person = people.findBySubject(subject);
      return person && { accountId: subject, claims: () => claimsOf(subject, person) };
    },
    loadExistingGrant: async (ctx) => {
      const { client, account } = ctx.oidc;
      if (!client || !account) return undefined;
      const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: account.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    renderError: (ctx, { error, error_description }) => sendErrorPage(ctx, ctx.status, error, error_description),
  });
  // Makes it read the forwarded headers, which are pinned to the issuer; with https its cookies are secure ones then.
  provider.proxy = true;
  return provider;
}

const clientsOf = (clients: Clients, { algorithm }: SigningKey): Configuration['clients'] =>
  Object.entries(clients).map(([id, { secret, redirectUris }]) => ({
    client_id: id,
    client_secret: secret,
    redirect_uris: [...redirectUris],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    token_endpoint_auth_method: 'client_secret_basic',
    id_token_signed_response_alg: algorithm,
    require_auth_time: true,
  }));
