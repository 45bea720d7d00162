/** The OpenID Connect provider of the development stack: authorization code with PKCE for the pages, and a grant for demo users. */
import { errors, Provider, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { demoUserNamed, demoUserWithSubject } from '../demo-users.js';
import { DEVELOPMENT_ISSUER_KEY } from '../development-keys.js';
import { claimsOf, CLIENT_ID, mintToken, RESOURCE, RESOURCE_SERVER, SCOPE, TOKEN_SECONDS } from './access-token.js';
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
    clients: [pageClient(settings)],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    scopes: ['openid'],
    claims: { openid: ['sub'] },
    responseTypes: ['code'],
    pkce: { required: () => true },
    ttl: { AccessToken: TOKEN_SECONDS, AuthorizationCode: 60, Grant: 86_400, IdToken: TOKEN_SECONDS, Interaction: 600, Session: 86_400 },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, resource) => {
          if (resource !== RESOURCE) throw new errors.InvalidTarget();
          return RESOURCE_SERVER;
        },
      },
    },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, subject) => (demoUserWithSubject(subject) ? { accountId: subject, claims: () => ({ sub: subject }) } : undefined),
    loadExistingGrant: grantEverything,
    extraTokenClaims: (_ctx, token) => ('accountId' in token ? claimsOf(String(token.accountId)) : undefined),
    clientBasedCORS: (_ctx, origin) => settings.pageOrigins.includes(origin),
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = errorPage(out.error);
    },
  };
}

function pageClient(settings: IssuerSettings): NonNullable<Configuration['clients']>[number] {
  return {
    client_id: CLIENT_ID,
    client_name: 'Schakel',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', DEMO_GRANT],
    response_types: ['code'],
    redirect_uris: settings.pageOrigins.flatMap((origin) => [`${origin}/`, `${origin}/signed-in`]),
  };
}

/** Signing in is the whole question here; there is no third party whose access a user would have to consent to. */
async function grantEverything(ctx: KoaContextWithOIDC): Promise<InstanceType<Provider['Grant']> | undefined> {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  grant.addResourceScope(RESOURCE, SCOPE);
  await grant.save();
  return grant;
}

async function answerDemoGrant(provider: Provider, ctx: KoaContextWithOIDC): Promise<void> {
  const user = demoUserNamed(String(ctx.oidc.params?.['demo_user'] ?? ''));
  if (!user) throw new errors.InvalidGrant('there is no such demo user');
  ctx.body = await mintToken(provider, user);
}
