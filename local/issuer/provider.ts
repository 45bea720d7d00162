/** The OpenID Connect provider of the development stack: authorization code with PKCE for the pages, and a grant for demo users. */
import { errors, Provider, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { demoUserNamed, demoUserWithSubject } from '../demo-users.js';
import { DEVELOPMENT_ISSUER_KEY } from '../development-keys.js';
import { claimsOf, mintToken, RESOURCE, resourceServerOf, TOKEN_SECONDS } from './access-token.js';
import { DEMO_CLIENTS, demoClientNamed, MACHINE_SECRET, scopeOf, type DemoClient } from './clients.js';
import { errorPage } from './pages.js';
import type { IssuerSettings } from './settings.js';

/** `grant_type` of a token request that names a demo user in `demo_user` and needs no login. */
export const DEMO_GRANT = 'urn:schakel:grant-type:demo';

export function makeProvider(settings: IssuerSettings): Provider {
  const provider = new Provider(settings.url, configuration(settings));
  provider.registerGrantType(DEMO_GRANT, (ctx) => answerDemoGrant(provider, ctx), ['demo_user', 'scope']);
  return provider;
}

function configuration(settings: IssuerSettings): Configuration {
  return {
    jwks: { keys: [{ ...DEVELOPMENT_ISSUER_KEY, kty: 'EC' }] } as NonNullable<Configuration['jwks']>,
    cookies: { keys: ['development-only'] },
    clients: DEMO_CLIENTS.map((client) => (client.machine ? machineClient(client) : personalClient(client, settings))),
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    scopes: ['openid'],
    claims: { openid: ['sub'] },
    responseTypes: ['code'],
    pkce: { required: () => true },
    ttl: { AccessToken: TOKEN_SECONDS, AuthorizationCode: 60, ClientCredentials: TOKEN_SECONDS, Grant: 86_400, IdToken: TOKEN_SECONDS, Interaction: 600, Session: 86_400 },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, resource, { clientId }) => {
          const client = demoClientNamed(clientId);
          if (resource !== RESOURCE || !client) throw new errors.InvalidTarget();
          return resourceServerOf(client);
        },
      },
    },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, subject) => (demoUserWithSubject(subject) ? { accountId: subject, claims: () => ({ sub: subject }) } : undefined),
    loadExistingGrant: grantEverything,
    extraTokenClaims: (_ctx, token) => claimsOf(token.clientId, 'accountId' in token ? String(token.accountId) : undefined),
    clientBasedCORS: (_ctx, origin) => settings.pageOrigins.includes(origin),
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = errorPage(out.error);
    },
  };
}

type ClientMetadata = NonNullable<Configuration['clients']>[number];

function personalClient({ id, name }: DemoClient, settings: IssuerSettings): ClientMetadata {
  return {
    client_id: id,
    client_name: name,
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', DEMO_GRANT],
    response_types: ['code'],
    redirect_uris: settings.pageOrigins.flatMap((origin) => [`${origin}/`, `${origin}/signed-in`]),
  };
}

function machineClient(client: DemoClient): ClientMetadata {
  return {
    client_id: client.id,
    client_name: client.name,
    client_secret: MACHINE_SECRET,
    token_endpoint_auth_method: 'client_secret_basic',
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
  };
}

/** Signing in is the whole question here; there is no third party whose access a user would have to consent to. */
async function grantEverything(ctx: KoaContextWithOIDC): Promise<InstanceType<Provider['Grant']> | undefined> {
  const { client, session, provider } = ctx.oidc;
  const known = demoClientNamed(client?.clientId ?? '');
  if (!client || !known || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  grant.addResourceScope(RESOURCE, scopeOf(known));
  await grant.save();
  return grant;
}

async function answerDemoGrant(provider: Provider, ctx: KoaContextWithOIDC): Promise<void> {
  const user = demoUserNamed(String(ctx.oidc.params?.['demo_user'] ?? ''));
  const client = demoClientNamed(ctx.oidc.client?.clientId ?? '');
  if (!user || !client) throw new errors.InvalidGrant('there is no such demo user');
  ctx.body = await mintToken(provider, user, client);
}
